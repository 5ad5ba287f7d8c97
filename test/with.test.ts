import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { companions } from '../src/scaffold/companions.ts';
import { writeAll } from '../src/workspace/write-all.ts';
import { filesBelow, root } from './files.ts';
import { good, scratch, sla } from './sla.ts';

const all = Object.keys(companions).join(',');
let folder = '';
beforeEach(() => {
  folder = scratch();
  mkdirSync(join(folder, '.git'));
  return () => rmSync(folder, { recursive: true, force: true });
});
const init = (...args: string[]) => sla(['init', '--yes', ...args], { cwd: folder });
const written = () =>
  filesBelow(folder)
    .map((file) => file.slice(folder.length + 1))
    .sort();
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const everything = [
  '.github/workflows/sla.yml',
  '.gitlab-ci.yml',
  '.pre-commit-config.yaml',
  '.sla.yaml',
  '.vscode/tasks.json',
];

describe('init --with', () => {
  test('writes the files that are named, and the agreement', () => {
    const { out, code } = init('--with', all);
    expect(code).toBe(0);
    expect(written()).toEqual([...everything, 'SLA.md']);
    for (const path of everything) expect(out).toContain(`Wrote ${path}.`);
  });

  test('the agreement passes under the configuration that comes with it', () => {
    init('--with', 'config');
    expect(sla(['check'], { cwd: folder }).code).toBe(0);
  });

  test('without the agreement, nothing need be answered', () => {
    const { code } = sla(['init', '--no-agreement', '--with', 'github'], { cwd: folder });
    expect(code).toBe(0);
    expect(written()).toEqual(['.github/workflows/sla.yml']);
  });

  test.each([
    ['a name that is not known', ['--with', 'github,gitlb'], 'Did you mean “gitlab”?'],
    ['no name', ['--with', ','], 'Use any of: github, gitlab'],
    ['nothing to write', ['--no-agreement'], 'there is nothing to write'],
    ['nothing to print', ['--no-agreement', '--stdout'], 'prints the agreement alone'],
    ['what would not be printed', ['--with', 'github', '--stdout'], 'Take --with away'],
    ['one file for two things', ['.sla.yaml', '--with', 'config'], 'is asked for twice'],
  ])('%s is told, and nothing is written', (_title, args, words) => {
    const { err, code } = init(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(written()).toEqual([]);
  });

  test('a file that is there stays, all that are there are named, and no other is written', () => {
    writeFileSync(join(folder, '.sla.yaml'), 'mine');
    writeFileSync(join(folder, 'SLA.md'), 'mine');
    const { err, code } = init('--with', all);
    expect(code).toBe(2);
    expect(err).toContain('sla: SLA.md: the file is already there');
    expect(err).toContain('--no-agreement');
    expect(err).toContain('sla: .sla.yaml: the file is already there');
    expect(written()).toEqual(['.sla.yaml', 'SLA.md']);
    expect(init('--with', 'config', '--force').code).toBe(0);
    expect(text('.sla.yaml')).not.toBe('mine');
  });

  test('a pipeline that is there is left alone: the job gets a file of its own', () => {
    writeFileSync(join(folder, '.gitlab-ci.yml'), 'mine');
    const { out } = init('--with', 'gitlab', '--force');
    expect(out).toContain('Add to .gitlab-ci.yml, under “include:”, the line “- local: .gitlab/sla.yml”.');
    expect(written()).toEqual(['.gitlab-ci.yml', '.gitlab/sla.yml', 'SLA.md']);
    expect(text('.gitlab-ci.yml')).toBe('mine');
    expect(parse(text('.gitlab/sla.yml'))).toEqual(parse(companions.gitlab?.text ?? ''));
  });

  test('what an earlier run wrote is not written a second time in another place', () => {
    expect(init('--no-agreement', '--with', 'gitlab').code).toBe(0);
    const { err, code } = init('--no-agreement', '--with', 'gitlab');
    expect(code).toBe(2);
    expect(err).toContain('.gitlab-ci.yml: the file is already there');
    expect(written()).toEqual(['.gitlab-ci.yml']);
  });

  test('from a folder of the repository the files go to its root', () => {
    mkdirSync(join(folder, 'agreements'));
    const { out } = sla(['init', '--yes', '--with', 'github'], { cwd: join(folder, 'agreements') });
    expect(out).toContain('Wrote ../.github/workflows/sla.yml.');
    expect(written()).toEqual(['.github/workflows/sla.yml', 'agreements/SLA.md']);
  });

  test('a link in place of a folder is not followed', () => {
    symlinkSync('/tmp', join(folder, '.github'));
    const { err, code } = init('--with', 'github');
    expect(code).toBe(2);
    expect(err).toContain('.github is a link, not a folder');
  });

  test('--dry-run writes nothing, --json tells all, --stdout prints the agreement', () => {
    expect(init('--with', all, '--dry-run').out).toContain('Would write .github/workflows/sla.yml.');
    expect(JSON.parse(init('--with', 'github', '--dry-run', '--json').out)).toMatchObject({
      path: 'SLA.md',
      written: false,
      with: [{ path: '.github/workflows/sla.yml' }],
    });
    expect(init('--stdout').out).toMatch(/^---\nframework: surveillance-camera\n[\s\S]*\n$/);
    expect(written()).toEqual([]);
  });

  test('all or nothing: when the last file cannot be had, the others are as they were', async () => {
    writeFileSync(join(folder, 'old'), 'mine');
    mkdirSync(join(folder, 'taken/full'), { recursive: true });
    const draft = (path: string) => ({ path: join(folder, path), shown: path, text: 'new' });
    const drafts = [draft('old'), draft('deep/er/new'), draft('taken')];
    await expect(writeAll(drafts, true)).rejects.toMatchObject({ failure: [{ place: 'taken' }] });
    await expect(writeAll(drafts.slice(1), false)).rejects.toMatchObject({ failure: [{ place: 'taken' }] });
    expect(text('old')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['.git', 'old', 'taken']);
  });
});

describe('what it writes', () => {
  const yaml = (name: string) => parse(companions[name]?.text ?? '');

  test('the workflow may only read, and pastes nothing into a shell', () => {
    const workflow = yaml('github');
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const { steps } = workflow.jobs.check;
    expect(steps.at(-1).run).toBe('npx --yes sla-cli check --format github');
    expect(JSON.stringify(workflow)).not.toContain('${{');
  });

  test('the job for GitLab keeps the report that it writes', () => {
    const { script, artifacts } = yaml('gitlab').sla;
    expect(script).toEqual([
      `npx --yes sla-cli check --format pretty --format gitlab=${artifacts.reports.codequality}`,
    ]);
  });

  test('the hook is given the Markdown files, in one run', () => {
    const [hook] = yaml('pre-commit').repos[0].hooks;
    expect(hook).toMatchObject({ types: ['markdown'], pass_filenames: true, require_serial: true });
    const [own] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hook.entry).toBe(own.entry.replace('sla', 'npx --yes sla-cli'));
  });

  test('the task for VS Code reads every line of --format unix', () => {
    const [task] = JSON.parse(companions.vscode?.text ?? '').tasks;
    const { regexp, ...groups } = task.problemMatcher.pattern;
    const { out } = sla([...task.args.slice(2), 'examples/poor']);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const [, file, , , severity, message, code] = new RegExp(regexp).exec(line) ?? [];
      expect(line).toMatch(new RegExp(`^${file}:.* ${severity}: `));
      expect(existsSync(join(root, file ?? ''))).toBe(true);
      expect(line.endsWith(`${message} [${code}]`)).toBe(true);
    }
    expect(groups).toEqual({ file: 1, line: 2, column: 3, severity: 4, message: 5, code: 6 });
  });

  test('every line of the configuration that is a suggestion can be used', () => {
    const suggestions = (companions.config?.text ?? '').replace(/^# (?=[a-z-]+: [^\n]*$)/gm, '');
    expect(suggestions.match(/^[a-z-]+:/gm)?.length).toBeGreaterThan(7);
    writeFileSync(join(folder, '.sla.yaml'), suggestions);
    writeFileSync(join(folder, 'our-framework.yaml'), readFileSync(join(root, 'examples/framework/stricter.yaml')));
    writeFileSync(join(folder, 'SLA.md'), good);
    const checked = (...args: string[]) => sla(['check', '--as-of', '2026-03-12', ...args, 'SLA.md'], { cwd: folder });
    expect(checked('--update-baseline')).toMatchObject({ code: 0, err: 'The baseline now holds no findings.\n' });
    expect(checked()).toMatchObject({ code: 0, err: '' });
  });
});

