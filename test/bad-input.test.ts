import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { root } from './files.ts';
import { good, nobody, permissionsCount, scratch, sla } from './sla.ts';

let folder = scratch();
beforeEach(() => {
  folder = scratch();
  return () => rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const run = (...args: string[]) => sla(args, { cwd: folder });
const document = (frontMatter: string) => `---\nframework: surveillance-camera\n${frontMatter}\n---\n\n# Agreement\n`;

describe('what cannot be checked ends with 2, names the place and says what to do', () => {
  test('a file that does not exist', () => {
    expect(run('check', 'SLA.md')).toEqual({
      code: 2,
      out: '',
      err: 'sla: SLA.md: no such file or folder\n     Check the spelling of the path.\n',
    });
  });

  test('a folder without documents, and one whose documents name no framework', () => {
    mkdirSync(join(folder, 'empty'));
    expect(run('check', 'empty')).toMatchObject({
      code: 2,
      err: expect.stringContaining('empty: no Markdown file in this folder'),
    });
    put('notes.md', '# Notes\n');
    const { code, err } = run('check', '.');
    expect(code).toBe(2);
    expect(err).toContain('nothing to check: the one Markdown file found names no framework');
    expect(run('check', '.', '--allow-empty')).toMatchObject({ code: 0, err: '' });
  });

  test('a folder without documents beside a path that is missing, and one whose documents are all left out', () => {
    mkdirSync(join(folder, 'empty'));
    const { err } = run('check', 'missing.md', 'empty');
    expect(err).toContain('missing.md: no such file or folder');
    expect(err).toContain('empty: no Markdown file in this folder');
    mkdirSync(join(folder, 'old'));
    put('old/SLA.md', good);
    put('.sla.yaml', 'exclude: ["old/**"]\n');
    expect(run('check', 'old').err).not.toContain('no Markdown file in this folder');
  });

  test('a pattern without a match', () => {
    expect(run('check', 'agreements/*.md')).toMatchObject({
      code: 2,
      err: expect.stringContaining('agreements/*.md: no file matches this pattern'),
    });
  });

  test.skipIf(!permissionsCount)('a file that may not be read', () => {
    put('SLA.md', good);
    chmodSync(join(folder, 'SLA.md'), 0o000);
    chmodSync(folder, 0o755);
    const ended = sla(['check', 'SLA.md'], {
      cwd: folder,
      ...(nobody !== undefined && { uid: nobody }),
    });
    expect(ended).toMatchObject({
      code: 2,
      err: expect.stringContaining('SLA.md: permission denied'),
    });
  });

  test.skipIf(!permissionsCount)('a folder that may not be looked into, beside an agreement that is checked', () => {
    put('SLA.md', good);
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o000);
    chmodSync(folder, 0o755);
    const ended = sla(['check', '--as-of', '2026-03-12'], {
      cwd: folder,
      ...(nobody !== undefined && { uid: nobody }),
    });
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('closed: permission denied') });
    expect(ended.out).toContain('1 document checked');
  });

  test.skipIf(process.platform !== 'linux')('a name in another encoding, beside an agreement that is checked', () => {
    put('SLA.md', good);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]), good);
    const ended = run('check', '--as-of', '2026-03-12');
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('the name is not in UTF-8') });
    expect(ended.out).toContain('1 document checked');
  });

  test.skipIf(process.platform !== 'linux')('a framework that is a pipe, and a .gitignore that never ends', () => {
    spawnSync('mkfifo', [join(folder, 'pipe.yaml')]);
    symlinkSync('/dev/zero', join(folder, '.gitignore'));
    put('SLA.md', good);
    expect(run('framework', 'check', './pipe.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not an ordinary file'),
    });
    expect(run('check', '--as-of', '2026-03-12').code).toBe(0);
  });

  test('a line of .gitignore with many brackets, which are letters there, leaves its file out', () => {
    put('.gitignore', 'SLA {old} (1) (2) (3).md\n');
    put('SLA {old} (1) (2) (3).md', '---\nframework: ./gone.yaml\n---\n');
    put('SLA.md', good);
    expect(run('check', '--as-of', '2026-03-12')).toMatchObject({ code: 0, err: '' });
  });

  test('a folder of a framework that there is not, in a repository and outside', () => {
    put('SLA.md', good);
    const missing = { code: 2, err: expect.stringContaining('no such file or folder') };
    expect(run('check', '--framework', 'framwork/ours.yaml', 'SLA.md')).toMatchObject(missing);
    mkdirSync(join(folder, '.git'));
    expect(run('check', '--framework', 'framwork/ours.yaml', 'SLA.md')).toMatchObject(missing);
  });

  test.each([
    [
      'Latin-1',
      Buffer.from('# Agreement\n\nCaf\xe9 and bar\n', 'latin1'),
      'SLA.md:3:4: is not valid UTF-8 (byte 17 is 0xe9)',
    ],
    ['UTF-16', Buffer.from('\ufeff# Agreement\n', 'utf16le'), 'SLA.md: is saved as UTF-16 (byte 1)'],
    ['a NUL byte', Buffer.from('# Agreement\n\nA\0B\n'), 'SLA.md:3:2: holds a NUL character (byte 15)'],
    [
      '2,000 quotations in one another',
      Buffer.from(`# A\n\n${'>'.repeat(2000)} deep\n`),
      'SLA.md:3:1: nests lists or quotations more than 100 deep',
    ],
    ['a file of 17 MB', Buffer.alloc(17 * 1024 * 1024, 'a'), 'SLA.md: is 17 MB; the limit is 16 MB'],
  ])('%s', (_name, bytes, complaint) => {
    put('SLA.md', bytes);
    const { code, out, err } = run('check', 'SLA.md');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`sla: ${complaint}\n     `);
  });

  test('one bad file among good ones: the others are checked all the same', () => {
    put('a.md', Buffer.from([0xff, 0xff]));
    put('b.md', good);
    const { code, out, err } = run('check', '--as-of', '2026-03-12', 'a.md', 'b.md');
    expect(code).toBe(2);
    expect(out).toContain('1 document checked: no errors');
    expect(err).toContain('a.md');
  });

  test('a framework that does not exist: did you mean', () => {
    put('SLA.md', document('').replace('surveillance-camera', 'surveilance-camera'));
    expect(run('check', 'SLA.md')).toMatchObject({
      code: 2,
      err: 'sla: SLA.md:2:1: there is no framework “surveilance-camera”\n     Did you mean “surveillance-camera”?\n',
    });
    expect(run('check', '--framework', 'service-camera', 'SLA.md').code).toBe(2);
  });

  test('a framework outside the repository, named by a document', () => {
    mkdirSync(join(folder, 'repo/.git'), { recursive: true });
    put('outside.yaml', readFileSync(join(root, 'examples/framework/car-parks.yaml')));
    writeFileSync(join(folder, 'repo/SLA.md'), document('').replace('surveillance-camera', '../outside.yaml'));
    const ended = sla(['check', 'SLA.md'], { cwd: join(folder, 'repo') });
    expect(ended).toMatchObject({
      code: 2,
      err: expect.stringContaining('lies outside the repository'),
    });
  });
});

