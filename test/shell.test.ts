import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { beforeEach, describe, expect, test } from 'vitest';
import { root } from './files.ts';
import { good, scratch, sla } from './sla.ts';

const goodPath = 'examples/good/exampleton-town-centre.md';
const poorPath = 'examples/poor/millbrook-district.md';
const draft = good.replace('status: agreed', 'status: draft').replace('## 8. Finance', '## 8. Fnance');

describe('the exit code', () => {
  test.each([
    ['check a good agreement', ['check', goodPath, '--as-of', '2026-03-12'], '', 0],
    ['check a poor one', ['check', poorPath], '', 1],
    ['check a folder', ['check', 'examples/good', '--as-of', '2026-03-12'], '', 0],
    ['check a pattern', ['check', 'examples/*/e*.md', '--as-of', '2026-03-12'], '', 0],
    ['check a draft with a warning', ['check', '--stdin'], draft, 0],
    ['fail on warnings', ['check', '--stdin', '--fail-on', 'warning'], draft, 1],
    ['fail on info', ['check', '--stdin', '--fail-on', 'info'], draft, 1],
    ['at most no warning', ['check', '--stdin', '--max-warnings', '0'], draft, 1],
    ['at most one warning', ['check', '--stdin', '--max-warnings', '1'], draft, 0],
    ['the format changes nothing', ['check', poorPath, '--format', 'json'], '', 1],
    ['nor does --quiet', ['check', poorPath, '--quiet'], '', 1],
    ['nor --no-cache', ['check', goodPath, '--no-cache', '--as-of', '2026-03-12'], '', 0],
    ['an unknown command', ['chekc'], '', 2],
    ['an unknown option', ['check', '--formt', 'json'], '', 2],
    ['an unknown format', ['check', '--format', 'xml', goodPath], '', 2],
    ['a day that no calendar has', ['check', '--as-of', '2026-02-30', goodPath], '', 2],
    ['an unknown framework', ['check', '--framework', 'nothing', goodPath], '', 2],
    ['nothing to check', ['check', 'test/fixtures/nothing'], '', 2],
    ['explain a rule', ['explain', 'section-missing'], '', 0],
    ['explain a component', ['explain', 'surveillance-camera/information-sharing/retention'], '', 0],
    ['explain a part', ['explain', 'surveillance-types/anpr/hotlists'], '', 0],
    ['explain the list', ['explain'], '', 0],
    ['explain nothing', ['explain', 'section-mising'], '', 2],
    ['list frameworks', ['framework', 'list'], '', 0],
    ['show one', ['framework', 'show', 'surveillance-camera'], '', 0],
    ['its schema', ['framework', 'schema', 'surveillance-camera'], '', 0],
    ['check one', ['framework', 'check', 'examples/framework/stricter.yaml'], '', 0],
    ['the model', ['model', goodPath], '', 0],
    ['the model of nothing', ['model', 'nothing.md'], '', 2],
    ['the model of a document without a framework', ['model', 'README.md'], '', 2],
    ['help', ['--help'], '', 0],
    ['help for a command', ['help', 'check'], '', 0],
    ['the version', ['--version'], '', 0],
    ['nothing at all', [], '', 0],
  ] as const)('%s', (_title, args, input, code) => {
    const ended = sla(args, { input });
    expect(ended.err).not.toMatch(/^\s+at /m);
    expect(ended.code, ended.err).toBe(code);
    if (code === 2) expect(ended.err).not.toBe('');
    else expect(ended.err).toBe('');
  });
});

test('links to files are judged where the document stands, and not beyond its repository', () => {
  const folder = scratch();
  mkdirSync(join(folder, 'repo/.git'), { recursive: true });
  mkdirSync(join(folder, 'repo/docs/plans'), { recursive: true });
  writeFileSync(join(folder, 'repo/docs/plans/a b.pdf'), '');
  const links = '[a](plans/a%20b.pdf) [b](plans/) [c](../docs) [d](../../gone.md) [e](gone.pdf) [f](../gone.md#x)';
  writeFileSync(join(folder, 'repo/docs/SLA.md'), `# A\n\n${links}\n`);
  const found = (cwd: string, ...args: string[]) =>
    sla(['check', '--framework', 'service', '--format', 'unix', ...args], { cwd, input: links })
      .out.split('\n')
      .filter((line) => line.includes('link-broken'))
      .map((line) => line.replace(/^.*“(.*)”.*$/, '$1'));
  expect(found(join(folder, 'repo'), 'docs/SLA.md')).toEqual(['gone.pdf', '../gone.md']);
  expect(found(join(folder, 'repo/docs'), 'SLA.md')).toEqual(['gone.pdf', '../gone.md']);
  expect(found(join(folder, 'repo/docs'), '--stdin')).toEqual([]);
  expect(found(join(folder, 'repo'), '--stdin', '--stdin-filename', 'docs/SLA.md')).toEqual(['gone.pdf', '../gone.md']);
  rmSync(folder, { recursive: true });
});