describe('docs/integration.md', () => {
  const page = readFileSync(join(root, 'docs/integration.md'), 'utf8');

  test('the pipeline for Azure DevOps publishes the report that it writes', () => {
    const { steps } = parse(readFileSync(join(root, 'examples/ci/azure-pipelines.yml'), 'utf8'));
    expect(steps[1].script).toContain(`--format junit=${steps[2].inputs.testResultsFiles}`);
  });

  test.runIf(spawnSync('vim', ['--version']).status === 0)('the errorformat reads what --format unix writes', () => {
    const format = /^autocmd .* setlocal (errorformat=.*)$/m.exec(page)?.[1];
    const { out } = sla(['check', '--format', 'unix', 'examples/poor/millbrook-district.md']);
    writeFileSync(join(folder, 'report'), out);
    const commands = [`set ${format}`, 'cgetfile report', 'call writefile([json_encode(getqflist())], "list")', 'qa!'];
    spawnSync('vim', ['-u', 'NONE', '-es', ...commands.flatMap((one) => ['-c', one])], { cwd: folder });
    const list: { lnum: number; col: number; type: string; text: string }[] = JSON.parse(text('list'));
    const read = list.map(({ lnum, col, type, text }) => `${lnum}:${col}: ${type}: ${text}`);
    const lines = out.trimEnd().split('\n');
    expect(read).toEqual(lines.map((line) => line.replace(/^.*?\.md:/, '').replace(/: ([ewi])[a-z]+: /, ': $1: ')));
  });
});

