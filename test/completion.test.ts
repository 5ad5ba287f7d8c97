import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './files.ts';
import { sla } from './sla.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-completion-'));
// A shell may still be writing down what it remembers when it has ended.
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
/** Put at the head of the PATH; only `sla` is in it. */
const program = join(folder, 'bin');
mkdirSync(program);
writeFileSync(join(program, 'sla'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/sla.cjs')}" "$@"\n`);
chmodSync(join(program, 'sla'), 0o755);
for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(join(folder, shell), sla(['completion', shell]).out);
for (const name of ['agreement one.md', 'notes.txt']) writeFileSync(join(folder, name), '');

const env = { ...process.env, PATH: `${program}${delimiter}${process.env.PATH ?? ''}`, TERM: 'xterm', HOME: folder };
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;
const runs = (shell: string, args: readonly string[]) =>
  spawnSync(shell, args, { cwd: folder, env, encoding: 'utf8', input: '' });

/** What stands on the screen of a shell in which some keys were pressed. */
function typed(shell: string, args: readonly string[], setup: string, keys: string, awaited: RegExp): Promise<string> {
  const terminal = spawn(shell, [...args], { cwd: folder, env: env as Record<string, string>, cols: 100, rows: 40 });
  let screen = '';
  let isReady = false;
  return new Promise((resolve) => {
    const end = () => {
      terminal.kill();
      resolve(screen);
    };
    const late = setTimeout(end, 20_000);
    terminal.onData((data) => {
      screen += data;
      if (!isReady && screen.includes('ready-now')) {
        isReady = true;
        screen = '';
        terminal.write(keys);
      } else if (isReady && awaited.test(screen)) {
        clearTimeout(late);
        end();
      }
    });
    terminal.write(`${setup}; echo ready-$(echo now)\r`);
  });
}

describe('what is suggested', () => {
  const suggested = (word: string, ...before: string[]) =>
    sla(['complete', `--word=${word}`, '--', ...before])
      .out.split('\n')
      .map((line) => line.split('\t')[0])
      .filter(Boolean);

  test.each([
    ['commands', ['ch'], ['check']],
    ['commands below a command', ['s', 'framework'], ['show', 'schema']],
    ['commands to be helped with', ['expl', 'help'], ['explain']],
    ['options', ['--fix-', 'check'], ['--fix-suggested', '--fix-dry-run']],
    ['options of every command', ['--col', 'check'], ['--color']],
    ['choices', ['', 'check', '--fail-on'], ['error', 'warning', 'info']],
    ['choices behind a sign', ['--fail-on=w', 'check'], ['--fail-on=warning']],
    ['choices behind a sign that bash makes a word of', ['w', 'check', '--fail-on', '='], ['warning']],
    ['formats', ['un', 'check', '--format'], ['unix']],
    ['rules', ['section-m', 'explain'], ['section-missing', 'section-misplaced']],
    ['frameworks, or a file', ['surv', 'check', '--framework'], ['surveillance-camera', ':files']],
    ['the rest of a list', ['github,git', 'init', '--with'], ['github,gitlab']],
    ['kinds of surveillance', ['cctv,an', 'init', '--surveillance'], ['cctv,anpr', 'cctv,analytics']],
    ['files', ['', 'check', 'SLA.md'], [':files']],
    ['files behind two dashes', ['-', 'check', '--'], [':files']],
    ['nothing for a title', ['', 'init', '--title'], []],
    ['nothing after all that is asked for', ['', 'model', 'SLA.md'], []],
    ['nothing for what is no option', ['--nothing=', 'check'], []],
  ] as const)('%s', (_title, [word, ...before], values) => {
    expect(suggested(word, ...before)).toEqual(values);
  });

  test('each with what it does', () => {
    expect(sla(['complete', '--word=che']).out).toBe('check\tcheck agreements against their framework\n');
  });

  test('the command for it is no command for people', () => {
    expect(sla(['--help']).out).not.toMatch(/^ +complete /m);
    expect(sla(['complet', 'bash']).err).toContain('Did you mean completion?');
  });

  test('a shell that is not known is told', () => {
    expect(sla(['completion', 'tcsh']).err).toContain('bash, zsh, fish, powershell');
  });
});

describe.runIf(has('bash'))('in bash', () => {
  test('complete knows the function, and it fills COMPREPLY', () => {
    const words = (line: readonly string[]) =>
      runs('bash', [
        '--norc',
        '-c',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: bash fills it in.
        'source ./bash; complete -p sla >/dev/null || exit 9; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sla 2>&1; printf "%s\\n" "${COMPREPLY[@]}"',
        'bash',
        ...line,
      ]).stdout.trim();
    expect(words(['sla', 'expl'])).toBe('explain');
    expect(words(['sla', 'explain', 'section-mis'])).toBe('section-missing\nsection-misplaced');
    expect(words(['sla', 'check', '--format', '=', 'un'])).toBe('unix');
  });

  test('at a terminal: commands, values behind a sign, and files with a space in their names', async () => {
    const at = (keys: string, awaited: RegExp) =>
      typed('bash', ['--norc', '--noprofile'], 'PS1="> "; source ./bash', keys, awaited);
    expect(await at('sla chec\t--format=un\t', /check --format=unix /)).toMatch(/check --format=unix /);
    expect(await at('sla check agr\t', /agreement\\ one\.md/)).toMatch(/agreement\\ one\.md/);
  });
});

describe.runIf(has('zsh'))('in zsh', () => {
  test('at a terminal: commands, values behind a sign, and files', async () => {
    const at = (keys: string, awaited: RegExp) =>
      typed('zsh', ['-f'], 'PS1="> "; autoload -U compinit; compinit -u; source ./zsh', keys, awaited);
    expect(await at('sla chec\t--format=un\t', /--format=unix/)).toMatch(/--format=unix/);
    expect(await at('sla check agr\t', /agreement\\ one\.md/)).toMatch(/agreement\\ one\.md/);
  });
});

describe.runIf(has('fish'))('in fish', () => {
  const lines = (line: string) =>
    runs('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`])
      .stdout.trim()
      .split('\n');

  test('commands with what they do, values, and files', () => {
    expect(lines('sla che')).toEqual(['check\tcheck agreements against their framework']);
    expect(lines('sla check --format=un')).toEqual(['--format=unix']);
    expect(lines('sla explain section-mis')).toEqual(['section-misplaced', 'section-missing']);
    expect(lines('sla check not').join()).toContain('notes.txt');
    expect(lines('sla init --title ')).toEqual(['']);
  });
});

describe.runIf(has('pwsh'))('in PowerShell', () => {
  test('commands and values', () => {
    writeFileSync(join(folder, 'powershell.ps1'), sla(['completion', 'powershell']).out);
    const script = ". ./powershell.ps1; (TabExpansion2 'sla explain section-mis' 23).CompletionMatches.CompletionText";
    expect(runs('pwsh', ['-NoProfile', '-c', script]).stdout).toContain('section-missing');
  });
});