describe('what is wrong with the front matter is one finding, with its line and column', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}x]`).join('\n')}`;
  test.each([
    ['broken YAML', 'title: "open\nstatus: draft', 'front-matter-syntax', 'cannot be read|closing'],
    ['a key twice', 'title: a\nstatus: draft\ntitle: b', 'front-matter-syntax', '“title” stands here a second time'],
    ['a tab', 'review:\n\tevery: 12 months', 'front-matter-syntax', 'tab'],
    ['an alias bomb', bomb, 'front-matter-syntax', 'More than 20,000 keys and values'],
    ['an alias to nothing', 'title: *nobody', 'front-matter-syntax', 'nobody|alias'],
    ['2,000 levels', `title: ${nested(2000)}`, 'front-matter-syntax', 'nested more than 64 deep'],
    ['2,000 levels of dashes', `title:\n  ${'- '.repeat(2000)}x`, 'front-matter-syntax', 'nested more than 64 deep'],
    [
      '20,000 keys twice over',
      Array.from({ length: 20_001 }, (_, index) => `k${index}: 1`).join('\n'),
      'front-matter-syntax',
      'More than 20,000 keys and values',
    ],
  ])('%s', (_name, yaml, rule, words) => {
    put('SLA.md', document(yaml));
    const { code, out, err } = run('check', '--format', 'json', 'SLA.md');
    expect([code, err]).toEqual([1, '']);
    const [{ findings }] = JSON.parse(out).documents;
    expect(findings).toHaveLength(1);
    expect(findings[0].rule).toBe(rule);
    expect(findings[0].text).toMatch(new RegExp(words));
    expect(findings[0].at.start.line).toBeGreaterThan(1);
    expect(findings[0].help).not.toBe('');
  });

  test('a scalar where a map belongs', () => {
    put('SLA.md', good.replace(/^review:.*$/m, 'review: yearly'));
    const [{ findings }] = JSON.parse(
      run('check', '--format', 'json', '--as-of', '2026-03-12', 'SLA.md').out,
    ).documents;
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'front-matter-invalid',
      text: '“review” must be a group of keys, but is “yearly”.',
    });
    expect(findings[0].at.start).toMatchObject({ column: 9 });
  });

  test('front matter that is a list, and none at all', () => {
    put('SLA.md', '---\n- a\n- b\n---\n# A\n');
    expect(run('check', '--format', 'unix', 'SLA.md').out).toContain(
      'SLA.md:2:1: error: The front matter is not a list of “key: value” lines. [front-matter-syntax]',
    );
    put('SLA.md', '# A\n');
    expect(run('check', '--format', 'unix', 'SLA.md')).toMatchObject({
      code: 1,
      out: expect.stringContaining('SLA.md:1:1: error:'),
    });
  });
});

