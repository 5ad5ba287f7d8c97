import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { root } from './files.ts';
import { scratch, sla } from './sla.ts';

let cwd = '';
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
};
const run = (...args: readonly string[]) => sla(['check', '--as-of', '2026-03-12', ...args], { cwd });
const unix = (...args: readonly string[]) => run('--format', 'unix', ...args).out;
const framework = readFileSync(join(root, 'examples/framework/car-parks.yaml'), 'utf8');
const agreement = (charges = 'TBC') =>
  `---\nframework: ./parks.yaml\n---\n\n# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\n${charges}\n`;

beforeEach(() => {
  cwd = scratch();
  mkdirSync(join(cwd, '.git'));
  put('parks.yaml', framework);
});

describe('.sla.yaml', () => {
  test('gives a rule another severity, or none, whatever the status', () => {
    put('SLA.md', agreement());
    expect(unix('SLA.md')).toContain('error: Still to be filled in');
    put('.sla.yaml', 'rules: { placeholder-left: warning }\n');
    expect(unix('SLA.md')).toContain('warning: Still to be filled in');
    put('.sla.yaml', 'rules: { placeholder-left: off }\n');
    expect(run('SLA.md')).toMatchObject({ code: 0 });
  });

  test('is found in the folders above, up to the root of the repository', () => {
    put('deep/er/SLA.md', agreement().replace('./parks', '../../parks'));
    put('.sla.yaml', 'rules: { placeholder-left: off }\n');
    expect(sla(['check', 'SLA.md'], { cwd: join(cwd, 'deep/er') }).code).toBe(0);
    mkdirSync(join(cwd, 'deep/.git'));
    expect(sla(['check', 'SLA.md', '--framework', '../../parks.yaml'], { cwd: join(cwd, 'deep/er') }).code).toBe(1);
  });

  test('include and exclude say what is checked without a path', () => {
    put('a/SLA.md', agreement('None.'));
    put('b/SLA.md', agreement());
    put('c/notes.md', '# Notes\n');
    put('.sla.yaml', 'include: ["*/SLA.md"]\nexclude: ["b/**"]\n');
    put('a/SLA.md', agreement('None.').replace('./parks', '../parks'));
    expect(run()).toMatchObject({ code: 0, out: expect.stringContaining('1 document checked') });
    expect(run('b/SLA.md').code).not.toBe(0);
  });

  test('names a framework for documents that name none, and names of its own', () => {
    put(
      'SLA.md',
      '# Agreement\n\n## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n## Charges\n\nNone.\n',
    );
    expect(unix('SLA.md')).toContain('front-matter-missing');
    put('.sla.yaml', 'framework: parks\nframeworks: { parks: ./parks.yaml }\n');
    expect(run('SLA.md')).toMatchObject({ code: 0 });
    put('named.md', agreement('None.').replace('./parks.yaml', 'parks'));
    expect(run('named.md')).toMatchObject({ code: 0 });
  });

  test('overrides hold for some files, and later ones win', () => {
    put('drafts/one.md', agreement().replace('./parks', '../parks'));
    put('two.md', agreement());
    put(
      '.sla.yaml',
      'overrides:\n  - files: ["**/*.md"]\n    rules: { placeholder-left: warning }\n  - files: ["drafts/**"]\n    rules: { placeholder-left: info }\n',
    );
    const out = unix('drafts/one.md', 'two.md');
    expect(out).toMatch(/drafts\/one\.md:\d+:\d+: info/);
    expect(out).toMatch(/two\.md:\d+:\d+: warning/);
  });

  test('fail-on, and what the command line says wins', () => {
    put('SLA.md', agreement());
    put('.sla.yaml', 'fail-on: warning\nrules: { placeholder-left: warning }\n');
    expect(run('SLA.md').code).toBe(1);
    expect(run('--fail-on', 'error', 'SLA.md').code).toBe(0);
    expect(run('--exit-zero', 'SLA.md').code).toBe(0);
  });

  test('adds laws and bodies to the table', () => {
    put('SLA.md', agreement('The Parking Board sets them.'));
    put(
      '.sla.yaml',
      'references:\n  - { id: parking-board, kind: superseded, names: [Parking Board], current: the Parking Panel, since: 2020-01-01 }\n',
    );
    expect(unix('SLA.md')).toContain('“Parking Board” has been out of date since 1 January 2020');
  });

  test('puts words of its own in the place of the shipped ones', () => {
    put('SLA.md', agreement('None. The council will answer in a jiffy, and promptly.'));
    expect(unix('SLA.md')).toContain('“promptly” sets no time');
    put('.sla.yaml', 'vocabulary: { target-unmeasurable.time.duties: [in a jiffy] }\n');
    expect(unix('SLA.md')).toContain('“in a jiffy” sets no time');
    expect(unix('SLA.md')).not.toContain('promptly');
  });

  test('and every rule that reads them goes by them', () => {
    const levels = (target: string) =>
      put(
        'SLA.md',
        agreement(`None.\n\n## Service levels\n\n| Measure | Target |\n| --- | --- |\n| Faults mended | ${target} |`),
      );
    put('.sla.yaml', 'vocabulary: { target-unmeasurable.amount.duties: [high] }\n');
    levels('High');
    expect(unix('SLA.md').match(/“High”/g)).toHaveLength(1);
    levels('Adequate');
    expect(unix('SLA.md')).toContain('“Adequate”, which is no figure');
  });

  test.each([
    ['rulez: {}', '“rulez”', 'Did you mean “rules”?'],
    ['rules: { placeholder-lef: off }', 'there is no rule “placeholder-lef”', 'Did you mean “placeholder-left”?'],
    ['rules: { placeholder-left: of }', '“placeholder-left” cannot be “of”', 'Did you mean “off”?'],
    ['fail-on: errors', '“fail-on” cannot be “errors”', 'Did you mean “error”?'],
    ['due-within: soon', '“soon” is no length of time', 'Write it like this'],
    ['due-within: 1001 years', '“1001 years” is longer than a thousand years', 'Write it like this'],
    ['due-within: 999999d', '“999999d” is longer than a thousand years', 'Write it like this'],
    [
      'vocabulary: { target-unmeasurable.withn: [x] }',
      'there is no word list',
      'Did you mean “target-unmeasurable.within”?',
    ],
    ['exclude: ["*a*a*a*a*b"]', 'too many “*”', 'simpler patterns'],
    ['include: []', '“include” needs at least 1', 'Add what is missing'],
    ['overrides: [{ rules: {} }]', 'lacks “files”', 'Add “files”'],
    ['a: [', 'a bracket that opens above is not closed', 'Close it with'],
    ['fail-on: error\n---\ndue-within: 90d', 'a second document', 'a file of its own'],
  ])('%s: the place and the remedy, and exit 2', (yaml, text, help) => {
    put('SLA.md', agreement('None.'));
    put('.sla.yaml', `# ours\n${yaml}\n`);
    const { code, err, out } = run('SLA.md');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^sla: \.sla\.yaml:\d+:\d+: /);
    expect(err).toContain(help);
    expect(err.toLowerCase()).toContain(text.toLowerCase());
  });
});

