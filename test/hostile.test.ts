import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hostileDocuments } from '../bench/hostile.js';
import { parseDocument } from '../src/api/index.ts';
import { check } from '../src/check/check.ts';
import { reported } from '../src/report/report.ts';
import { excessOf } from '../src/text/excess.ts';
import { documentLimits } from '../src/text/limits.ts';
import { root } from './files.ts';
import { carParks, frameworkFrom, read, rendered, reportOf, scratch, sla, surveillanceCamera } from './sla.ts';

const head = '---\nframework: surveillance-camera\ntitle: T\nparties: [{ name: A }, { name: B }]\n---\n\n# T\n\n';

describe('long documents are read to their end', () => {
  test.each([
    ['one line of 200 KB with placeholders', `${'word [TBC] '.repeat(50)}${'lorem ipsum '.repeat(17_000)}`],
    ['200,000 items', '- a\n'.repeat(200_000)],
    ['130,000 paragraphs', 'a\n\n'.repeat(130_000)],
    ['200,000 pieces of code', '`a` '.repeat(200_000)],
    ['20,000 labels in one paragraph', `## Governance\n\n${'**Contacts:** x\n'.repeat(20_000)}`],
    ['10,000 headings of one section', '## Governance\n\n'.repeat(10_000)],
    ['200,000 dots', `${'.'.repeat(200_000)} 5\n\n${'. '.repeat(100_000)} 5\n`],
    ['1,000 lists in one another', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
    ['100,000 spaces behind a payment', `## Finance\n\nThe force pays a share of the${' '.repeat(100_000)}costs\n`],
    ['10,000 misplaced levels', '#### x\n\n## y\n\n'.repeat(5000)],
  ])('%s', (_name, body) => {
    const document = read(head + body);
    const verdict = check(document, surveillanceCamera, { today: '2026-03-12' });
    const report = reportOf([reported(document.source, 'x', verdict)]);
    expect(rendered('pretty', report, { color: false, width: 80 })).toContain('1 document checked');
  });
});

describe('documents that are made to be slow are checked, or refused with the limit that they break', () => {
  test.each(hostileDocuments)('$name', ({ text, refused, found }) => {
    const excess = excessOf(text);
    if (excess) {
      expect(documentLimits[excess.limit].problem).toContain(refused ?? 'nothing');
      return;
    }
    expect(refused).toBeUndefined();
    const { findings } = check(read(text), surveillanceCamera, { today: '2026-03-12' });
    const limit = findings.filter(({ rule }) => rule === 'front-matter-syntax').map((one) => one.text);
    expect(limit).toEqual(found === undefined ? [] : [expect.stringContaining(found)]);
  });

  const paragraph = 'The council answers within 5 days.\n\n';
  test.each([
    ['lines', 300_000, '\n'],
    ['headings', 20_000, '## Scope\n'],
    ['table cells', 200_000, '| a '],
    ['marks such as * _ ` [ < &', 50_000, '**A**: ~_\n\n'],
    ['in one paragraph', 10_000, '*'],
    ['in one paragraph', 5000, '&amp;'],
  ])('more %s than there may be', (name, most, piece) => {
    expect(excessOf(paragraph + piece.repeat(most - 2))).toBeUndefined();
    const excess = excessOf(paragraph + piece.repeat(most + 1));
    expect(excess && documentLimits[excess.limit].problem).toContain(name);
    expect(excess?.offset).toBeGreaterThanOrEqual(paragraph.length + (most - 2) * piece.length);
  });

  test('marks in many paragraphs are no trouble, nor is what stands in the front matter', () => {
    expect(excessOf('**A** &amp; B\n\n'.repeat(20_000))).toBeUndefined();
    expect(excessOf(`---\n${'note: | a | b |\n'.repeat(100_000)}---\n\n# A\n`)).toBeUndefined();
  });

  test('a program that reads such a text is told, too', async () => {
    await expect(parseDocument(`# A\n\n${'>'.repeat(200)} a\n`, 'SLA.md')).rejects.toThrow(
      'SLA.md:3:1: nests lists or quotations more than 100 deep',
    );
  });
});

describe('what is no ordinary file, folder or output', () => {
  let folder = scratch();
  beforeEach(() => {
    folder = scratch();
    return () => rmSync(folder, { recursive: true, force: true });
  });
  const program = `"${process.execPath}" "${join(root, 'bin/sla.cjs')}"`;
  const shell = (line: string) => spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', timeout: 60_000 });

  test('pipes and devices are refused, not read for ever', () => {
    const { stderr, status } = shell(`mkfifo pipe.md && ${program} check pipe.md /dev/zero; echo $? >&2`);
    expect(status).toBe(0);
    expect(stderr).toContain('pipe.md: is not an ordinary file');
    expect(stderr).toMatch(/dev\/zero: is not an ordinary file/);
    expect(stderr).toMatch(/\n2\n$/);
  });

  test('standard input that never ends is cut off at the limit', () => {
    expect(shell(`yes 'a: b' | ${program} check --stdin`).stderr).toContain('the limit is 16 MB');
  });

  test('an output that is full, and a working folder that is gone', () => {
    expect(shell(`${program} framework list > /dev/full; echo $? >&2`).stderr).toMatch(
      /the output cannot be written[\s\S]*\n2\n$/,
    );
    const gone = shell(`mkdir gone && cd gone && rmdir ../gone && ${program} check; echo $? >&2`).stderr;
    expect(gone).toMatch(/Change to a folder that exists[\s\S]*\n2\n$/);
    expect(gone).not.toMatch(/^\s+at /m);
  });

  test('a link to itself, a name that is too long, a path through a file', () => {
    const { stderr } = shell(`ln -s a.md a.md; touch b.md; ${program} check a.md ${'x'.repeat(300)}.md b.md/c`);
    for (const words of ['the links go round in a circle', 'the name is too long', 'a part of the path is a file'])
      expect(stderr).toContain(words);
    expect(stderr).not.toContain('a fault in the program');
  });

  test('both a path and --stdin', () => {
    expect(sla(['check', '--stdin', 'README.md'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('both --stdin and a path'),
    });
  });

  test('escape sequences in a framework do not reach the terminal', () => {
    const yaml = readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8')
      .replace('title: Car park agreement', 'title: "\\e[31mCar\\a park"')
      .replace('title: Scope', 'title: "\\e]0;Scope"');
    writeFileSync(join(folder, 'own.yaml'), yaml);
    writeFileSync(
      join(folder, 'SLA.md'),
      '# A\n\n## Scope\n\n**Area:** a\n\n**Exclusions:** b\n\n## Charges\n\nNone.\n',
    );
    for (const args of [
      ['check', '--framework', 'own.yaml', 'SLA.md'],
      ['framework', 'show', 'own.yaml'],
      ['framework', 'check', 'own.yaml'],
      ['init', '--yes', '--framework', 'own.yaml', 'new.md'],
    ]) {
      const { out, err } = sla(args, { cwd: folder });
      expect(out + err, args.join(' ')).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });

  test('a framework of one’s own is named from where the document stands', () => {
    copyFileSync(join(root, 'examples/framework/stricter.yaml'), join(folder, 'own.yaml'));
    mkdirSync(join(folder, 'sub'));
    const args = ['init', '--yes', '--framework', 'own.yaml', '--surveillance', 'cctv', 'sub/SLA.md'];
    expect(sla(args, { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'sub/SLA.md'), 'utf8')).toContain('framework: ../own.yaml');
    expect(sla(['check', 'sub/SLA.md', '--fail-on', 'warning'], { cwd: folder })).toMatchObject({ code: 0, err: '' });
    expect(sla(['check', 'SLA.md'], { cwd: join(folder, 'sub') }).code).toBe(2);
  });

  test('the roles of the parties stay apart, and empty answers are none', () => {
    const { out } = sla(['init', '--yes', '--stdout', '--party', 'Kent Police:police', '--title', '', '--system', ' ']);
    expect(out.match(/^ {4}role: .*$/gm)).toEqual(['    role: police', '    role: system-owner']);
    expect(out).toContain('title: ‹title of the agreement›');
  });

  test.each([
    [
      'a name in a branch',
      'required: [sections]',
      'required: [sections]\nif: { required: [front-matter] }\nthen: { properties: { sections: { required: [parkin] } } }',
      '“parkin” is asked for but not described',
    ],
    [
      'a name in the front matter',
      '    type: object\n    properties:\n      title',
      '    type: object\n    required: [wrd]\n    properties:\n      title',
      '“wrd” is asked for but not described',
    ],
    ['the id of a shipped schema', '$id: sla:car-parks', '$id: sla:surveillance-camera', 'is that of a shipped schema'],
    ['a type that there is not', "type: [object, 'null']", 'type: objct', '“type” cannot be “objct”'],
  ])('%s in a framework', (_name, from, to, words) => {
    writeFileSync(
      join(folder, 'own'),
      readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8').replace(from, to),
    );
    const { code, err } = sla(['framework', 'check', 'own'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.match(/^sla: /gm)).toHaveLength(1);
  });
});

test('sections that are called like properties of every object', () => {
  const framework = frameworkFrom(
    readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8')
      .replace('required: [scope, charges]', 'required: [scope, charges, constructor, toString]')
      .replace(
        '      charges:\n',
        '      constructor: { title: Builder, type: object }\n      toString: { title: Printing, type: object }\n      charges:\n',
      ),
  );
  const found = check(read('# A\n\n## Scope\n\n**Area:** a\n\n## Charges\n\nNone.\n'), framework, {
    today: '2026-03-12',
  });
  expect(found.findings.filter((one) => one.rule === 'section-missing').map((one) => one.data.section)).toEqual([
    'Builder',
    'Printing',
  ]);
});

test('keys that are called like properties of every object are keys', () => {
  const markdown =
    '---\n__proto__: 1\nconstructor: 2\nomitted:\n  __proto__: A reason in words.\n  toString: A reason in words.\n---\n\n# A\n';
  expect(() => check(read(markdown), carParks, { today: '2026-03-12' })).not.toThrow();
});
