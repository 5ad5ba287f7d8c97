// @ts-check
// Measures the language server as an editor meets it: from a keystroke in an agreement of 25 KB to its diagnostics, beyond
// the pause in which the server waits for the next key; and its memory over 10,000 edits. Run it with `npm run bench:lsp`.
// Figures depend on the machine, and on what else it does.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pause = 120;
const keystrokes = 60;
const edits = 10_000;
const whole = readFileSync(join(root, 'examples/good/exampleton-town-centre.md'), 'utf8');
const agreement = whole.slice(0, whole.lastIndexOf('\n\n', 25 * 1024));

const folder = mkdtempSync(join(tmpdir(), 'sla-bench-'));
const uri = pathToFileURL(join(folder, 'SLA.md')).href;
// Where there is memory, Node lets garbage lie; held to 64 MB it shows what is really kept.
const server = spawn(
  process.execPath,
  ['--max-old-space-size=64', join(root, 'bin/sla.cjs'), 'lsp', '--as-of', '2026-03-12'],
  {
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);

let rest = Buffer.alloc(0);
/** @type {Map<string, () => void>} */
const waiting = new Map();
server.stdout.on('data', (chunk) => {
  rest = Buffer.concat([rest, chunk]);
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(0, end)).toString())?.[1]);
    if (end < 0 || rest.length < end + 4 + length) return;
    const message = JSON.parse(rest.subarray(end + 4, end + 4 + length).toString());
    rest = rest.subarray(end + 4 + length);
    const key = message.method ? `version ${message.params.version}` : `answer ${message.id}`;
    waiting.get(key)?.();
    waiting.delete(key);
  }
});
const send = (/** @type {object} */ message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};
/** @returns {Promise<void>} */
const until = (/** @type {string} */ key) => new Promise((resolve) => waiting.set(key, resolve));
const request = async (
  /** @type {number} */ id,
  /** @type {string} */ method,
  /** @type {object | undefined} */ params = undefined,
) => {
  const answer = until(`answer ${id}`);
  send({ id, method, params });
  return answer;
};
const change = (/** @type {number} */ version, /** @type {string} */ text) => {
  const at = { line: 60, character: 0 };
  const contentChanges = [{ range: { start: at, end: at }, text }];
  send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } });
};
/** Seconds of the processor that the server has used so far, which tell more than the clock on a busy machine. */
const processor = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // The twelfth and thirteenth behind the name, in hundredths.
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const megabytes = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
const quantile = (/** @type {readonly number[]} */ numbers, /** @type {number} */ share) =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? Number.NaN;

await request(1, 'initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} });
send({ method: 'initialized', params: {} });
const first = until('version 1');
const started = performance.now();
send({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'markdown', version: 1, text: agreement } },
});
await first;
const opened = performance.now() - started;

const times = [];
let used = Number.NaN;
let version = 1;
for (let key = 0; key < keystrokes; key++) {
  // The first ones are slower, while the program is being compiled.
  if (key === 10) used = processor();
  version += 1;
  const told = until(`version ${version}`);
  const pressed = performance.now();
  change(version, 'x');
  await told;
  times.push(performance.now() - pressed - pause);
}
const warm = times.slice(10);
const each = ((processor() - used) / warm.length) * 1000;

const memory = [];
for (let edit = 1; edit <= edits; edit++) {
  version += 1;
  // A letter is typed and taken out again, so that the text stays what it was; every so often the hands rest.
  const rests = edit % 500 === 0;
  const told = rests ? until(`version ${version}`) : undefined;
  change(version, 'x');
  const at = { line: 60, character: 0 };
  version += 1;
  const again = rests ? until(`version ${version}`) : undefined;
  if (told) await told;
  send({
    method: 'textDocument/didChange',
    params: {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: { line: 60, character: 1 } }, text: '' }],
    },
  });
  if (again) await again;
  if (rests) memory.push(megabytes());
}
await request(2, 'shutdown');
send({ method: 'exit' });
await new Promise((resolve) => server.on('exit', resolve));
rmSync(folder, { recursive: true, force: true });

const row = (/** @type {string} */ name, /** @type {string} */ value) => console.log(`| ${name} | ${value} |`);
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}\n`);
console.log(
  `An agreement of ${Math.round(Buffer.byteLength(agreement) / 1024)} KB; times beyond the pause of ${pause} ms.\n`,
);
row('from', 'to diagnostics');
row('---', '---');
row('opening the document', `${opened.toFixed(0)} ms`);
row('a keystroke, median', `${quantile(warm, 0.5).toFixed(1)} ms`);
row('a keystroke, 95th percentile', `${quantile(warm, 0.95).toFixed(1)} ms`);
row('a keystroke, processor time of all threads', `${each.toFixed(1)} ms`);
console.log(`\nMemory over ${edits.toLocaleString('en-GB')} edits, with a heap of 64 MB at most:`);
console.log(
  memory
    .map((one, index) => (index % 4 === 3 ? `${one.toFixed(0)} MB after ${(index + 1) * 500}` : ''))
    .filter(Boolean)
    .join(', '),
);
