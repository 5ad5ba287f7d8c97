// Holds what `sla check` says of the corpus against what a careful reader finds, and prints precision and recall by rule.
// `npm run corpus` prints the table, `npm run corpus -- --all` also every finding that differs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = join(folder, '../..');
const names = readdirSync(folder).filter((name) => /^\d\d-.*\.md$/.test(name));

/** What the tool says, document by document. */
function reported() {
  const paths = names.map((name) => join('test/corpus', name));
  const run = spawnSync(
    process.execPath,
    ['bin/sla.cjs', 'check', '--format', 'json', '--as-of', '2026-11-22', ...paths],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!run.stdout) throw new Error(run.stderr);
  return new Map(JSON.parse(run.stdout).documents.map(({ path, findings }) => [basename(path), findings]));
}

const silentByConvention = ['supersedes-unknown', 'reference-duplicated'];

/** For each rule how many findings are right, wrong and missing; and where. */
export function quality() {
  const all = reported();
  const rules = new Map();
  const differences = [];
  const count = (rule, kind) => {
    const own = rules.get(rule) ?? { right: 0, wrong: 0, missing: 0 };
    rules.set(rule, { ...own, [kind]: own[kind] + 1 });
  };
  for (const name of names) {
    const expected = (parse(readFileSync(join(folder, name.replace(/md$/, 'yaml')), 'utf8')) ?? []).map((one) => ({
      ...one,
      rules: [one.rule, ...(one['or-rules'] ?? [])],
      lines: [one.line, ...(one['or-lines'] ?? [])],
    }));
    const open = new Set(expected);
    for (const { rule, at, text } of all.get(name) ?? []) {
      if (silentByConvention.includes(rule)) continue;
      const { line } = at.start;
      const match = [...open].find((one) => one.rules.includes(rule) && one.lines.includes(line));
      if (match) open.delete(match);
      else differences.push(`+ ${name}:${line} ${rule}: ${text}`);
      count(rule, match ? 'right' : 'wrong');
    }
    for (const one of open) {
      differences.push(`- ${name}:${one.line} ${one.rule}: ${one.why}`);
      count(one.rule, 'missing');
    }
  }
  const misses = parse(readFileSync(join(folder, 'near-misses.yaml'), 'utf8')).filter(({ file, line, not }) =>
    (all.get(file) ?? []).some(({ rule, at }) => rule === not && at.start.line === line),
  );
  for (const { file, line, not, why } of misses) differences.push(`! ${file}:${line} ${not}: ${why}`);
  const rows = [...rules].sort(([a], [b]) => a.localeCompare(b)).map(([rule, own]) => ({ rule, ...own }));
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const total = { rule: 'all', right: sum('right'), wrong: sum('wrong'), missing: sum('missing') };
  return { rows, total, differences, nearMisses: misses.length };
}

const share = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);

/** The table of docs/quality.md. */
export function table({ rows, total }) {
  const line = ({ rule, right, wrong, missing }) =>
    `| ${rule === 'all' ? '**all**' : `\`${rule}\``} | ${right} | ${wrong} | ${missing} | ${share(right, right + wrong)} | ${share(right, right + missing)} |`;
  const head = '| rule | right | wrong | missed | precision | recall |\n| --- | ---: | ---: | ---: | ---: | ---: |';
  return [head, ...rows.map(line), line(total)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = quality();
  console.log(table(found));
  console.log(`\n${found.nearMisses} of the places that must stay silent do not.`);
  if (process.argv.includes('--all')) console.log(`\n${found.differences.join('\n')}`);
}