describe('a baseline', () => {
  test('leaves out what is known, through moved lines and re-wrapped paragraphs, and shows what is new', () => {
    put('SLA.md', agreement('The fee is [insert name of the fee] and more.'));
    expect(run('--baseline', 'known.json', '--update-baseline', 'SLA.md')).toMatchObject({
      code: 0,
      err: 'The baseline now holds 1 finding.\n',
    });
    const known = run('--baseline', 'known.json', 'SLA.md');
    expect(known).toMatchObject({ code: 0, out: expect.stringContaining('1 finding known from the baseline') });
    put('SLA.md', agreement('\n\nA new paragraph.\n\nThe fee is [insert name\nof the fee] and more.'));
    expect(run('--baseline', 'known.json', 'SLA.md').code).toBe(0);
    put('SLA.md', agreement('The fee is [insert name of the fee] and [insert amount].'));
    expect(unix('--baseline', 'known.json', 'SLA.md').match(/placeholder-left/g)).toHaveLength(1);
  });

  test('the same finding a second time is new', () => {
    put('SLA.md', agreement('[insert amount]'));
    run('--baseline', 'known.json', '--update-baseline', 'SLA.md');
    put('SLA.md', agreement('[insert amount]\n\n[insert amount]'));
    expect(run('--baseline', 'known.json', 'SLA.md').code).toBe(1);
  });

  test('keeps what it knows of documents that are not checked, but for those that are gone', () => {
    for (const name of ['one.md', 'two.md', 'three.md']) put(name, agreement('[insert amount]'));
    run('--baseline', 'known.json', '--update-baseline', 'one.md', 'two.md', 'three.md');
    put('one.md', agreement('None.'));
    rmSync(join(cwd, 'three.md'));
    expect(run('--baseline', 'known.json', '--update-baseline', 'one.md').err).toBe(
      'The baseline now holds 1 finding, 1 of them in documents that were not checked now.\n',
    );
    expect(run('--baseline', 'known.json', 'two.md').code).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')).documents)).toEqual(['two.md']);
  });

  test('may hold more than a file that people write by hand', () => {
    put('SLA.md', agreement('[insert amount]\n\n'.repeat(3000)));
    expect(run('--baseline', 'known.json', '--update-baseline', 'SLA.md').code).toBe(0);
    expect(run('--baseline', 'known.json', 'SLA.md')).toMatchObject({ code: 0, err: '' });
  });

  test('never takes the place of anything else, such as the agreement itself', () => {
    put('SLA.md', agreement('None.'));
    expect(run('--baseline', 'SLA.md', '--update-baseline', 'SLA.md')).toMatchObject({ code: 2 });
    expect(readFileSync(join(cwd, 'SLA.md'), 'utf8')).toBe(agreement('None.'));
  });

  test('that is missing, or none, is told', () => {
    put('SLA.md', agreement('None.'));
    expect(run('--baseline', 'no.json', 'SLA.md')).toMatchObject({ code: 2, err: expect.stringContaining('no.json') });
    put('wrong.json', '[]');
    expect(run('--baseline', 'wrong.json', 'SLA.md').err).toContain('is no baseline');
    expect(run('--update-baseline', 'SLA.md').err).toContain('no baseline is named to update');
  });
});

