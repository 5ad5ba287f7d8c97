import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { formatNames } from '../src/report/names.ts';
import { shownPath } from '../src/workspace/paths.ts';
import { root } from './files.ts';
import { poor } from './reports.ts';
import { good, scratch, sla } from './sla.ts';

test.each(formatNames)(
  'one report as %s, as it was read and found right; the same again in another run',
  async (format) => {
    const args = ['check', '--format', format, '--as-of', '2026-11-22', 'examples/poor/delivery-plan.md'];
    const { code, out, err } = sla(args);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(sla(args).out).toBe(out);
    await expect(out).toMatchFileSnapshot(join(root, `test/fixtures/golden/delivery-plan.${format}`));
  },
);

test('every format is the same to the byte, however the documents are named and in whatever order', () => {
  const folder = scratch();
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'a.md'), good);
  writeFileSync(join(folder, 'b/c.md'), poor);
  const reports = (...paths: readonly string[]) => {
    const files = formatNames.flatMap((name) => ['--format', `${name}=${name}.out`]);
    expect(sla(['check', ...files, ...paths], { cwd: folder }).code).toBe(1);
    return formatNames.map((name) => readFileSync(join(folder, `${name}.out`), 'utf8'));
  };
  const first = reports('a.md', 'b/c.md');
  expect(reports('./b/../b//c.md', join(folder, 'a.md'))).toEqual(first);
  expect(reports('b', 'a.md', 'b/c.md')).toEqual(first);
  rmSync(folder, { recursive: true });
});

test('paths are told with forward slashes on every system', () => {
  expect(shownPath('C:\\repo', 'agreements\\2026\\SLA.md', win32)).toBe('agreements/2026/SLA.md');
  expect(shownPath('C:\\repo\\sub', '..\\SLA.md', win32)).toBe('../SLA.md');
  expect(shownPath('C:\\repo', 'D:/other/SLA.md', win32)).toBe('D:/other/SLA.md');
  expect(shownPath('/repo', 'agreements/2026/SLA.md', posix)).toBe('agreements/2026/SLA.md');
});
