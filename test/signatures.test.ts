import { describe, expect, test } from 'vitest';
import { agreementWith, charges, scope } from '../src/rules/examples.ts';
import { carParks, findings } from './sla.ts';

const council = 'parties:\n  - name: Nash Council';
const both = `${council}\n  - name: Avon Police`;

/** What is said of the signatures of an agreement that ends with some lines. */
const said = (lines: readonly string[], parties = council) =>
  findings(agreementWith(parties, scope, charges, `Nash Council and Avon Police.\n\n${lines.join('\n')}\n`), carParks)
    .filter(({ rule }) => rule.startsWith('signature-') || rule === 'placeholder-left')
    .map(({ rule, message }) => `${rule} ${message}`);

/** The same below a heading. */
const saidBelow = (lines: readonly string[], parties?: string) => said(['## Signatures', '', ...lines], parties);

describe('who has signed, and when', () => {
  test.each<[string, readonly string[]]>([
    ['a line', ['Signed for Nash Council: Alison Clerk, Chief Executive, 12 March 2026']],
    [
      'a line that starts with who signed',
      ['Signed by Alison Clerk for and on behalf of Nash Council on 12 March 2026'],
    ],
    ['the post alone', ['Signed by the Chief Executive for and on behalf of Nash Council on 12 March 2026']],
    ['who signed, and the day below', ['Signed by Alison Clerk on behalf of Nash Council', '', 'Date: 12 March 2026']],
    ['a line behind the name of the party', ['**Nash Council:** Alison Clerk, Chief Executive, 12 March 2026']],
    ['lines without labels', ['**For Nash Council**', '', 'Alison Clerk, Chief Executive', '', '12 March 2026']],
    ['lines of one paragraph', ['For Nash Council', 'Alison Clerk', 'Chief Executive', '12 March 2026']],
    ['a line with a dash before “signed”', ['**For Nash Council:** Alison Clerk, Director — signed 12 March 2026']],
    ['a heading for each party', ['### Nash Council', '', 'Alison Clerk', '', 'Chief Executive', '', 'Dated 12/03/26']],
    ['a year of two figures', ['Signed for Nash Council: Alison Clerk, Chief Executive, 12/03/26']],
    [
      'a row for each party',
      ['| Party | | |', '| - | - | - |', '| Nash Council | Signed: A. Clerk | Date: 12.03.26 |'],
    ],
    [
      'one cell',
      ['| For Nash Council |', '| - |', '| Signed: A. Clerk<br>Name: Alison Clerk<br>Date: 12 March 2026 |'],
    ],
    ['electronically', ['Signed electronically by Alison Clerk on 12 March 2026']],
    ['electronically, for a party', ['Electronically signed by Alison Clerk for Nash Council on 12 March 2026.']],
    ['electronically, behind a party', ['**Nash Council:** digitally signed by Alison Clerk, 12 March 2026']],
    ['a list', ['- Alison Clerk, Head of CCTV, 12 March 2026']],
    ['a day in brackets', ['- For Nash Council: Alison Clerk, Head of CCTV (signed 12 March 2026)']],
    ['a day as computers write it', ['**Nash Council:** Alison Clerk, Head of CCTV, 2026-03-12']],
    ['a day with hyphens', ['**Nash Council:** Alison Clerk, Head of CCTV, 12-Mar-2026']],
    ['a month before its day', ['**Nash Council:** Alison Clerk, Head of CCTV, March 12, 2026']],
    ['a month before its day, in figures', ['Signed for Nash Council: Alison Clerk, 03/23/2026']],
    [
      'a month before its day, in a cell',
      ['| | | |', '| - | - | - |', '| Nash Council | Alison Clerk | March 12, 2026 |'],
    ],
  ])('%s', (_title, lines) => {
    expect(saidBelow(lines)).toEqual([]);
  });

  const signed = (...rows: readonly string[]) => ['| Party | Signed |', '| - | - |', ...rows];
  const councilSigned = '| Nash Council | Alison Clerk, 12 March 2026 |';

  test.each<[string, readonly string[], string]>([
    ['names and days', signed(councilSigned, '| Avon Police | Brian Chief, 12 March 2026 |'), ''],
    ['one without', signed(councilSigned, '| Avon Police | |'), '“Avon Police”'],
    ['one not yet', signed(councilSigned, '| Avon Police | Not yet |'), '“Avon Police”'],
    ['both to come', signed('| Nash Council | No |', '| Avon Police | — |'), '“Nash Council” and “Avon Police”'],
    [
      'a list below the name of each',
      ['**Nash Council**', '', '- Alison Clerk, Director, 12 March 2026', '', '**Avon Police**', '', '- '],
      '“Avon Police”',
    ],
  ])('who is still to sign: %s', (_title, lines, missing) => {
    const text = `Nash Council and Avon Police.\n\n## Signatures\n\n${lines.join('\n')}\n`;
    const found = findings(agreementWith(both, scope, charges, text), carParks);
    expect(found.filter(({ rule }) => rule.startsWith('signature-')).map((one) => one.text)).toEqual(
      missing === '' ? [] : [`No signature with a date was found for ${missing}.`],
    );
  });

  test('a row for each role', () => {
    const roles = 'parties:\n  - name: Nash Council\n    role: provider\n  - name: Avon Police\n    role: customer';
    const rows = ['| Role | Signed |', '| - | - |', '| For the provider | Alison Clerk, 12 March 2026 |'];
    const customer = '| For the customer | Brian Chief, 12 March 2026 |';
    expect(saidBelow([...rows, customer], roles)).toEqual([]);
    expect(saidBelow(rows, roles)).toEqual(['signature-missing missing']);
  });

  const table = (...rows: readonly string[]) => [
    '| Party | Name | Signature | Date |',
    '| - | - | - | - |',
    '| Nash Council | Alison Clerk | A. Clerk | 12 March 2026 |',
    ...rows,
  ];
  const left = 'placeholder-left left';

  test.each<[string, readonly string[], readonly string[]]>([
    ['a name that is to come', table('| Avon Police | TBC | | |'), [left]],
    ['the pattern of a day', table('| Avon Police | | | dd/mm/yyyy |'), [left]],
    [
      'dots below a party',
      ['**For Nash Council**', '', '.........', '', '**For Avon Police**', '', '.........'],
      [left, left],
    ],
    [
      'a line of which one blank is filled in',
      ['Signed for Nash Council by [name]', '', 'Signed for Avon Police by Brian Chief on 12 March 2026'],
      [left],
    ],
  ])('a blank that is told as a placeholder is not told as a missing signature: %s', (_title, lines, found) => {
    expect(saidBelow(lines, both)).toEqual(found);
  });

  const signatories = (...rows: readonly string[]) => ['| Party | Signatory |', '| - | - |', ...rows];
  const clerk = '| Nash Council | Alison Clerk, Director, 12 March 2026 |';

  test.each<[string, readonly string[], readonly string[]]>([
    ['both signed', signatories(clerk, '| Avon Police | Brian Chief<br>13 March 2026 |'), []],
    ['one has not', signatories(clerk, '| Avon Police | |'), ['signature-missing missing']],
    ['one without a day', signatories(clerk, '| Avon Police | Brian Chief |'), ['signature-incomplete undated']],
    [
      'who is to sign',
      signatories('| Nash Council | Director |', '| Avon Police | ACC |'),
      ['signature-missing missing'],
    ],
    [
      'until when they are to sign',
      signatories(
        '| Nash Council | Alison Clerk, by 12 March 2026 |',
        '| Avon Police | Brian Chief (to sign 12/03/26) |',
      ),
      ['signature-missing missing'],
    ],
    [
      'a post in a column of its own',
      [
        '| Signatory | Post | For |',
        '| - | - | - |',
        '| Alison Clerk, 12/03/26 | Director | Nash Council |',
        '| Brian Chief, 12/03/26 | ACC | Avon Police |',
      ],
      [],
    ],
  ])('a name and a day in the cell of the signatory: %s', (_title, lines, found) => {
    expect(saidBelow(lines, both)).toEqual(found);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'each in a line',
      ['Agreed by Alison Clerk (Council) on 12 March 2026', '', 'Agreed by Moyra Fenn (Police) on 13 March 2026'],
      [],
    ],
    [
      'in a list',
      [
        '- Agreed by Alison Clerk, Director, for Nash Council on 12 March 2026',
        '- Agreed by Brian Chief (Police) on 12/03/2026',
      ],
      [],
    ],
    [
      'a label',
      [
        '**Agreed by:** Alison Clerk (Council), 12 March 2026',
        '',
        '**Agreed by:** Brian Chief (Police), 12 March 2026',
      ],
      [],
    ],
    ['one of them', ['Agreed by Alison Clerk (Council) on 12 March 2026'], ['signature-missing missing']],
    [
      'nobody in person',
      ['Agreed by Nash Council on 12 March 2026', '', 'Agreed by Avon Police on 12 March 2026'],
      ['signature-missing missing'],
    ],
    [
      'services, and no person',
      [
        'Agreed by Nash Borough Services (Council) on 12 March 2026',
        '',
        'Agreed by Avon Response Team (Police) on 12 March 2026',
      ],
      ['signature-missing missing'],
    ],
    [
      'the agreement',
      ['This agreement was agreed by Alison Clerk (Council) and by Brian Chief (Police) on 12 March 2026.'],
      [],
    ],
    [
      'a draft of it',
      [
        'The first draft of this agreement was agreed by Alison Clerk (Council) and by Brian Chief (Police) on 12 March 2026.',
      ],
      ['signature-missing missing'],
    ],
    [
      'changes of it',
      [
        'The changes to this agreement were agreed by Alison Clerk (Council) and by Brian Chief (Police) on 12 March 2026.',
      ],
      ['signature-missing missing'],
    ],
    [
      'something else',
      ['The charges were agreed by Alison Clerk (Council) and by Brian Chief (Police) on 12 March 2026.'],
      ['signature-missing missing'],
    ],
  ])('agreed by name: %s', (_title, lines, found) => {
    expect(saidBelow(lines, both)).toEqual(found);
  });

  const columns = (...rows: readonly string[]) => ['| For Nash Council | For Avon Police |', '| - | - |', ...rows];

  test('a column for each party, both signed', () => {
    expect(
      saidBelow(columns('| Signed: A. Clerk | Signed: B. Chief |', '| Date: 12/03/26 | Date: 12/03/26 |'), both),
    ).toEqual([]);
  });

  test('a column for each party, one of them not signed', () => {
    const rows = ['| Signed: A. Clerk | Signed: |', '| Date: 12 March 2026 | Date: |'];
    expect(saidBelow(columns(...rows), both)).toEqual(['signature-missing missing']);
  });

  test('a column for each party, with blanks alone', () => {
    const found = findings(
      agreementWith(
        both,
        scope,
        charges,
        `Nash Council and Avon Police.\n\n## Signatures\n\n${columns('| Name: | Name: |', '| Date: | Date: |').join('\n')}\n`,
      ),
      carParks,
    );
    expect(found.find(({ rule }) => rule === 'signature-missing')?.text).toContain('“Nash Council” and “Avon Police”');
  });

  test('a column for each party, one of them without a day', () => {
    const rows = [
      '| Name: Alison Clerk | Name: Brian Chief |',
      '| Signed: A. Clerk | Signed: B. Chief |',
      '| Date: 12 March 2026 | Date: |',
    ];
    expect(saidBelow(columns(...rows), both)).toEqual(['signature-incomplete undated']);
  });

  const missing = ['signature-missing missing'];
  const undated = ['signature-incomplete undated'];
  const names = '| Alison Clerk, Director | Brian Chief, Superintendent |';

  test.each<[string, readonly string[], readonly string[]]>([
    ['a name and a day below each', columns(names, '| 12 March 2026 | 12 March 2026 |'), []],
    [
      'a post in a row of its own',
      columns('| Alison Clerk | Brian Chief |', '| Director | Superintendent |', '| 12/03/26 | 12/03/26 |'),
      [],
    ],
    ['no day for one of them', columns(names, '| 12 March 2026 | |'), undated],
    ['a name for one of them only', columns('| Alison Clerk | |', '| 12 March 2026 | |'), missing],
    ['names, and no day', columns(names, '| | |'), missing],
    ['a table of who does what', columns('| Town Centre | Control Room |', '| Open daily | Open daily |'), missing],
    [
      'a row for each',
      [
        '| | | |',
        '| - | - | - |',
        '| Nash Council | Alison Clerk | 12/03/26 |',
        '| Avon Police | Brian Chief | 12/03/26 |',
      ],
      [],
    ],
  ])('columns and rows without labels: %s', (_title, lines, found) => {
    expect(saidBelow(lines, both)).toEqual(found);
  });

  const council12 = '- Nash Council: Alison Clerk, Director, 12 March 2026';
  const police12 = '- Avon Police: Brian Chief, Superintendent, 12 March 2026';

  test.each<[string, readonly string[], readonly string[]]>([
    ['signed electronically', [`${council12} (signed electronically)`, `${police12} (e-signed).`], []],
    ['not signed by one', [`${council12} (signed)`, '- Avon Police: (not signed)'], missing],
    ['no day for one', [`${council12} (signed)`, '- Avon Police: Brian Chief, Superintendent'], undated],
    ['who was consulted', [council12, police12], missing],
    [
      'lines that start with who signed',
      ['Alison Clerk, Director, for Nash Council, 12 March 2026', '', 'Brian Chief, for Avon Police, 12 March 2026'],
      [],
    ],
    [
      'a line without a day',
      ['Alison Clerk, Director, for Nash Council, 12 March 2026', '', 'Brian Chief, ACC, for Avon Police'],
      undated,
    ],
    [
      'names for two parties, and no day',
      ['Alison Clerk, for Nash Council', '', 'Brian Chief, for Avon Police'],
      missing,
    ],
    ['who reviewed it', ['Reviewed: Alison Clerk, for Nash Council, 12 March 2026'], missing],
  ])('below the last clause, without a heading: %s', (_title, lines, found) => {
    expect(said(lines, both)).toEqual(found);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'each with a day',
      'It was approved by the Cabinet of Nash Council on 1 March 2026 and signed by Alison Clerk, Director, on 12 March 2026, and by Superintendent Brian Chief for Avon Police on the same day.',
      [],
    ],
    [
      'one day for both',
      'It was signed by Alison Clerk for Nash Council and by Inspector Brian Chief for Avon Police on 12 March 2026.',
      [],
    ],
    [
      'no day for one',
      'It was signed by Alison Clerk for Nash Council on 12 March 2026 and by Inspector Brian Chief for Avon Police.',
      undated,
    ],
    ['one of them', 'It was signed by Alison Clerk for Nash Council on 12 March 2026.', missing],
    [
      'to be signed',
      'It is to be signed by Alison Clerk for Nash Council, and by Avon Police on 12 March 2026.',
      missing,
    ],
    ['no person', 'It was signed by Nash Council on 12 March 2026 and by Avon Police on the same day.', missing],
    [
      'another paper',
      'The DPIA was signed by Alison Clerk for Nash Council and by Inspector Brian Chief for Avon Police on 12 March 2026.',
      missing,
    ],
    [
      'the one before',
      'The previous agreement was signed by Alison Clerk for Nash Council, and by Inspector Brian Chief for Avon Police on 12 March 2020.',
      missing,
    ],
  ])('a sentence that tells who signed: %s', (_title, sentence, found) => {
    expect(said(['## Approval', '', sentence], both)).toEqual(found);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['no day', ['Signed by Alison Clerk for and on behalf of Nash Council'], ['signature-incomplete undated']],
    ['no day below', ['Signed by Alison Clerk for Nash Council', '', 'Date:'], ['signature-incomplete undated']],
    ['nobody', ['**For Nash Council**', '', '12 March 2026'], ['signature-missing missing']],
    ['who wrote it', ['**Prepared by:** Alison Clerk, Manager, 12 March 2026'], ['signature-missing missing']],
    ['whoever is to sign', ['Signed by the authorised signatory for Nash Council'], ['signature-missing missing']],
  ])('%s', (_title, lines, found) => {
    expect(saidBelow(lines)).toEqual(found);
  });
});