test('references of a run are told apart as YAML reads them', () => {
  const named = { 'one.md': 'LS#114', 'two.md': 'LS # our number', 'three.md': '"LS#114" # theirs' };
  for (const [name, reference] of Object.entries(named))
    put(name, agreement('None.').replace('---\n\n', `reference: ${reference}\n---\n\n`));
  expect(
    unix('one.md', 'two.md', 'three.md')
      .match(/^\S+?(?=:.*reference-duplicated)/gm)
      ?.sort(),
  ).toEqual(['one.md', 'three.md']);
});

test('a reference in quotation marks may hold the other kind of them', () => {
  for (const number of [1, 2])
    put(`${number}.md`, agreement('None.').replace('---\n\n', `reference: "O'Brien/${number}"\n---\n\n`));
  expect(unix('1.md', '2.md')).not.toContain('reference-duplicated');
});

test('references of a run are held against each other', () => {
  for (const name of ['one', 'two'])
    put(`${name}.md`, agreement('None.').replace('---\n\n', 'reference: CP-1\n---\n\n'));
  expect(unix('one.md', 'two.md').match(/reference-duplicated/g)).toHaveLength(2);
  expect(unix('one.md')).toBe('');
});

describe('a framework that is pinned to an edition', () => {
  const pinned = (name: string) => put('SLA.md', agreement('None.').replace('./parks.yaml', name));

  test('judges when it is that edition, and says so when it is not', () => {
    put('parks.yaml', framework.replace('type: object', "edition: '2025'\ntype: object"));
    pinned('./parks.yaml@2025');
    expect(run('SLA.md').code).toBe(0);
    pinned('./parks.yaml@2024');
    const { code, err } = run('SLA.md');
    expect(code).toBe(2);
    expect(err).toContain('SLA.md:2:1: “./parks.yaml” has no edition “2024”');
    expect(err).toContain('Use ./parks.yaml@2025, or leave the edition out.');
  });

  test('without editions it says that there are none', () => {
    pinned('service@2020');
    expect(run('SLA.md').err).toContain('It has no editions: leave “@2020” out.');
  });

  test('an old edition that the repository keeps is found by its name', () => {
    pinned('surveillance-camera@2021');
    expect(run('SLA.md').code).toBe(2);
    put('.sla.yaml', 'frameworks: { surveillance-camera@2021: ./parks.yaml }\n');
    expect(run('SLA.md').code).toBe(0);
  });
});
