import { describe, expect, test } from 'vitest';
import { findings, framework } from './sla.ts';

/** What one rule says of an agreement, by the framework for services unless another is named. */
function said(rule: string, body: string, keys = '', name = 'service'): string[] {
  const text = `---\nframework: ${name}\nstatus: agreed\n${keys}---\n\n# Agreement\n\n${body}\n`;
  return findings(text, framework(name)).flatMap((one) => (one.rule === rule ? [one.text] : []));
}

/** A table of service levels, with some words above it. */
const levels = (columns: string, rows: readonly string[], above = '') =>
  `## Service levels\n\n${above}${columns}\n${columns.replace(/[^|]+/g, ' --- ')}\n${rows.join('\n')}\n`;

describe('numbers of outputs', () => {
  const outputs = (...rows: readonly string[]) =>
    `## Core activities\n\n| Output | Target | Outcomes | In practice |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  const of = (body: string) => said('output-without-period', body, '', 'community-engagement');
  test.each([
    ['a season', outputs('| Speedwatch | 10 sessions each summer | Slower traffic | With the police |')],
    ['a membership', outputs('| Members | 150 | More voices | Stall |')],
    ['a month', outputs('| Fair | 2 stalls and 3 workshops in May | Known | Park |')],
    ['all targets', `${outputs('| Newsletters | 4 | Known | Post |')}\nTargets are for each academic year.\n`],
  ])('right: %s', (_title, body) => expect(of(body)).toEqual([]));
  test.each([
    ['a count', outputs('| Forum | 4 meetings | Known | Hall |'), '“4 meetings” does not say in which period.'],
    ['a bare figure', outputs('| Newsletters | 4 | Known | Post |'), '“Newsletters: 4” does not say in which period.'],
    [
      'targets that are only reviewed each year',
      `${outputs('| Newsletters | 4 | Known | Post |')}\nThe targets are reviewed each year.\n`,
      '“Newsletters: 4” does not say in which period.',
    ],
  ])('wrong: %s', (_title, body, text) => expect(of(body)).toEqual([text]));

  test('service levels are judged once, by their own rule', () => {
    const measures = levels('| Measure | Target | Period |', ['| Visits per student | 48 | Academic year |']);
    const held = levels('| Measure | Target | Period |', [
      '| Meetings held | 4 | |',
      '| Calls answered | 95% | Month |',
    ]);
    for (const body of [measures, held]) expect(said('output-without-period', body)).toEqual([]);
    expect(said('service-level-incomplete', measures)).toEqual([]);
    expect(said('service-level-incomplete', held)).toEqual([
      '“Meetings held” does not say over which period it is measured.',
    ]);
  });
});

describe('the end of an agreement', () => {
  const keys = (expires: string) =>
    `effective: 2025-01-01\nexpires: ${expires}\nreview: { every: 12 months, next: 2026-12-01 }\n`;
  const term = (text: string) => `## Term and review\n\n${text}\n`;
  test.each([
    ['of prices', 'until-notice', 'This SLA is valid until replaced. Prices are guaranteed until 31 January 2027.'],
    [
      'of the one before',
      'until-notice',
      'This agreement replaces the one that ran from 1 April 2023 to 31 March 2026.',
    ],
    [
      'and clauses that survive it',
      '2029-03-31',
      'The agreement ends on 31 March 2029. Clauses 9 and 11 survive it and continue indefinitely.',
    ],
  ])('%s contradicts nothing', (_title, expires, text) =>
    expect(said('term-contradicted', term(text), keys(expires))).toEqual([]),
  );
  test.each(['agreement-expired', 'date-order'])('a renewal carries it on: %s', (rule) => {
    const renewed = 'It renews automatically for further periods of 12 months.';
    expect(said(rule, term(`The agreement ends on 28 February 2026. ${renewed}`), keys('2026-02-28'))).toEqual([]);
    const once = 'It may be renewed for a further year.';
    expect(said(rule, term(`The agreement ends on 28 February 2026. ${once}`), keys('2026-02-28'))).toHaveLength(1);
    expect(said(rule, term('The agreement ends on 28 February 2026.'), keys('2026-02-28'))).toHaveLength(1);
  });
});

test('images of systems, spare devices and reads of meters are no footage', () => {
  const kept = [
    'System images are kept for 30 days. Golden images are kept for 12 months.',
    'Spare devices are held for 5 days. Returned devices are kept for 30 days.',
    'Meter reads are kept for 6 years. Failed reads are kept for 30 days.',
  ].join('\n\n');
  expect(said('retention-unclear', `## Data protection\n\n${kept}\n`)).toEqual([]);
  const footage = 'Footage is kept for 30 days. Recordings are kept for 12 months.';
  expect(said('retention-unclear', `## Data protection\n\n${footage}\n`, 'surveillance: [cctv]\n')).toHaveLength(1);
});
