// Holds what an editor has seen to what “sla check --format json” says: node compare.js SEEN REPORT FIXED EXPECTED
import { readFileSync } from 'node:fs';

const [seenFile, reportFile, fixed, expected] = process.argv.slice(2);
const seen = JSON.parse(readFileSync(seenFile, 'utf8'));
const { findings } = JSON.parse(readFileSync(reportFile, 'utf8')).documents[0];
const problems = [];
const same = (what, told, wanted) => {
  if (JSON.stringify(told) !== JSON.stringify(wanted)) {
    problems.push(`${what}: ${JSON.stringify(told)} instead of ${JSON.stringify(wanted)}`);
  }
};
const place = ({ line, column }) => `${line}:${column}`;
const wordsOf = (text) => text.replace(/\s+/g, ' ');

if (seen.failed) problems.push(`the editor waited in vain, or was refused: ${seen.failed}`);
if (seen.published) {
  const shift = ({ line, character }) => `${line + 1}:${character + 1}`;
  same(
    'the ids and ranges of the findings',
    seen.published.map(({ code, range }) => `${code} ${shift(range.start)}-${shift(range.end)}`),
    findings.map(({ rule, at }) => `${rule} ${place(at.start)}-${place(at.end)}`),
  );
}
if (Array.isArray(seen.shown)) {
  same(
    'the ids and places of the findings',
    seen.shown.map((one) => `${one.code} ${one.line}:${one.column}`).sort(),
    findings.map(({ rule, at }) => `${rule} ${place(at.start)}`).sort(),
  );
}
if (fixed) {
  same('the bytes after every safe repair', readFileSync(fixed, 'hex'), readFileSync(expected, 'hex'));
  if (!seen.hover?.includes('**Why:**')) problems.push(`hovering a section tells no reason: ${seen.hover}`);
  const completed = wordsOf(seen.completed ?? '');
  if (!/^## [\d. ]*(?:Responsibilities|Service description) <!-- guidance: /.test(completed)) {
    problems.push(`the heading is not completed with its guidance: ${completed}`);
  }
}
if (problems.length === 0) process.exit(0);
console.error(problems.join('\n'));
process.exit(1);