describe('check --pass-over, for programs that name every file that has changed', () => {
  test('files that are no agreements are passed over, and so is what the configuration excludes', () => {
    writeFileSync(join(folder, 'README.md'), '# Readme\n');
    writeFileSync(join(folder, 'old.md'), good.replace('## 1.', '## 9.'));
    writeFileSync(join(folder, '.sla.yaml'), 'exclude: [old.md]\n');
    const checked = (...paths: string[]) => sla(['check', '--pass-over', ...paths], { cwd: folder });
    expect(checked('README.md', 'old.md').code).toBe(0);
    writeFileSync(join(folder, 'SLA.md'), '---\nframework: service\n---\n');
    expect(checked('README.md', 'SLA.md').code).toBe(1);
    expect(checked('absent.md').code).toBe(2);
  });
});

describe('the action of this repository', () => {
  const { runs, inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const [step] = runs.steps;

  /** The words that npx is called with, one a line. */
  function called(env: Record<string, string>): string[] {
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
    chmodSync(join(folder, 'npx'), 0o755);
    const path = `${folder}${delimiter}${process.env.PATH ?? ''}`;
    const options = { env: { PATH: path, ...env }, encoding: 'utf8' as const, cwd: folder };
    const { stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], options);
    expect(stderr).toBe('');
    return stdout.trimEnd().split('\n');
  }

  test('every input goes through the environment', () => {
    expect(step.run).not.toContain('${{');
    const given = Object.values(step.env).map((one) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(String(one))?.[1]);
    expect(given).toEqual(Object.keys(inputs));
  });

  test('paths, version and severity become words, whatever is in them', () => {
    expect(called({ SLA_PATHS: '', SLA_VERSION: 'latest', SLA_FAIL_ON: '' })).toEqual([
      '--yes',
      'sla-cli@latest',
      'check',
      '--format',
      'github',
      '--',
    ]);
    const odd = { SLA_PATHS: 'a b.md\n-x\n"; touch evil; $(touch evil)\n', SLA_VERSION: '1.0.0', SLA_FAIL_ON: 'info' };
    expect(called(odd)).toEqual([
      '--yes',
      'sla-cli@1.0.0',
      'check',
      '--format',
      'github',
      '--fail-on',
      'info',
      '--',
      'a b.md',
      '-x',
      '"; touch evil; $(touch evil)',
    ]);
    expect(existsSync(join(folder, 'evil'))).toBe(false);
  });
});
