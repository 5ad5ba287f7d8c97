import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from '@lydell/node-pty';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { excerptOf } from '../src/report/excerpt.ts';
import { statisticsOf } from '../src/report/statistics.ts';
import { root } from './files.ts';
import { checked, hostileDocument, plain, poor } from './reports.ts';
import { good, rendered, reportOf, scratch, sla } from './sla.ts';

const folder = scratch();
const many = 201;
beforeAll(() => {
  writeFileSync(join(folder, 'poor.md'), poor);
  mkdirSync(join(folder, 'many'));
  for (let index = 0; index < many; index += 1)
    writeFileSync(join(folder, `many/${index}.md`), '---\nframework: service\n---\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** All that a terminal receives from a run of the program. */
function atTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...rest } = process.env;
  const shown = { ...rest, TERM: 'xterm-256color', ...env } as Record<string, string>;
  const terminal = spawn(process.execPath, [join(root, 'bin/sla.cjs'), ...args], { cwd: folder, cols: 80, env: shown });
  let received = '';
  terminal.onData((data) => {
    received += data;
  });
  return new Promise((resolve) => terminal.onExit(() => resolve(received)));
}

describe('at a terminal', () => {
  const links = { TERM_PROGRAM: 'ghostty' };
  const eraseLine = '\r\u001b[2K';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that a terminal reads.
  const link = /\u001b\]8;;([^\u0007]+)\u0007([^\u0007]*)\u001b\]8;;\u0007/;

  test('documents are linked where the terminal shows links', async () => {
    const [, address, text] = link.exec(await atTerminal(['check', 'poor.md'], links)) ?? [];
    expect(address).toBe(pathToFileURL(join(folder, 'poor.md')).href);
    expect(text).toMatch(/^poor\.md:\d+:\d+$/);
  });

  test.each([
    ['it is not known to', {}, []],
    ['it has no colour', { ...links, NO_COLOR: '1' }, []],
    ['it can do nothing', { ...links, TERM: 'dumb' }, []],
    ['nobody wants colour', links, ['--no-color']],
  ])('there is no link where %s', async (_title, env, args) => {
    expect(await atTerminal(['check', 'poor.md', ...args], env)).not.toMatch(link);
  });

  test('neither colour nor links go to a file or a pipe', async () => {
    await atTerminal(['check', 'poor.md', '--format', 'pretty=report.txt'], links);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).not.toContain('\u001b');
    for (const env of [links, { ...links, FORCE_HYPERLINK: '1' }])
      expect(sla(['check', 'poor.md'], { cwd: folder, env }).out).not.toContain('\u001b');
    // Colour can be asked for, as for “less -R”; links cannot.
    expect(sla(['check', 'poor.md'], { cwd: folder, env: { ...links, FORCE_COLOR: '1' } }).out).not.toMatch(link);
  });

  test('a rule leads to its page where the package says where that is', () => {
    const report = reportOf([checked(poor, 'a.md')]);
    const linked = { ...plain, addressOf: () => undefined };
    const home = { ...report, tool: { ...report.tool, docs: 'https://example.com/rules' } };
    expect(rendered('pretty', home, linked)).toContain(
      '\u001b]8;;https://example.com/rules/section-missing.md\u0007section-missing\u001b]8;;\u0007',
    );
    expect(rendered('pretty', report, linked)).toBe(rendered('pretty', report, plain));
    expect(rendered('pretty', home, plain)).toBe(rendered('pretty', report, plain));
  });

  test('complaints break between words at a terminal, and not elsewhere', async () => {
    const args = ['check', '--framework', 'no-such-framework', 'poor.md'];
    const lines = (await atTerminal(args)).trimEnd().split('\r\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(1).every((line) => /^ {5}\S/.test(line) && line.length <= 80)).toBe(true);
    expect(sla(args, { cwd: folder }).err.split('\n')).toHaveLength(3);
    expect((await atTerminal(['check', '--format', 'jsn'])).split('\r\n').every(({ length }) => length <= 80)).toBe(
      true,
    );
  });

  test('beyond 200 files a line tells how far it is, and is gone before the report', async () => {
    const received = await atTerminal(['check', 'many', '--exit-zero']);
    const end = received.lastIndexOf(eraseLine) + eraseLine.length;
    expect(received.slice(0, end)).toContain(`${eraseLine}Checking: ${many - (many % 3)} of ${many} files`);
    expect(received.slice(end)).not.toContain('Checking:');
    expect(received.slice(end)).toContain(`${many} documents checked`);
  });

  test('there is none for few files, for a terminal that can erase nothing, and in files and pipes', async () => {
    expect(await atTerminal(['check', 'poor.md'])).not.toContain('Checking:');
    expect(await atTerminal(['check', 'many'], { TERM: 'dumb' })).not.toContain('Checking:');
    expect(sla(['check', 'many', '--exit-zero'], { cwd: folder }).err).not.toContain('Checking:');
  });
});

