import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from './files.ts';
import { good, scratch, sla } from './sla.ts';

const misspelt = good.replace('## 6. Training', '## 6. Trainnig');
const clear = '\u001b[2J\u001b[H';
/** The whole of the last line: a terminal may give it in two pieces. */
const rests = /Watching for changes.*\r\n/;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** `sla check --watch` at a terminal, in a folder with one good agreement. */
function watching(args: readonly string[] = [], folder = scratch(), documents = { 'SLA.md': good }) {
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
  const command = [join(root, 'bin/sla.cjs'), 'check', '--watch', '--as-of', '2026-03-12', ...args];
  const env = { ...process.env, TERM: 'xterm', NO_COLOR: '1', CI: '' };
  const terminal = spawn(process.execPath, command, { cwd: folder, cols: 80, rows: 30, env });
  let screen = '';
  let all = '';
  let look = () => {};
  terminal.onData((data) => {
    screen += data;
    all += data;
    look();
  });
  const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
  ends.push(() => {
    terminal.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  /** The screen of the run that shows what is awaited, when that run is over. */
  const shows = (awaited: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${awaited} is not on the screen: ${screen}`)), 60_000);
      look = () => {
        const run = screen.split(clear).findLast((one) => awaited.test(one) && rests.test(one));
        if (run === undefined) return;
        clearTimeout(late);
        screen = '';
        look = () => {};
        resolve(run);
      };
      look();
    });
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const runs = () => all.split(clear).length - 1;
  return { folder, shows, put, runs, ended, press: (keys: string) => terminal.write(keys), screen: () => screen };
}

describe('sla check --watch', () => {
  test('checks again when a file is saved, on a cleared screen, until Ctrl-C, which ends with 130', async () => {
    const { shows, put, press, ended, screen } = watching();
    expect(await shows(/no errors/)).toMatch(/Checked at \d\d:\d\d:\d\d\. Watching for changes; Ctrl-C ends it\.\r\n$/);
    put('SLA.md', misspelt);
    expect(await shows(/“6\. Trainnig” is perhaps meant/)).not.toContain('no errors');
    put('SLA.md', good);
    await shows(/no errors/);
    press('\u0003');
    expect(await ended).toBe(130);
    expect(screen()).toMatch(/^(?:\^C)?\r\n$/);
  });

  test.each([
    ['in a repository', ['.git'], []],
    ['in a folder', [], []],
    ['of one file that is named', [], ['SLA.md']],
  ])('sees a file that an editor replaces with another, %s', async (_title, folders, args) => {
    const folder = scratch();
    for (const one of folders) mkdirSync(join(folder, one));
    const { shows, put } = watching(args, folder);
    await shows(/no errors/);
    for (const [text, found] of [
      [misspelt, /Trainnig/],
      [good, /no errors/],
      [misspelt, /Trainnig/],
    ] as const) {
      put('.SLA.md.new', text);
      renameSync(join(folder, '.SLA.md.new'), join(folder, 'SLA.md'));
      await shows(found);
    }
    // Vim puts the old file aside, then writes the new one.
    renameSync(join(folder, 'SLA.md'), join(folder, 'SLA.md~'));
    put('SLA.md', good);
    await shows(/no errors/);
  });

  test('sees new and deleted files, and new folders', async () => {
    const { folder, shows, put } = watching();
    await shows(/1 document checked/);
    put('notes.md', '# Notes\n');
    await shows(/1 other Markdown file passed over/);
    mkdirSync(join(folder, 'more/deep'), { recursive: true });
    put('more/deep/other.md', good);
    await shows(/2 documents checked/);
    rmSync(join(folder, 'more'), { recursive: true });
    await shows(/1 document checked/);
    rmSync(join(folder, 'SLA.md'));
    await shows(/nothing to check/);
  });

  test('sees the configuration and frameworks change; what is wrong with them does not end it', async () => {
    const { folder, shows, put } = watching([], undefined, {
      'SLA.md': good.replace('framework: surveillance-camera', 'framework: ./own.yaml'),
    });
    await shows(/own\.yaml: no such file/);
    put('own.yaml', readFileSync(join(root, 'examples/framework/stricter.yaml'), 'utf8'));
    await shows(/There is no section “Public consultation”/);
    put('.sla.yaml', 'rulez: {}\n');
    await shows(/Did you mean “rules”\?/);
    put('.sla.yaml', 'rules: { section-missing: "off" }\n');
    expect(await shows(/document checked/)).not.toContain('There is no section');
    rmSync(join(folder, '.sla.yaml'));
    await shows(/There is no section “Public consultation”/);
  });

  test('is not woken by the reports that it writes, nor by what is no text', async () => {
    const { folder, shows, put, runs } = watching(['--format', 'pretty', '--format', 'json=report.json']);
    await shows(/no errors/);
    put('photo.jpg', '');
    put('SLA.md', misspelt);
    await shows(/Trainnig/);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).summary.error).toBeGreaterThan(0);
    put('SLA.md', good);
    await shows(/no errors/);
    expect(runs()).toBe(3);
  });

  test.each([['--stdin'], ['--fix'], ['--fix-suggested'], ['--update-baseline'], ['--files-from', '-']])(
    'does not go together with %s %s',
    (...args) => {
      const { code, out, err } = sla(['check', '--watch', ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`--watch and ${args.join(' ')} do not go together`);
    },
  );
});