describe('every way to end a line is read, and a byte order mark is no letter', () => {
  test.each([
    ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
    ['CR', (text: string) => text.replace(/\n/g, '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no final newline', (text: string) => text.trimEnd()],
  ])('%s', (_name, change) => {
    put('SLA.md', change(good));
    expect(run('check', '--as-of', '2026-03-12', 'SLA.md')).toMatchObject({ code: 0, err: '' });
    put('SLA.md', change(good.replace('## 8. Finance', '## 8. Fnance')));
    const line = good.split('\n').findIndex((one) => one.startsWith('## 8.')) + 1;
    expect(run('check', '--format', 'unix', 'SLA.md').out).toMatch(
      new RegExp(`^SLA.md:${line}:1: error: There is no section “Finance”`),
    );
  });

  test('an empty file', () => {
    put('SLA.md', '');
    expect(run('check', 'SLA.md').code).toBe(1);
    expect(run('check', '--framework', 'surveillance-camera', 'SLA.md').code).toBe(1);
  });
});

describe('a framework or answers file that is wrong: every problem with file, line and pointer', () => {
  test('a framework', () => {
    put(
      'own.yaml',
      readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8')
        .replace('required: [area]', 'requird: [area]')
        .replace('title: Charges', 'titel: Charges'),
    );
    for (const args of [
      ['framework', 'check', 'own.yaml'],
      ['check', '--framework', 'own.yaml', 'x.md'],
    ]) {
      const { code, err } = run(...args);
      expect(code).toBe(2);
      expect(err).toMatch(
        /own\.yaml:\d+:\d+: .*unknown key “requird” \(at \/properties\/sections\/properties\/scope\/requird\)\n {5}Did you mean “required”\?/,
      );
      expect(err).toMatch(/unknown key “titel” .*\n {5}Did you mean “title”\?/);
    }
  });

  test.each([
    ['a pattern', 'title: Car park agreement', 'title: Car park agreement\npattern: (a+)+$', 'unknown key “pattern”'],
    [
      'a reference to nothing',
      "$ref: 'sla:values#/$defs/period'",
      "$ref: 'sla:values#/$defs/perod'",
      'points to nothing',
    ],
    [
      'a reference round in a circle',
      "$ref: 'sla:values#/$defs/period'",
      "$ref: '#/properties/sections'",
      'leads back to itself',
    ],
    [
      'a section asked for and not described',
      'required: [scope, charges]',
      'required: [scope, charges, keys]',
      '“keys” is asked for but not described',
    ],
    [
      'a component asked for and not described',
      'required: [area]',
      'required: [aria]',
      '“aria” is asked for but not described',
    ],
    ['two components of one name', 'aliases: [Car parks]', 'aliases: [Exclusions]', 'both answer to “Exclusions”'],
    ['broken YAML', 'type: object', 'type: [object', 'bracket that opens above'],
  ])('%s in a framework', (_name, from, to, words) => {
    put('own.yaml', readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8').replace(from, to));
    const { code, err } = run('framework', 'check', 'own.yaml');
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(words));
    expect(err).toMatch(/^sla: own\.yaml:\d+:\d+: /);
  });

  test('frameworks in several files: found beside, never round in a circle, never outside the repository', () => {
    const whole = readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8');
    const refersTo = (file: string, id: string) =>
      `$schema: https://json-schema.org/draft/2020-12/schema\n$id: sla:${id}\ntitle: Ours\n$ref: '${file}'\n`;
    put('base.yaml', whole);
    put('own.yaml', refersTo('./base.yaml', 'own'));
    expect(run('framework', 'check', 'own.yaml')).toMatchObject({ code: 0, err: '' });
    const all = JSON.parse(run('framework', 'schema', 'own.yaml').out);
    expect(all.$ref).toBe('sla:car-parks');
    put('one.yaml', refersTo('./two.yaml', 'one'));
    put('two.yaml', refersTo('./one.yaml', 'two'));
    expect(run('framework', 'check', 'one.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('leads back to itself'),
    });
    put('lost.yaml', refersTo('./nowhere.yaml', 'lost'));
    expect(run('framework', 'check', 'lost.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    });
    put('out.yaml', refersTo('../../../../../../etc/hostname.yaml', 'out'));
    expect(run('framework', 'check', 'out.yaml').code).toBe(2);
    put('twin.yaml', refersTo('./base.yaml', 'car-parks'));
    expect(run('framework', 'check', 'twin.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('has the id'),
    });
    put(
      'own.json',
      JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'sla:j',
        title: 'Ours',
        $ref: './base.yaml',
      }),
    );
    expect(run('framework', 'check', 'own.json')).toMatchObject({ code: 0, err: '' });
  });

  test('a framework of ten megabytes is refused at once', () => {
    put('own.yaml', `title: Big\n${'key: { a: 1, b: [1, 2, 3] }\n'.repeat(400_000)}`);
    expect(run('framework', 'check', 'own.yaml')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^sla: own\.yaml:\d+:\d+: More than 512 KB/),
    });
  });

  test('answers', () => {
    put(
      'answers.yaml',
      'titel: CCTV\nstatus: drafty\nparties: none\nomitted: { governance: No need for rules here., finanse: x }\n',
    );
    const { code, err } = run('init', '--yes', '--answers', 'answers.yaml');
    expect(code).toBe(2);
    for (const words of [
      'answers.yaml:1:1: The file has an unknown key “titel” (at /titel)',
      'answers.yaml:2:9: “status” cannot be “drafty” (at /status)',
      'answers.yaml:3:10: “parties” must be a list',
      '“Governance” may not be left out',
      'no section “finanse”',
    ]) {
      expect(err).toContain(words);
    }
    expect(readdirSync(folder)).toEqual(['answers.yaml']);
  });

  test('good answers', () => {
    put(
      'answers.json',
      JSON.stringify({
        title: 'CCTV in the harbour',
        parties: [
          { name: 'Port Authority', role: 'system-owner' },
          { name: 'Harbour Police', role: 'police' },
        ],
        systems: [{ name: 'Quay' }],
        surveillance: ['cctv'],
        omitted: { finance: 'Each side bears its own costs.' },
      }),
    );
    expect(run('init', '--answers', 'answers.json')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'SLA.md'), 'utf8')).toContain('title: CCTV in the harbour');
    expect(run('check', 'SLA.md', '--fail-on', 'warning').code).toBe(0);
  });
});