describe('the width of a text', () => {
  const letter = fc.constantFrom('a', ' ', 'ä', 'é', '駐', '車', '한', 'ｱ', '🎥', '👩‍👩‍👧', '🇬🇧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '½', '…');
  const letters = (maxLength: number) => fc.array(letter, { maxLength }).map((all) => all.join(''));

  test('the marks stand below what they mark, and all of it fits, in any script', () => {
    fc.assert(
      fc.property(
        letters(80),
        letters(80),
        letters(80),
        fc.integer({ min: 20, max: 100 }),
        (head, marked, tail, room) => {
          const line = `${head}${marked}${tail}`;
          const { text, indent, marks } = excerptOf(line, head.length, head.length + marked.length, room);
          expect(stringWidth(text)).toBeLessThanOrEqual(room);
          expect(indent + marks).toBeLessThanOrEqual(Math.max(stringWidth(text), indent + 1));
          const shown = [...new Intl.Segmenter('en').segment(text)].map((one) => one.segment);
          const cut = shown.at(-1) === '…' ? shown.slice(0, -1) : shown;
          // Whole letters of the line, from before the marked place on.
          expect(line).toContain(cut.join(''));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['plain letters', 'Retention is TBC here', 'TBC', 13, 3],
    ['wide letters', '駐車場の保存期間は未定です', '未定', 18, 4],
    ['an emoji of several parts', '👩‍👩‍👧 and 🇬🇧 TBC', 'TBC', 10, 3],
    ['letters with marks of their own', 'Cafe\u0301 TBC', 'TBC', 5, 3],
    ['a tab', 'a\tTBC', 'TBC', 2, 3],
  ])('%s', (_title, line, marked, indent, marks) => {
    const from = line.indexOf(marked);
    expect(excerptOf(line, from, from + marked.length, 60)).toMatchObject({ indent, marks });
  });

  test.each(['駐車場の保存期間は未定です。', 'a👩‍👩‍👧b🇬🇧', 'Cafe\u0301 au lait '])(
    'no line of a report is wider than the page: %s',
    (words) => {
      const report = reportOf([hostileDocument(words.repeat(40), 'a.md')]);
      for (const width of [40, 80])
        for (const line of rendered('pretty', report, { color: false, width }).split('\n').slice(0, -2))
          expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    },
  );
});

describe('--statistics', () => {
  test('each rule with its findings, the most frequent first, on standard error; the report stays what it is', () => {
    for (const format of ['pretty', 'json'] as const) {
      const args = ['check', 'poor.md', '--format', format];
      const [without, { code, out, err }] = [
        sla(args, { cwd: folder }),
        sla([...args, '--statistics'], { cwd: folder }),
      ];
      expect({ code, out }).toEqual({ code: without.code, out: without.out });
      const [blank, head, ...rows] = err.trimEnd().split('\n');
      expect([blank, head?.trim().split(/\s+/)]).toEqual(['', ['findings', 'time', 'share', 'rule']]);
      const counts = rows.map((row) => Number(/^ *(\d+) +[\d.]+ ms +\d+ % +\S/.exec(row)?.[1]));
      expect(counts.at(-1)).toBe(counts.slice(0, -1).reduce((sum, one) => sum + one, 0));
      expect(counts.slice(0, -2)).toEqual(counts.slice(0, -2).toSorted((a, b) => b - a));
    }
  });

  test('findings and times of all documents are added up; what is of no account shares a line', () => {
    const document = checked(poor, 'a.md');
    const [finding] = document.findings;
    const times = { 'section-missing': 30, 'title-missing': 69, 'term-unused': 0.4, 'link-broken': 0.6 };
    const one = { ...document, findings: finding ? [{ ...finding, rule: 'section-missing' }] : [], times };
    expect(statisticsOf(reportOf([one, one]))).toBe(
      [
        'findings      time  share  rule',
        '       2   60.0 ms   30 %  section-missing',
        '       0  138.0 ms   69 %  title-missing',
        '       0    2.0 ms    1 %  2 other rules',
        '       2  200.0 ms  100 %  all rules',
        '',
      ].join('\n'),
    );
  });
});

describe('--debug', () => {
  test('tells on standard error what holds and what became of each file', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'SLA.md'), good);
    writeFileSync(join(cwd, 'notes.md'), '# Notes\n');
    writeFileSync(join(cwd, 'page.md'), '---\nframework: react\n---\n');
    const { code, out, err } = sla(['check', '--debug', '--format', 'unix'], { cwd });
    expect(code).toBe(0);
    expect(out).not.toContain('debug:');
    for (const line of [
      'debug: there is no configuration',
      'debug: notes.md: passed over, for its front matter names no framework',
      'debug: page.md: passed over, for its front matter names no framework of this program',
      'debug: SLA.md: held against surveillance-camera as agreed, no findings, 0 silenced',
    ])
      expect(err.split('\n')).toContain(line);
    rmSync(cwd, { recursive: true });
  });

  test('names the configuration', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, '.sla.yaml'), 'fail-on: error\n');
    expect(sla(['check', '--debug', '--allow-empty'], { cwd }).err).toContain(
      'debug: the configuration is .sla.yaml\n',
    );
    rmSync(cwd, { recursive: true });
  });
});
