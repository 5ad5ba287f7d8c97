import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { good, scratch, sla } from './sla.ts';

const cwd = scratch();
const bad = good.replace('## 6. Training', '## 6. Trainning');
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(cwd, name), text);

beforeAll(() => {
  mkdirSync(join(cwd, '.git'));
  mkdirSync(join(cwd, 'empty'));
  mkdirSync(join(cwd, 'notes'));
  mkdirSync(join(cwd, 'broken'));
  put('good.md', good);
  put('bad.md', bad);
  put('plain.md', '# Notes\n');
  put('notes/plain.md', '# Notes\n');
  put('latin.md', Uint8Array.of(0x23, 0x20, 0xe9, 0x0a));
  put('zero.md', Uint8Array.of(0x23, 0, 0x0a));
  put('nothing.md', '');
  put('warned.md', good.replace('version: ', 'verion: '));
  put('wrong.yaml', 'title: [\n');
  put('known.json', '{ "version": 1, "documents": {} }');
  put('list.txt', 'good.md\n');
  put('list0.txt', 'good.md\0');
  put('none.txt', '');
  put('broken/.sla.yaml', 'rulez: {}\n');
});

/** The command, its exit code, and what stands on standard output and standard error. */
const table: readonly (readonly [args: string, code: number, out: RegExp, err: RegExp])[] = [
  ['check good.md', 0, /no errors, no warnings/, /^$/],
  ['check bad.md', 1, /section-missing/, /^$/],
  ['check good.md bad.md', 1, /2 documents checked/, /^$/],
  ['check bad.md --exit-zero', 0, /section-missing/, /^$/],
  ['check bad.md --quiet', 1, /section-missing/, /^$/],
  ['check warned.md', 0, /front-matter-key-unknown/, /^$/],
  ['check warned.md --fail-on warning', 1, /front-matter-key-unknown/, /^$/],
  ['check warned.md --max-warnings 0', 1, /front-matter-key-unknown/, /^$/],
  ['check warned.md --max-warnings 9', 0, /front-matter-key-unknown/, /^$/],
  ['check plain.md', 1, /front-matter-missing/, /^$/],
  ['check nothing.md', 1, /front-matter-missing/, /^$/],
  ['check plain.md --framework service', 1, /section-missing/, /^$/],
  ['check notes', 2, /^$/, /nothing to check/],
  ['check notes --allow-empty', 0, /0 documents|no documents/, /^$/],
  ['check empty', 2, /^$/, /no Markdown file in this folder/],
  ['check missing.md', 2, /^$/, /missing\.md: no such file/],
  ['check good.md missing.md', 2, /1 document checked/, /missing\.md: no such file/],
  ['check latin.md', 2, /^$/, /latin\.md:1:3: is not valid UTF-8/],
  ['check zero.md', 2, /^$/, /NUL/],
  ['check good.md --framework nothing', 2, /^$/, /there is no framework “nothing”/],
  ['check good.md --framework servise', 2, /^$/, /Did you mean “service”/],
  ['check good.md --framework wrong.yaml', 2, /^$/, /wrong\.yaml:/],
  ['check good.md --format json', 0, /^\{/, /^$/],
  ['check bad.md --format json', 1, /^\{/, /^$/],
  ['check bad.md --format sarif', 1, /"version": "2\.1\.0"/, /^$/],
  ['check bad.md --format junit', 1, /^<\?xml/, /^$/],
  ['check bad.md --format gitlab', 1, /^\[/, /^$/],
  ['check bad.md --format github', 1, /^::error /, /^$/],
  ['check bad.md --format markdown', 1, /^# /, /^$/],
  ['check bad.md --format rdjson', 1, /^\{/, /^$/],
  ['check bad.md --format unix', 1, /^bad\.md:\d+:\d+: error: /, /^$/],
  ['check bad.md --format nothing', 2, /^$/, /nothing/],
  ['check bad.md --format json=no/such/folder.json', 2, /^$/, /no such folder/],
  ['check good.md --fail-on nothing', 2, /^$/, /Allowed choices/],
  ['check good.md --as-of 2026-02-30', 2, /^$/, /day of the calendar/],
  ['check good.md --max-warnings some', 2, /^$/, /whole number/],
  ['check good.md --due-within soon', 2, /^$/, /no length of time/],
  ['check good.md --baseline known.json', 0, /no errors/, /^$/],
  ['check good.md --baseline list.txt', 2, /^$/, /list\.txt/],
  ['check good.md --stdin', 2, /^$/, /both --stdin and a path/],
  ['check --files-from list.txt', 0, /1 document checked/, /^$/],
  ['check --files-from list0.txt', 0, /1 document checked/, /^$/],
  ['check --files-from none.txt', 2, /^$/, /nothing to check/],
  ['check good.md --files-from list.txt', 2, /^$/, /both --files-from/],
  ['check bad.md --statistics', 1, /section-missing/, /findings +time +share +rule\n +1 .* section-missing\n/],
  ['check good.md --debug', 0, /no errors/, /^debug: there is no configuration\n/],
  ['check good.md --watch --fix', 2, /^$/, /--watch and --fix do not go together/],
  ['check --format jsn', 2, /^$/, /Did you mean “json”/],
  ['check --fixx', 2, /^$/, /Did you mean --fix/],
  ['chekc', 2, /^$/, /Did you mean check/],
  ['help chekc', 2, /^$/, /Did you mean check/],
  ['help framework show', 0, /^Examples:/, /^$/],
  ['--version', 0, /^\d+\.\d+\.\d+\n$/, /^$/],
  ['--help', 0, /^Examples:/, /^$/],
  ['explain section-missing', 0, /^section-missing/, /^$/],
  ['explain section-mising', 2, /^$/, /Did you mean/],
  ['framework list', 0, /surveillance-camera/, /^$/],
  ['framework check wrong.yaml', 2, /^$/, /wrong\.yaml:/],
  ['model good.md', 0, /^\{/, /^$/],
  ['model plain.md', 2, /^$/, /names no framework/],
  ['todo good.md', 0, /left/, /^$/],
  ['todo notes', 2, /^$/, /names a framework/],
  ['init --stdout --yes', 0, /^---\nframework: surveillance-camera/, /^$/],
  ['init good.md --yes', 2, /^$/, /already there/],
  ['init --yes --surveillance nothing', 2, /^$/, /no surveillance type/],
  ['completion bash', 0, /complete/, /^$/],
];

test.each(table)('sla %s: %i', (command, code, out, err) => {
  const run = sla(command.split(' '), { cwd, input: '' });
  expect({ command, code: run.code, err: run.err, out: run.out.slice(0, 300) }).toMatchObject({ code });
  expect(run.out).toMatch(out);
  expect(run.err).toMatch(err);
  expect(run.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
});

test('the table has 40 rows and more, and a broken configuration is told from the folder that has it', () => {
  expect(table.length).toBeGreaterThanOrEqual(40);
  const { code, err } = sla(['check', '../good.md'], { cwd: join(cwd, 'broken') });
  expect(code).toBe(2);
  expect(err).toContain('Did you mean “rules”?');
});
