import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { root } from './files.ts';
import { good, nobody, scratch, sla } from './sla.ts';

let folder: string;
let caches: string;
beforeEach(() => {
  folder = scratch();
  caches = join(folder, 'caches');
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'SLA.md'), good);
  return () => rmSync(folder, { recursive: true, force: true });
});

const check = (...args: readonly string[]) => sla(['check', '--cache-dir', caches, ...args], { cwd: folder });
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const results = () => readdirSync(join(caches, 'results')).filter((name) => name.endsWith('.json'));

describe('results that are stored', () => {
  test('the second run says the same to the letter, in every format', () => {
    cpSync(join(root, 'examples/poor/millbrook-district.md'), join(folder, 'poor.md'));
    const formats = ['pretty', 'json', 'sarif', 'rdjson', 'junit', 'markdown', 'gitlab', 'unix'];
    const first = formats.map((format) => check('--no-cache', '--format', format));
    for (const again of [1, 2])
      expect(
        formats.map((format) => check('--format', format)),
        `run ${again}`,
      ).toEqual(first);
    expect(results()).toHaveLength(2);
  });

  test('a document that has changed is judged anew, and stored in place of the old one', () => {
    expect(check().code).toBe(0);
    write('SLA.md', good.replace('## 3.', '## 3. TBC'));
    const changed = check('--format', 'unix');
    expect(changed).toEqual(check('--no-cache', '--format', 'unix'));
    expect(changed.out).not.toBe('');
    expect(results()).toHaveLength(1);
  });

  test('another day, another framework and another configuration are other questions', () => {
    write('SLA.md', good.replace(/^expires: .*$/m, 'expires: 2026-05-01'));
    expect(check('--as-of', '2026-04-01', '--format', 'unix').out).not.toContain('agreement-expired');
    expect(check('--as-of', '2027-04-01', '--format', 'unix').out).toContain('agreement-expired');
    write('.sla.yaml', 'rules: { agreement-expired: off }\n');
    expect(check('--as-of', '2027-04-01', '--format', 'unix').out).not.toContain('agreement-expired');
    expect(check('--framework', 'service', '--format', 'unix')).toEqual(
      check('--framework', 'service', '--format', 'unix', '--no-cache'),
    );
  });

  test('a framework of one’s own that has changed counts at once, and so does a file that it refers to', () => {
    const extension = (bound: number) =>
      `$schema: https://json-schema.org/draft/2020-12/schema\n$id: ours:base\ntitle: Ours\n$ref: 'sla:surveillance-camera'\nproperties:\n  sections:\n    type: object\n    properties:\n      information-sharing:\n        type: object\n        properties:\n          retention: { type: object, properties: { days: { type: number, maximum: ${bound} } } }\n`;
    write('base.yaml', extension(400));
    write(
      'ours.yaml',
      "$schema: https://json-schema.org/draft/2020-12/schema\n$id: ours:all\ntitle: All of ours\n$ref: './base.yaml'\n",
    );
    write('SLA.md', good.replace(/^framework: .*$/m, 'framework: ./ours.yaml'));
    const before = check('--format', 'unix');
    expect(before.code, before.err).toBe(0);
    write('base.yaml', extension(2));
    const after = check('--format', 'unix');
    expect(after.out).toContain('component-invalid');
    expect(after).toEqual(check('--no-cache', '--format', 'unix'));
  });

  test('a file that the document points to counts when it goes and when it comes back', () => {
    write('plan.md', '# Plan\n');
    write('SLA.md', good.replace(/^(## .*)$/m, '$1\n\nSee [the plan](plan.md).\n'));
    expect(check('--format', 'unix').out).not.toContain('link-broken');
    rmSync(join(folder, 'plan.md'));
    expect(check('--format', 'unix').out).toContain('link-broken');
    write('plan.md', '# Plan\n');
    expect(check('--format', 'unix').out).not.toContain('link-broken');
  });

  test('another document with the same reference counts', () => {
    expect(check('SLA.md', '--format', 'unix').out).not.toContain('reference-duplicated');
    write('other.md', good);
    expect(check('--format', 'unix').out).toContain('reference-duplicated');
    rmSync(join(folder, 'other.md'));
    expect(check('--format', 'unix').out).not.toContain('reference-duplicated');
  });

  test.each([
    ['begins with a mark of its encoding', Buffer.from(`\ufeff${good}`), 1],
    ['cannot be read as text', Buffer.concat([Buffer.from(good), Buffer.from([0xff])]), 2],
  ])('another document with the same reference that %s counts, with the cache and without it', (_what, bytes, code) => {
    writeFileSync(join(folder, 'other.md'), bytes);
    const right = check('--no-cache', '--format', 'unix');
    expect(right.out).toMatch(/^SLA\.md:.*reference-duplicated/m);
    expect(right.code).toBe(code);
    for (const _time of [1, 2]) expect(check('--format', 'unix')).toEqual(right);
  });

  test('a cache that is cut, changed, somebody else’s or in the way is passed over without a word', () => {
    const right = check('--no-cache');
    expect(check()).toEqual(right);
    const [name = ''] = results();
    const file = join(caches, 'results', name);
    const whole = readFileSync(file);
    for (const spoil of [
      () => truncateSync(file, whole.length >> 1),
      () => writeFileSync(file, 'hello'),
      () => writeFileSync(file, whole.toString().replaceAll('written', 'absent')),
      () => writeFileSync(file, `{"key":"x"}\n${whole}`),
      () => [rmSync(file), mkdirSync(file)],
      () => [rmSync(caches, { recursive: true }), writeFileSync(caches, 'a file')],
    ]) {
      spoil();
      expect(check()).toEqual(right);
    }
  });

  test.runIf(nobody !== undefined)('a folder that may not be written is no reason to fail', () => {
    mkdirSync(caches);
    chmodSync(caches, 0o555);
    chmodSync(folder, 0o755);
    const run = sla(['check', '--cache-dir', caches, 'SLA.md'], { cwd: folder, ...(nobody && { uid: nobody }) });
    expect(run.code).toBe(0);
    expect(run.err).toBe('');
    expect(readdirSync(caches)).toEqual([]);
  });

  test('repairs are stored nowhere', () => {
    check('--fix');
    expect(existsSync(join(caches, 'results')) ? results() : []).toEqual([]);
  });

  test('two runs at once find the same, and leave nothing half-written', async () => {
    for (let index = 0; index < 12; index++)
      write(`${index}.md`, good.replace(/^reference: .*$/m, `reference: R${index}`));
    const runs = await Promise.all(
      [1, 2, 3].map(
        () =>
          new Promise<string>((resolve) => {
            const args = [
              join(root, 'bin/sla.cjs'),
              'check',
              '--cache-dir',
              caches,
              '--as-of',
              '2026-03-12',
              '--format',
              'json',
            ];
            const run = spawn(process.execPath, args, { cwd: folder });
            let out = '';
            run.stdout.on('data', (chunk) => {
              out += chunk;
            });
            run.on('close', () => resolve(out));
          }),
      ),
    );
    expect(new Set(runs).size).toBe(1);
    expect(runs[0]).toBe(check('--no-cache', '--format', 'json').out);
    expect(readdirSync(join(caches, 'results')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('one, two and five workers report the same to the letter', () => {
  cpSync(join(root, 'examples/poor'), join(folder, 'poor'), { recursive: true });
  for (let index = 0; index < 30; index++) write(`${index}.md`, good.replace('council', `council ${index}`));
  write('broken.md', '---\nframework: ./nowhere.yaml\n---\n\n# A\n');
  write('notes.md', '# Notes\n');
  const [one, ...others] = ['1', '2', '5'].map((count) =>
    check('--no-cache', '--format', 'json', '--concurrency', count),
  );
  expect(one?.err).toContain('nowhere.yaml');
  expect(one?.code).toBe(2);
  for (const other of others) expect(other).toEqual(one);
});

test('what keeps workers from starting is told as without them', () => {
  for (let index = 0; index < 30; index++) write(`${index}.md`, good);
  const [one, two] = ['1', '2'].map((count) => check('--no-cache', '--framework', 'servise', '--concurrency', count));
  expect(one?.err).toContain('there is no framework “servise”');
  expect(two).toEqual(one);
});

test('no worker at all is told, with what to write', () => {
  const run = check('--concurrency', '0');
  expect(run.code).toBe(2);
  expect(run.err).toContain('Write a whole number from 1 on.');
});

test('compiled code that was damaged is compiled anew: V8 would believe it', () => {
  const env = { XDG_CACHE_HOME: caches };
  const run = () => sla(['check', '--no-cache', 'SLA.md'], { cwd: folder, env });
  const right = run();
  const code = join(caches, 'sla', 'code');
  const name = existsSync(code) ? readdirSync(code).find((one) => one.includes('judge')) : undefined;
  // Newer versions of Node keep it by themselves.
  if (!name || !statSync(join(code, name)).isFile()) return;
  const file = join(code, name);
  const bytes = readFileSync(file);
  for (let index = bytes.length >> 1; index < bytes.length; index += 97) bytes[index] = (bytes[index] ?? 0) ^ 0x5a;
  writeFileSync(file, bytes);
  expect(run()).toEqual(right);
  truncateSync(file, 1000);
  expect(run()).toEqual(right);
  expect(statSync(file).size).toBeGreaterThan(100_000);
});

test('what is kept of the code of a run that could not do its work is replaced by the first that can', () => {
  const code = join(caches, 'sla', 'code');
  const kept = () => (existsSync(code) ? readdirSync(code).filter((name) => /-judge-.*\.cjs/.test(name)) : []);
  const run = (path: string) => sla(['check', '--no-cache', path], { cwd: folder, env: { XDG_CACHE_HOME: caches } });
  mkdirSync(join(folder, 'empty'));
  expect(run('empty').code).toBe(2);
  expect(kept().every((name) => name.endsWith('.part'))).toBe(true);
  // Newer versions of Node keep it by themselves.
  const isOurs = !('enableCompileCache' in Module);
  if (isOurs) expect(kept()).toHaveLength(1);
  expect(run('SLA.md').code).toBe(0);
  if (isOurs) expect(kept().filter((name) => name.endsWith('.cjs'))).toHaveLength(1);
});

test('frameworks that are loaded one after the other are compiled once', () => {
  const code = join(caches, 'sla', 'code');
  write('service.md', '---\nframework: service\n---\n\n# Service\n');
  const run = () =>
    sla(['check', '--no-cache', 'SLA.md', 'service.md'], { cwd: folder, env: { XDG_CACHE_HOME: caches } });
  const times = () => Object.fromEntries(readdirSync(code).map((name) => [name, statSync(join(code, name)).mtimeMs]));
  run();
  const first = times();
  run();
  expect(times()).toEqual(first);
});

test('what was compiled of another build of the same sources is not taken for this one’s', () => {
  const program = join(folder, 'program');
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(root, part), join(program, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
  const run = () =>
    spawnSync(process.execPath, [join(program, 'bin/sla.cjs'), 'check', '--no-cache', 'SLA.md'], {
      cwd: folder,
      env: { ...process.env, XDG_CACHE_HOME: caches },
      encoding: 'utf8',
    });
  const right = run();
  expect(right.status).toBe(0);
  // In another build the bundler gives its files other names, as long as these: all else is the same, letter by letter.
  const dist = join(program, 'dist');
  const otherwise = (text: string) =>
    text.replace(/-[\w-]{8}(?=\.cjs)/g, (digest) => `-${digest.slice(5)}${digest.slice(1, 5)}`);
  for (const name of readdirSync(dist).filter((one) => one.endsWith('.cjs'))) {
    writeFileSync(join(dist, name), otherwise(readFileSync(join(dist, name), 'utf8')));
    renameSync(join(dist, name), join(dist, otherwise(name)));
  }
  const { status, stdout, stderr } = run();
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: right.stdout, stderr: right.stderr });
});

describe('a framework of one’s own', () => {
  const env = () => ({ XDG_CACHE_HOME: join(folder, 'home') });
  const compiled = () => join(folder, 'home', 'sla', 'frameworks');
  const kept = () => (existsSync(compiled()) ? readdirSync(compiled()).filter((name) => name.endsWith('.json')) : []);
  /** Always with a cache of results that is empty, so that the document is judged. */
  const judged = (...args: readonly string[]) => {
    rmSync(caches, { recursive: true, force: true });
    const run = ['check', '--cache-dir', caches, '--framework', './own.yaml', '--format', 'json', ...args, 'SLA.md'];
    return sla(run, { cwd: folder, env: env() });
  };
  const own = readFileSync(join(root, 'examples/framework/stricter.yaml'), 'utf8');
  beforeEach(() => write('own.yaml', own));

  test('is compiled once, and says the same from then on', () => {
    const first = judged();
    expect(kept()).toHaveLength(1);
    expect(judged()).toEqual(first);
    expect(judged('--no-cache')).toEqual(first);
  });

  test('is kept in the user’s own folder only, and with --no-cache nowhere', () => {
    judged('--no-cache');
    expect(kept()).toEqual([]);
    judged();
    expect(kept()).toHaveLength(1);
    expect(existsSync(join(caches, 'frameworks'))).toBe(false);
  });

  test('is compiled anew when it or a file that it refers to has changed', () => {
    write('base.yaml', own);
    write(
      'own.yaml',
      own.replace('sla:exampleton', 'sla:own').replace('$ref: sla:surveillance-camera', '$ref: ./base.yaml'),
    );
    const before = judged();
    write('base.yaml', own.replace('maximum: 31', 'maximum: 1'));
    const after = judged();
    expect(after).not.toEqual(before);
    expect(after).toEqual(judged('--no-cache'));
    write('own.yaml', 'title: No framework\n');
    expect(judged().code).toBe(2);
  });

  test('that was kept and then damaged, or changed by somebody, is passed over without a word', () => {
    const right = judged();
    const file = join(compiled(), kept()[0] ?? '');
    const text = readFileSync(file, 'utf8');
    for (const wrong of [text.slice(0, 2000), text.replace('validate', 'validat'), '', 'null\nnull']) {
      writeFileSync(file, wrong);
      expect(judged()).toEqual(right);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
    rmSync(compiled(), { recursive: true });
    writeFileSync(compiled(), 'no folder');
    expect(judged()).toEqual(right);
  });

  test('is not kept when its words might get out of a comment in the compiled code', () => {
    write('own.yaml', own.replace('title: Public consultation', 'title: "*/ Public consultation /*"'));
    expect(judged()).toEqual(judged('--no-cache'));
    expect(kept()).toEqual([]);
  });
});