test('more parties than a framework has are refused before anything is written', () => {
  const args = [
    'init',
    '--stdout',
    '--yes',
    '--framework',
    'self-assessment',
    '--party',
    'A Council',
    '--party',
    'B Police',
  ];
  const { code, out, err } = sla(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('there are 2 parties');
  expect(err).toContain('has one party');
});

describe('init overwrites nothing and leaves nothing half-written', () => {
  const left = () => readdirSync(folder).sort();

  test('standard input is not a terminal: every missing option is named at once', () => {
    const { code, err } = run('init');
    expect(code).toBe(2);
    expect(err).toContain('missing: --title, --parties'.replace('--parties', '--party'));
    expect(err).toContain('--surveillance');
    expect(left()).toEqual([]);
  });

  test('standard input is closed', () => {
    const ended = spawnSync('bash', ['-c', `"${process.execPath}" "${join(root, 'bin/sla.cjs')}" init <&-`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('--title');
    expect(left()).toEqual([]);
  });

  test('a file, a folder and a link that are there already', () => {
    put('SLA.md', 'mine');
    mkdirSync(join(folder, 'folder'));
    symlinkSync('SLA.md', join(folder, 'link.md'));
    for (const [target, words] of [
      ['SLA.md', 'the file is already there'],
      ['folder', 'is a folder'],
      ['link.md', 'is a link'],
      ['no/where.md', 'there is no such folder'],
    ] as const) {
      expect(run('init', '--yes', target)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining(`sla: ${target}: ${words}`),
      });
    }
    expect(run('init', '--yes', '--force', 'link.md').code).toBe(2);
    expect(readFileSync(join(folder, 'SLA.md'), 'utf8')).toBe('mine');
    expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
    expect(left()).toEqual(['SLA.md', 'folder', 'link.md']);
    expect(run('init', '--yes', '--force').code).toBe(0);
    expect(readFileSync(join(folder, 'SLA.md'), 'utf8')).toContain('framework: surveillance-camera');
  });

  test.skipIf(!permissionsCount)('a folder that may not be written', () => {
    chmodSync(folder, 0o555);
    const ended = sla(['init', '--yes'], {
      cwd: folder,
      ...(nobody !== undefined && { uid: nobody }),
    });
    chmodSync(folder, 0o755);
    expect(ended).toMatchObject({
      code: 2,
      err: expect.stringContaining('SLA.md: permission denied'),
    });
    expect(left()).toEqual([]);
  });

  test('the disk is full: no file, and no temporary one', () => {
    const ended = spawnSync(
      'bash',
      ['-c', `ulimit -f 1; "${process.execPath}" "${join(root, 'bin/sla.cjs')}" init --yes`],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('the disk is full');
    expect(left()).toEqual([]);
  });

  test('--dry-run and --stdout write nothing', () => {
    expect(run('init', '--yes', '--dry-run').out).toMatch(/^Would write SLA\.md: /);
    expect(run('init', '--yes', '--stdout').out).toMatch(/^---\nframework: surveillance-camera\n/);
    expect(JSON.parse(run('init', '--yes', '--json', '--dry-run').out)).toMatchObject({
      path: 'SLA.md',
      written: false,
      framework: 'surveillance-camera',
    });
    expect(left()).toEqual([]);
  });

  test('wrong options: did you mean', () => {
    expect(run('init', '--yes', '--surveillance', 'cctv,anprr').err).toContain(
      'there is no surveillance type “anprr”\n     Did you mean “anpr”?',
    );
    expect(run('init', '--yes', '--omit', 'finance=N/A').err).toContain('leaving out “Finance” needs a reason');
    expect(run('init', '--yes', '--omit', 'finanse=Because.').err).toContain('Did you mean “finance”?');
    expect(run('init', '--yes', '--omit', 'governance=Because we can.').err).toContain(
      '“Governance” may not be left out',
    );
    expect(run('init', '--ye').err).toContain('--yes');
    expect(left()).toEqual([]);
  });
});
