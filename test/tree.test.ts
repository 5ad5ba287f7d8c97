import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { good, scratch, sla } from './sla.ts';

const folder = scratch();
const agreements = 50;
const others = 1950;
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);

/** Notes of which each would end the check with a complaint, or take it long, if it were read to the end. */
const notes: readonly (string | Uint8Array)[] = [
  `# Notes\n\n${'> '.repeat(200)}deep\n`,
  `---\nlayout: page\n---\n# Page\n\n${'- '.repeat(200)}deep\n`,
  Buffer.concat([Buffer.from('# Caf'), Uint8Array.of(0xe9), Buffer.from(' in Latin-1\n')]),
  Buffer.concat([Buffer.from('# Picture\n'), Uint8Array.of(0, 1, 2)]),
  `# Notes\n\n${'&amp;'.repeat(30_000)}\n`,
  '---\nframework: react\n---\n# Another tool\n',
  '# Notes\n\nframework: surveillance-camera\n',
];

beforeAll(() => {
  for (const name of ['agreements', 'notes']) mkdirSync(join(folder, name));
  for (let index = 0; index < agreements; index += 1) {
    put(`agreements/${index}.md`, good.replaceAll('SLA-2026-014', `SLA-${index}`));
  }
  for (let index = 0; index < others; index += 1) put(`notes/${index}.md`, notes[index % notes.length] ?? '');
  // Longer than any document may be.
  put('notes/0.md', Buffer.alloc(17 * 1024 * 1024, '# Notes\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('of 2,000 Markdown files the 50 that are agreements are checked, the others passed over unread, and it is said', () => {
  const { code, out, err } = sla(['check'], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    '✓ 50 documents checked: no errors, no warnings, no info. 1950 other Markdown files passed over: no framework named.\n',
  );
});

test('a file of them that is named is read, and what is wrong with it told', () => {
  const named = ['notes/0.md', 'notes/1.md', 'notes/2.md', 'notes/3.md', 'notes/4.md'];
  const { code, err } = sla(['check', ...named], { cwd: folder });
  expect(code).toBe(2);
  for (const words of [
    '0.md: is 17 MB',
    '1.md:6:1: nests',
    '2.md:1:6: is not valid',
    '3.md:2:1: holds a NUL',
    '4.md:3:25001: holds more than 10,000 marks',
  ])
    expect(err).toContain(`notes/${words}`);
});

test.each([
  ['saved as UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), /saved as UTF-16/],
  ['that begins with a mark of UTF-8', Buffer.from(`\ufeff${good}`), /^$/],
  ['with very long front matter', good.replace('---\n', `---\n${'# a remark\n'.repeat(2000)}`), /^$/],
  ['whose front matter is not closed', good.replace(/\n---\n/, '\n'), /^$/],
])('an agreement %s is not taken for a note', (_title, bytes, err) => {
  const cwd = scratch();
  writeFileSync(join(cwd, 'SLA.md'), bytes);
  const run = sla(['check'], { cwd });
  expect(run.err).toMatch(err);
  expect(run.out + run.err).not.toContain('passed over');
  expect(run.out + run.err).not.toContain('nothing to check');
  rmSync(cwd, { recursive: true });
});
