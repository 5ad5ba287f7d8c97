import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { fixText } from '../src/check/fix.ts';
import { form, formPart } from '../src/rules/examples.ts';
import { applyEdits, areApart } from '../src/text/edits.ts';
import { createSource, spanAt } from '../src/text/source.ts';
import { filesBelow, root } from './files.ts';
import { framework, good, read, scratch, shipped, sla, surveillanceCamera } from './sla.ts';

const settings = { today: '2026-11-22' };
const both = ['safe', 'suggested'] as const;
const repaired = (text: string, own = surveillanceCamera) =>
  fixText(text, (one) => check(read(one), own, settings).findings, both).text;

const safelyRepaired = (text: string, own = surveillanceCamera) =>
  fixText(text, (one) => check(read(one), own, settings).findings, ['safe']).text;

const documents = ['examples', 'test/fixtures', 'test/corpus']
  .flatMap((folder) => filesBelow(join(root, folder)))
  .filter((file) => /\.(?:md|txt)$/.test(file))
  .map((file) => [file.slice(root.length), readFileSync(file, 'utf8')] as const);

describe('repairs', () => {
  test.each(documents)('%s: made twice they change nothing more, and no two of one finding touch', (_path, text) => {
    const declared = /^framework: ([\w-]+)$/m.exec(text)?.[1];
    const own = shipped.find(({ name }) => name === declared) ?? surveillanceCamera;
    for (const { fix } of check(read(text), own, settings).findings) expect(areApart(fix?.edits ?? [])).toBe(true);
    const once = repaired(text, own);
    expect(repaired(once, own)).toBe(once);
  });

  test.each(documents.filter(([path]) => path.includes('corpus/')))(
    '%s: safe repairs take findings away and bring none',
    (_path, text) => {
      const found = (one: string) =>
        check(read(one), surveillanceCamera, settings).findings.map(
          ({ rule, text: words }) => `${rule} ${words.replace(/\d+/g, '0')}`,
        );
      const before = found(text);
      const mended = fixText(text, (one) => check(read(one), surveillanceCamera, settings).findings, ['safe']);
      const after = found(mended.text);
      expect(after.length).toBeLessThanOrEqual(before.length);
      expect(before).toEqual(expect.arrayContaining(after));
      if (mended.made.length === 0) expect(mended.text).toBe(text);
      else expect(after.length).toBeLessThan(before.length);
    },
  );

  test('a section that is taken out is drafted anew where it was, as init writes it, and then nothing is missing', () => {
    const cut = good.replace(/^## 9\. Feedback[\s\S]*?(?=^## 10\.)/m, '');
    expect(cut).not.toBe(good);
    const mended = repaired(cut);
    const headings = (text: string) => [...text.matchAll(/^## .*$/gm)].map(([heading]) => heading);
    expect(headings(mended)).toEqual(headings(good));
    expect(mended).toMatch(/## 9\. Feedback\n\n<!-- guidance: /);
    const rules = check(read(mended), surveillanceCamera, settings).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('section-missing');
  });

  test('a misspelt heading gets its name, and only those letters change', () => {
    expect(repaired(good.replace('## 6. Training', '## 6. Trainning'))).toBe(good);
  });

  test.each([
    ['None.[JP3] The council pays.', 'None. The council pays.'],
    ['None.\n\n[SCC1]\n\nAll.', 'None.\n\nAll.'],
    // It may be a reference; only a person knows.
    ['The council pays[JP3] for it.', 'The council pays[JP3] for it.'],
    ['The words are to be read as in [JP14].', 'The words are to be read as in [JP14].'],
    ['Calls are answered in 20 seconds [KPI2].', 'Calls are answered in 20 seconds [KPI2].'],
  ])('a mark of a comment goes only where no sentence needs it: %s', (before, after) => {
    const text = (words: string) => `${good}\n## Signs\n\n${words}\n`;
    expect(safelyRepaired(text(before))).toBe(text(after));
  });

  describe('the numbers of sections', () => {
    const service = shipped.find(({ name }) => name === 'service') ?? surveillanceCamera;
    const sla = (...sections: readonly string[]) =>
      `---\nframework: service\ntitle: Transport\nstatus: agreed\n---\n\n# Transport\n\n${sections.join('\n\n')}\n`;
    const scope = '## 1 Scope\n\nDaily transport for 86 pupils.';
    const levels = '## 2 Service levels\n\nVehicles arrive by 08:50 on 96% of days in each half term.';
    const duties = '## 3 Responsibilities\n\nThe Unit vets all drivers.';
    const contacts = '## 4 Contacts\n\nDuty desk: 01632 960 300.';
    const reporting = '## 5 Reporting\n\nThe Unit reports the figures each half term.';
    const term = '## 6 Term and review\n\nUntil 31 July 2027; reviewed by 1 June 2027.';
    const twice = [scope, levels, duties.replace('3', '2'), contacts, reporting] as const;
    const headings = (text: string) => [...text.matchAll(/^##+ (.*)$/gm)].map(([, heading]) => heading);
    const numbered = (text: string) => text.replaceAll(/^## (\d)(.*)\n\n/gm, '## $1$2\n\n$1.1 ');

    test('a heading whose number is taken gets the next, and no more headings move than must', () => {
      const text = sla(...twice, term.replace('6', '8'));
      expect(headings(safelyRepaired(text, service))).toEqual([
        '1 Scope',
        '2 Service levels',
        '3 Responsibilities',
        '4 Contacts',
        '5 Reporting',
        '8 Term and review',
      ]);
    });

    test.each([
      ['paragraphs carry their numbers', numbered(sla(...twice, term))],
      ['a sentence refers to one', sla(...twice, `${term} See section 2.`)],
      ['a cell does', sla(...twice, `${term}\n\n| See | Who |\n| --- | --- |\n| 2.1 | Unit |`)],
    ])('where %s, a person has to look before headings are numbered through', (_where, text) => {
      expect(safelyRepaired(text, service)).toBe(text);
      expect(repaired(text, service)).toMatch(/^## 3 Responsibilities$/m);
    });

    test('links follow a heading with a new number', () => {
      const text = sla('See [duties](#2-responsibilities).', scope, levels, duties.replace('3', '2'));
      expect(safelyRepaired(text, service)).toContain('[duties](#3-responsibilities)');
    });

    test.each([
      ['paragraphs', numbered(sla(scope, levels, duties, contacts, reporting, '## Annex A\n\nMap.'))],
      ['references', sla(scope, levels, duties, contacts, `${reporting} See section 2.`, '## Annex A\n\nMap.')],
    ])('where %s carry numbers, a section that is put in leaves them as they are and has none', (_what, text) => {
      expect(headings(repaired(text, service))).toEqual([
        '1 Scope',
        'Term and review',
        '2 Service levels',
        '3 Responsibilities',
        '4 Contacts',
        '5 Reporting',
        'Annex A',
      ]);
    });

    test('it takes the number that is free', () => {
      const text = numbered(sla(scope, levels.replace('2', '3'), duties.replace('3', '4'), contacts.replace('4', '5')));
      const [first, second, third] = headings(repaired(text, service));
      expect([first, second, third]).toEqual(['1 Scope', '2 Term and review', '3 Service levels']);
    });

    test('links follow a heading that gets the name of the section', () => {
      const text = sla('See [the end](#6-term-and-reveiw).', scope, levels, duties, contacts, reporting);
      const mended = repaired(`${text}\n${term.replace('review', 'reveiw')}\n`, service);
      expect(mended).toContain('[the end](#6-term-and-review)');
      expect(mended).toMatch(/^## 6 Term and review$/m);
    });

    test('a heading that says more than the name of the section keeps its words', () => {
      const text = sla(scope, levels, duties.replace('Resp', 'Your resp'), contacts, reporting, term);
      expect(repaired(text, service)).toMatch(/^## 3 Your responsibilities$/m);
    });
  });

  test('outside the edits every byte stays: line endings, spaces at the end, no last line break', () => {
    const odd = good
      .replace('## 6. Training', '## 6. Trainning')
      .replace(/\n/g, '\r\n')
      .replace('CCTV', 'CCTV  ')
      .trimEnd();
    expect(repaired(odd)).toBe(odd.replace('Trainning', 'Training'));
  });

  test('what is inserted takes the line endings of the document', () => {
    const cut = good.replace(/^## 9\. Feedback[\s\S]*?(?=^## 10\.)/m, '').replace(/\n/g, '\r\n');
    expect(repaired(cut)).not.toMatch(/[^\r]\n/);
  });

  test('the engine stops, whatever the repairs are', () => {
    const endless = fixText(
      'a',
      (text) => [
        {
          ...check(read('# x\n'), framework('service'), settings).findings[0],
          fix: { title: 'Add', safety: 'safe', edits: [{ at: spanAt(createSource('a', text), 0, 0), text: 'a' }] },
        } as never,
      ],
      both,
    );
    expect(endless.made).toHaveLength(50);
  });

  test('pieces of the corpus in any order: repairs made twice change nothing more', () => {
    const pieces = documents
      .filter(([path]) => path.includes('corpus/'))
      .flatMap(([, text]) => text.replace(/^---[\s\S]*?\n---\n/, '').split(/\n(?=#)/));
    const head = '---\nframework: surveillance-camera\ntitle: Pieces\nstatus: agreed\n---\n\n# Pieces\n\n';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (chosen) => {
        const once = repaired(head + chosen.join('\n'));
        expect(repaired(once)).toBe(once);
      }),
      { numRuns: 60 },
    );
  });

  test('edits that are apart do not move each other', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string())), (text, raw) => {
        const source = createSource('a', text);
        const edits = raw.map(([from, length, words]) => ({ at: spanAt(source, from, from + length), text: words }));
        fc.pre(areApart(edits));
        const sorted = [...edits].sort((a, b) => b.at.start.offset - a.at.start.offset);
        const ending = /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\n';
        const backwards = sorted.reduce(
          (now, { at, text: words }) =>
            now.slice(0, at.start.offset) + words.replace(/\r\n|\n|\r/g, ending) + now.slice(at.end.offset),
          source.text,
        );
        expect(applyEdits(source.text, edits)).toBe(backwards);
      }),
    );
  });
});

describe('sla check --fix', () => {
  let cwd = '';
  const run = (...args: readonly string[]) => sla(['check', '--as-of', '2026-03-12', ...args], { cwd });
  const file = () => readFileSync(join(cwd, 'SLA.md'), 'utf8');
  const misspelt = good.replace('## 6. Training', '## 6. Trainning');
  beforeEach(() => {
    cwd = scratch();
    writeFileSync(join(cwd, 'SLA.md'), `\uFEFF${misspelt}`);
  });

  test('makes only safe repairs, --fix-suggested all; the byte order mark stays', () => {
    expect(run('--fix', 'SLA.md')).toMatchObject({ code: 1, err: 'Fixed no findings in no documents.\n' });
    expect(file()).toBe(`\uFEFF${misspelt}`);
    expect(run('--fix-suggested', 'SLA.md')).toMatchObject({ code: 0, err: 'Fixed 1 finding in 1 document.\n' });
    expect(file()).toBe(`\uFEFF${good}`);
  });

  test('--diff and --fix-dry-run change nothing', () => {
    const { out } = run('--diff', '--fix-suggested', 'SLA.md');
    expect(out).toContain('-## 6. Trainning\n+## 6. Training\n');
    expect(run('--fix-dry-run', '--fix-suggested', 'SLA.md').code).toBe(0);
    expect(file()).toBe(`\uFEFF${misspelt}`);
  });

  test('leaves the rights of a file as they are', () => {
    chmodSync(join(cwd, 'SLA.md'), 0o600);
    run('--fix-suggested', 'SLA.md');
    expect(file()).toBe(`\uFEFF${good}`);
    expect(statSync(join(cwd, 'SLA.md')).mode & 0o777).toBe(0o600);
  });

  test('counts only what was written', () => {
    symlinkSync('SLA.md', join(cwd, 'link.md'));
    const { code, err } = run('--fix-suggested', 'link.md');
    expect(code).toBe(2);
    expect(err).toContain('Fixed no findings in no documents.');
    expect(err).toContain('link.md: is a link');
  });

  test('a document on standard input comes back repaired, the report beside it', () => {
    const { out, err } = sla(['check', '--stdin', '--fix-suggested', '--as-of', '2026-03-12'], {
      cwd,
      input: misspelt,
    });
    expect(out).toBe(good);
    expect(err).toContain('1 document checked');
  });
});

describe('where a missing section goes', () => {
  const cwd = scratch();
  const headingsOf = (markdown: string): readonly string[] => {
    writeFileSync(join(cwd, 'plan.md'), markdown);
    sla(['check', '--framework', 'service', '--fix-suggested', 'plan.md'], { cwd });
    return readFileSync(join(cwd, 'plan.md'), 'utf8').match(/^#+ .*/gm) ?? [];
  };
  const body = '# Support\n\n## Scope\n\nSoftware.\n\n## Responsibilities\n\nEach side does its part.\n';
  const contacts = '## Appendix B: Contacts\n\nThe help desk.\n\n## Appendix C\n\nA map.\n';

  test('before the appendices, though one of them is a section', () => {
    const headings = headingsOf(`${body}\n## Appendix A\n\nA form.\n\n${contacts}`);
    expect(headings.indexOf('## Reporting and review meetings')).toBe(headings.indexOf('## Appendix A') - 1);
  });

  test('before those whose headings are on a level below', () => {
    const headings = headingsOf(`${body}\n### Appendix A\n\nA form.\n`);
    expect(headings.at(-1)).toBe('### Appendix A');
  });

  test('nowhere while the headings are lines in bold, and the report says so', () => {
    const bold = '**The deal**\n\nSoftware.\n\n**Fees**\n\nNone.\n\n**Other**\n\nNothing.\n';
    expect(headingsOf(bold)).toEqual([]);
    const { out } = sla(['check', '--framework', 'service', '--format', 'json', 'plan.md'], { cwd });
    expect(out).toContain('make them headings first');
  });

  test('a line in bold that is one becomes a heading, in its own words', () => {
    expect(headingsOf(`${body}\n**Contacts**\n\nThe help desk.\n`)).toContain('## Contacts');
  });
});

describe('sla todo', () => {
  test('by party and kind, as text, checklist and JSON', () => {
    const draft = sla([
      'init',
      '--yes',
      '--stdout',
      '--surveillance',
      'cctv',
      '--party',
      'Ash Council:system-owner',
    ]).out;
    const cwd = scratch();
    writeFileSync(join(cwd, 'SLA.md'), draft);
    const text = sla(['todo', 'SLA.md'], { cwd });
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^Ash Council\n {2}To fill in\n/m);
    expect(text.out).toMatch(/things are left to do\.\n$/);
    const list = sla(['todo', '--format', 'markdown', 'SLA.md'], { cwd }).out;
    expect(list).toMatch(/^# Left to do\n/);
    expect(list).toMatch(/^# Left to do\n[\s\S]*## Ash Council\n\n### To fill in\n\n- \[ \] /);
    const { tasks, count } = JSON.parse(sla(['todo', '--format', 'json', 'SLA.md'], { cwd }).out);
    expect(tasks).toHaveLength(count);
    expect(tasks).toContainEqual(expect.objectContaining({ party: 'Ash Council', kind: 'fill-in', path: 'SLA.md' }));
  });

  test('names one document once, and a blank by its own words', () => {
    const cwd = scratch();
    const text =
      '---\nframework: service\nstatus: draft\n---\n\n# Agreement\n\n## Scope\n\nThe fee of [client] is TBC.\n';
    for (const name of ['a.md', 'b.md']) writeFileSync(join(cwd, name), text);
    expect(sla(['todo', 'a.md'], { cwd }).out).toMatch(/^a\.md\n\nAll parties\n[\s\S]* {4}line 10 {2}\[client\]\n/);
    expect(sla(['todo', 'a.md', 'b.md'], { cwd }).out).toMatch(/^All parties\n[\s\S]* {4}b\.md:10 {2}\[client\]\n/);
  });

  test('each action that has no owner or no date', () => {
    const cwd = scratch();
    const plan =
      '| Action | Owner | By |\n| --- | --- | --- |\n| Mend the barrier | | 2026-09-30 |\n| Paint the bays | Warden | |\n| Wash the signs | | |';
    writeFileSync(join(cwd, 'check.md'), form({ part: formPart({ left: '- [x] Yes\n- [ ] No', plan }) }));
    const own = join(root, 'examples/framework/car-park-check.yaml');
    const { out } = sla(['todo', '--framework', own, 'check.md'], { cwd });
    expect(out.match(/The action .*/g)).toEqual([
      'The action “Mend the barrier” has no owner.',
      'The action “Paint the bays” has no date.',
      'The action “Wash the signs” has neither an owner nor a date.',
    ]);
  });

  test('nothing is left in a good agreement', () => {
    expect(sla(['todo', 'examples/good/exampleton-town-centre.md', '--as-of', '2026-03-12']).out).toBe(
      'Nothing is left to do.\n',
    );
  });
});
