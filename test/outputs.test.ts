import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../src/report/names.ts';
import { poor } from './reports.ts';
import { scratch, sla } from './sla.ts';

describe('sla check --format', () => {
  const inFolder = (work: (folder: string) => void) => {
    const folder = scratch();
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'SLA.md'), poor);
    work(folder);
    rmSync(folder, { recursive: true });
  };
  const to = (...formats: string[]) => [
    'check',
    'SLA.md',
    '--as-of',
    '2026-03-12',
    ...formats.flatMap((one) => ['--format', one]),
  ];

  test('several at once: one to standard output, the others to files without colour', () =>
    inFolder((folder) => {
      const { out, err, code } = sla([...to('unix', 'pretty=out/a=b.txt', 'json=out/report.json'), '--color'], {
        cwd: folder,
      });
      expect({ err, code }).toEqual({ err: '', code: 1 });
      expect(out).toMatch(/^SLA\.md:\d+:\d+: /);
      expect(readFileSync(join(folder, 'out/a=b.txt'), 'utf8')).toBe(sla(to('pretty'), { cwd: folder }).out);
      expect(readFileSync(join(folder, 'out/report.json'), 'utf8')).toBe(sla(to('json'), { cwd: folder }).out);
    }));

  test('all to files: standard output stays empty, and standard error has the totals; a file is replaced', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'out/sla.sarif'), 'old');
      const { out, err, code } = sla(to('sarif=out/sla.sarif', 'junit=out/sla.xml'), { cwd: folder });
      expect({ out, code }).toEqual({ out: '', code: 1 });
      expect(err).toBe('1 document checked: 12 errors, 6 warnings, 6 info.\n');
      expect(JSON.parse(readFileSync(join(folder, 'out/sla.sarif'), 'utf8')).version).toBe('2.1.0');
    }));

  test('the exit code is the same, whatever the format', () =>
    inFolder((folder) => {
      const all = formatNames.map((name) => `${name}=out/${name}`);
      expect(sla(to(...all), { cwd: folder }).code).toBe(1);
      expect(sla([...to(...all), '--exit-zero'], { cwd: folder }).code).toBe(0);
      for (const name of formatNames) expect(readFileSync(join(folder, 'out', name), 'utf8')).not.toBe('');
      for (const name of ['github', 'sarif', 'junit']) expect(sla(to(name), { cwd: folder }).code).toBe(1);
    }));

  test('a file that cannot be written is told, and ends with 2; the others are written', () =>
    inFolder((folder) => {
      const { err, code } = sla(
        to('pretty', 'json=nowhere/x.json', 'gitlab=out', 'markdown=SLA.md', 'unix=out/x.txt'),
        {
          cwd: folder,
        },
      );
      expect(code).toBe(2);
      for (const words of [
        'nowhere/x.json: there is no such folder',
        'out: is a folder',
        'SLA.md: is one of the documents',
      ])
        expect(err).toContain(words);
      expect(readFileSync(join(folder, 'SLA.md'), 'utf8')).toBe(poor);
      expect(existsSync(join(folder, 'out/x.txt'))).toBe(true);
    }));

  test.each([
    [['unix', 'json'], 'two formats go to standard output'],
    [['unix=out/x', 'json=./out/x'], 'two formats go to ./out/x'],
    [['unix='], 'Name a file behind “=”'],
    [['xml'], 'Allowed choices are pretty, unix, json, github,'],
  ])('%j is refused', (named, words) =>
    inFolder((folder) => {
      const { out, err, code } = sla(to(...named), { cwd: folder });
      expect({ out, code }).toEqual({ out: '', code: 2 });
      expect(err).toContain(words);
      expect(existsSync(join(folder, 'out/x'))).toBe(false);
    }),
  );

  test('github: the table is added to the summary of the step; that it cannot be is no error', () =>
    inFolder((folder) => {
      const summary = join(folder, 'summary.md');
      const env = { GITHUB_STEP_SUMMARY: summary };
      const { out, err, code } = sla(to('github'), { cwd: folder, env });
      expect({ err, code }).toEqual({ err: '', code: 1 });
      expect(out).toMatch(/^::error file=SLA\.md,line=/);
      const table = sla(to('markdown'), { cwd: folder, env }).out;
      expect(readFileSync(summary, 'utf8')).toBe(table);
      sla(to('github=out/x'), { cwd: folder, env });
      expect(readFileSync(summary, 'utf8')).toBe(table + table);
      const missing = sla([...to('github'), '--exit-zero'], {
        cwd: folder,
        env: { GITHUB_STEP_SUMMARY: join(folder, 'no/x') },
      });
      expect(missing.code).toBe(0);
      expect(missing.err).toContain('no such file or folder');
    }));
});