describe('signed below the last clause, without a heading', () => {
  const names = ['Name: Alison Clerk', '', 'Signature: A. Clerk', '', 'Date: 12 March 2026'];

  test.each<[string, readonly string[]]>([
    ['on behalf of a party', ['**Signed on behalf of Nash Council**', '', ...names]],
    ['by somebody', ['Signed by Alison Clerk for and on behalf of Nash Council on 12 March 2026']],
    ['agreed by somebody', ['Agreed by Alison Clerk (Council) on 12 March 2026']],
    [
      'a testimonium',
      ['IN WITNESS WHEREOF the parties have signed on the day below.', '', '**Nash Council**', '', ...names],
    ],
    ['schedules behind it', ['For and on behalf of Nash Council', '', ...names, '', '## Schedule 1', '', 'None.']],
  ])('%s', (_title, lines) => {
    expect(said(lines)).toEqual([]);
  });

  test('two parties, of whom one has signed', () => {
    const lines = [
      '**Signed for Nash Council**',
      '',
      ...names,
      '',
      '**Signed for Avon Police**',
      '',
      'Name:',
      '',
      'Date:',
    ];
    expect(said(lines, both)).toEqual(['signature-missing missing']);
  });

  test('a form in an annex is not the agreement', () => {
    const lines = ['## Annex A: request', '', 'Signed for the force: ', '', 'Name:', '', 'Date:'];
    expect(said(lines)).toEqual(['signature-missing missing']);
  });
});