describe('the shell', () => {
  test('did you mean, for commands, options, rules, frameworks and sections', () => {
    expect(sla(['chekc']).err).toContain('Did you mean check?');
    expect(sla(['check', '--formt', 'json']).err).toContain('Did you mean --format?');
    expect(sla(['explain', 'section-mising']).err).toContain('Did you mean “section-missing”?');
    expect(sla(['framework', 'show', 'surveilance-camera']).err).toContain('Did you mean “surveillance-camera”?');
    expect(sla(['explain', 'surveillance-camera/finanse']).err).toContain(
      'Did you mean “surveillance-camera/finance”?',
    );
    expect(sla(['framework', 'shwo', 'service']).err).toContain('Did you mean show?');
  });

  test.each([
    [['check', '--format', 'sariff'], '“sarif”'],
    [['check', '--format', 'jnuit=x.xml'], '“junit”'],
    [['check', '--fail-on', 'warnings'], '“warning”'],
    [['todo', '--format', 'markdwn'], '“markdown”'],
    [['completion', 'powershel'], '“powershell”'],
    [['init', '--surveillance', 'anpt', '--stdout', '--yes'], '“anpr”'],
    [['init', '--with', 'gihub', '--dry-run'], '“github”'],
    [['help', 'chekc'], 'check'],
  ] as const)('did you mean, for the values of options and arguments: %j', (args, meant) => {
    const { code, out, err } = sla(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Did you mean ${meant}?`);
  });

  test('colour: a flag, then the environment, then the terminal', () => {
    const coloured = (args: string[], env: Record<string, string>) =>
      sla(['check', poorPath, ...args], { env }).out.includes('\u001b[');
    expect(coloured([], {})).toBe(false);
    expect(coloured([], { FORCE_COLOR: '1' })).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(coloured(['--color'], { NO_COLOR: '1' })).toBe(true);
    expect(coloured(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  });

  test('results to standard output, all of them, also when nobody reads to the end', () => {
    const program = `"${process.execPath}" "${join(root, 'bin/sla.cjs')}"`;
    const cut = spawnSync(
      'bash',
      ['-c', `${program} framework schema surveillance-camera | head -c 10; echo " \${PIPESTATUS[0]}"`],
      { cwd: root, encoding: 'utf8' },
    );
    expect(cut.stdout).toMatch(/ 0\n$/);
    expect(cut.stderr).toBe('');
    expect(() => JSON.parse(sla(['framework', 'schema', 'surveillance-camera']).out)).not.toThrow();
  });

  test('both engines reach the same verdict from the command line', () => {
    const [fast, portable] = [{}, { SLA_PARSER: 'micromark' }].map((env) =>
      sla(['check', '--format', 'json', poorPath, goodPath], { env }),
    );
    expect(portable).toEqual(fast);
  });

  test('a document on standard input has the name that is asked for', () => {
    expect(
      sla(['check', '--stdin', '--stdin-filename', 'agreements/a.md', '--format', 'unix'], {
        input: '# A\n',
      }).out,
    ).toMatch(/^agreements\/a\.md:1:1: error:/);
  });

  test('--framework wins over the document, and a document may name a file beside it', () => {
    expect(sla(['check', goodPath, '--framework', 'examples/framework/stricter.yaml']).out).toContain(
      'There is no section “Public consultation”',
    );
    const folder = scratch();
    copyFileSync(join(root, 'examples/framework/stricter.yaml'), join(folder, 'own.yaml'));
    mkdirSync(join(folder, 'agreements'));
    writeFileSync(
      join(folder, 'agreements/SLA.md'),
      good.replace('framework: surveillance-camera', 'framework: ../own.yaml').replaceAll('31 days', '90 days'),
    );
    const { out, code } = sla(['check', '--format', 'unix'], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain('There is no section “Public consultation”');
    expect(out).toContain('“Retention period”, in days, is 90; the most allowed is 31.');
    rmSync(folder, { recursive: true });
  });

  test('no path: every document that names a framework; the others are counted, and links out of the repository are not followed', () => {
    const folder = scratch();
    mkdirSync(join(folder, 'repo/.git'), { recursive: true });
    writeFileSync(join(folder, 'outside.md'), good);
    writeFileSync(join(folder, 'repo/SLA.md'), good);
    writeFileSync(join(folder, 'repo/README.md'), '# Readme\n');
    writeFileSync(join(folder, 'repo/page.md'), '---\nframework: react\n---\n# Another tool\n');
    symlinkSync('../outside.md', join(folder, 'repo/link.md'));
    const { out, code } = sla(['check', '--as-of', '2026-03-12'], { cwd: join(folder, 'repo') });
    expect(code).toBe(0);
    expect(out).toContain(
      '1 document checked: no errors, no warnings, no info. 2 other Markdown files passed over: no framework named.',
    );
    rmSync(folder, { recursive: true });
  });
});

describe('init at a terminal', () => {
  let folder = scratch();
  beforeEach(() => {
    folder = scratch();
    return () => rmSync(folder, { recursive: true, force: true });
  });

  /** Answers each question as it appears; ends with the exit code and what the screen showed. */
  function atTerminal(
    args: readonly string[],
    answers: readonly (readonly [question: RegExp, answer: string])[],
  ): Promise<{ code: number; screen: string }> {
    const terminal = spawn(process.execPath, [join(root, 'bin/sla.cjs'), 'init', ...args], {
      cwd: folder,
      cols: 80,
      rows: 30,
      env: { ...process.env, NO_COLOR: '1' } as Record<string, string>,
    });
    let screen = '';
    let from = 0;
    const open = [...answers];
    return new Promise((resolve) => {
      terminal.onData((data) => {
        screen += data;
        const next = open[0];
        if (!next?.[0].test(screen.slice(from))) return;
        from = screen.length;
        open.shift();
        terminal.write(next[1]);
      });
      terminal.onExit(({ exitCode }) => resolve({ code: exitCode, screen }));
    });
  }

  test('asks numbered questions, and writes what was answered', async () => {
    const { code, screen } = await atTerminal(
      [],
      [
        [/1 of 4\. What is the title of the agreement\? /, 'Harbour CCTV\r'],
        [/2 of 4\. What is the name of the party with the role system owner\? /, 'Port Authority\r'],
        [/2 of 4\. What is the name of the party with the role police\? /, '\r'],
        [/3 of 4\. What is the system called\? /, 'Quay\r'],
        [/4 of 4\. Which kinds of surveillance[\s\S]*with commas between them: /, '1, 99\r'],
        [/numbers from 1 to 9[\s\S]*with commas between them: /, '1, anpr\r'],
      ],
    );
    expect(code, screen).toBe(0);
    const text = readFileSync(join(folder, 'SLA.md'), 'utf8');
    for (const line of [
      'title: Harbour CCTV',
      'name: Port Authority',
      'name: ‹name of the police›',
      'name: Quay',
      'surveillance: [cctv, anpr]',
      '# Harbour CCTV',
    ])
      expect(text).toContain(line);
    expect(sla(['check', 'SLA.md', '--fail-on', 'warning'], { cwd: folder }).code).toBe(0);
  });

  test('asks only for what the options leave open', async () => {
    const { code, screen } = await atTerminal(
      ['--title', 'T', '--party', 'A:police', '--surveillance', 'cctv'],
      [[/1 of 1\. What is the system called\? /, '\r']],
    );
    expect(code, screen).toBe(0);
    const text = readFileSync(join(folder, 'SLA.md'), 'utf8');
    for (const line of ['title: T', 'name: A', 'surveillance: [cctv]']) expect(text).toContain(line);
  });

  test.each([
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-D', '\u0004', 2],
  ] as const)('%s: nothing is written', async (_key, key, code) => {
    const ended = await atTerminal([], [[/1 of 4/, key]]);
    expect(ended.code).toBe(code);
    expect(ended.screen).toContain('Nothing was written.');
    expect(existsSync(join(folder, 'SLA.md'))).toBe(false);
  });
});

test('the program starts through its link in node_modules/.bin as well', () => {
  const folder = scratch();
  symlinkSync(join(root, 'bin/sla.cjs'), join(folder, 'sla'));
  expect(execFileSync(join(folder, 'sla'), ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  rmSync(folder, { recursive: true });
});
