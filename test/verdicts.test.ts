import { describe, expect, test } from 'vitest';
import { bind } from '../src/binding/bind.ts';
import { valueAt } from '../src/data/json.ts';
import { findings, framework, read } from './sla.ts';

/** What one rule says of an agreement, by the framework for services unless another is named. */
function said(rule: string, body: string, keys = '', name = 'service'): string[] {
  const text = `---\nframework: ${name}\nstatus: agreed\n${keys}---\n\n# Agreement\n\n${body}\n`;
  return findings(text, framework(name)).flatMap((one) => (one.rule === rule ? [one.text] : []));
}

/** A table of service levels, with some words above it. */
const levels = (columns: string, rows: readonly string[], above = '') =>
  `## Service levels\n\n${above}${columns}\n${columns.replace(/[^|]+/g, ' --- ')}\n${rows.join('\n')}\n`;

describe('columns under names of the author’s own', () => {
  const table = (section: string, columns: string, ...rows: readonly string[]) =>
    `## ${section}\n\n${columns}\n${columns.replace(/[^|]+/g, ' --- ')}\n${rows.join('\n')}\n`;
  const rules = ['outcome-missing', 'component-invalid', 'measure-missing'];
  const of = (body: string, name: string) => rules.flatMap((rule) => said(rule, body, '', name));
  test.each([
    "| What we'll do | How many | What difference it makes | How |",
    '| Task | Quantity | Impact | Notes |',
    '| Service | Measure | Why it matters | Method |',
    '| Commitment | Number | Intended result | Detail |',
    '| Deliverable | By when | Benefit to residents | Lead |',
  ])('right: %s', (columns) => {
    const body = table('Core activities', columns, '| Newsletter | 4 a year | People know | By post |');
    expect(of(body, 'community-engagement')).toEqual([]);
  });
  test('right: how we will know', () => {
    const body = table(
      'Deliverables',
      '| Milestone | How we will know | By when |',
      '| Loans | 300 loans | 1 June 2027 |',
    );
    expect(of(body, 'delivery-plan')).toEqual([]);
  });
  test('wrong: one finding for a table, and one for a cell of a column that is there', () => {
    const rows = ['| Newsletter | 4 a year | Known | By post |', '| Survey | 1 a year | | |'];
    const unknown = table('Core activities', '| Output | Target | Verdict | In practice |', ...rows);
    expect(of(unknown, 'community-engagement')).toEqual(['No column of this table is known as “Outcomes”.']);
    const known = table('Core activities', '| Output | Target | Impact | In practice |', ...rows);
    expect(of(known, 'community-engagement')).toEqual(['“Survey” has no outcome.']);
  });
});

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

test('ASAP is no time, in a sentence or as a target', () => {
  const faults = '## Responsibilities\n\nThe provider shall fix faults ASAP.\n';
  const target = levels('| Measure | Target | Period |', ['| P1 fix | ASAP | Month |']);
  for (const body of [faults, target]) {
    expect(said('target-unmeasurable', body)).toEqual(['“ASAP” sets no time that can be measured.']);
    expect(said('acronym-undefined', body)).toEqual([]);
  }
});

test('words that readers of such agreements know', () => {
  const text =
    'Each SLO is shown on the KPI page. Missed SLO figures go to Shaw LLP, an LLP. Pay the PAYE by BACS by noon CET.';
  expect(said('acronym-undefined', `## Service levels\n\n${text}\n`)).toEqual([]);
});

describe('two parties', () => {
  const keys = 'parties:\n  - { name: Helix Ltd, role: provider }\n  - { name: Brindley School, role: customer }\n';
  test.each([
    ['acts as processor, so that the other is the controller', 'Helix acts as processor; see Schedule 9.', 0],
    ['is named as controller only for its own data', 'Helix is the controller of its staff records.', 1],
  ])('one %s', (_title, text, count) =>
    expect(said('controller-unclear', `## Data protection\n\n${text}\n`, keys)).toHaveLength(count),
  );

  test('where signatures are only recommended, none is no error', () => {
    const text = `---\nframework: service\nstatus: agreed\n${keys}---\n\n# Agreement\n\nHelix Ltd serves Brindley School.\n`;
    const unsigned = findings(text, framework('service')).filter(({ rule }) => rule === 'signature-missing');
    expect(unsigned.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('totals', () => {
  const table = (...rows: readonly string[]) => `## Charges\n\n| Item | Cost |\n| --- | --- |\n${rows.join('\n')}\n`;
  const [licences, support] = ['| Licences | £10,000 |', '| Support | £2,000 |'];
  test.each([
    ['a discount is taken off', table(licences, support, '| Discount (10%) | £1,200 |', '| Total | £10,800 |')],
    ['or is an item', table(licences, support, '| Discount scheme | £1,200 |', '| Total | £13,200 |')],
    ['a rounded total', table('| Grade 6 | 62.3 |', '| Grade 4 | 55.1 |', '| Total | 117 |')],
    ['a total of several years', table(licences, support, '| Total over 3 years | £36,000 |')],
    ['shares that are rounded', table('| A | 16.7% |', '| B | 16.7% |', '| C | 66.7% |', '| Total | 100% |')],
    ['rates', table('| May | 92% |', '| June | 94% |', '| Total | 93% |')],
    ['a total of some', table(licences, support, '| Options | £500 |', '| Total (without options) | £12,000 |')],
  ])('right: %s', (_title, body) => expect(said('total-wrong', body)).toEqual([]));
  test.each([
    ['a discount', table(licences, support, '| Discount (10%) | £1,200 |', '| Total | £11,800 |')],
    ['the total of a year', table(licences, support, '| Total for year 1 | £12,500 |')],
    ['the total of a financial year', table(licences, support, '| Total for 2026/27 | £12,500 |')],
    ['shares of more than a whole', table('| A | 60% |', '| B | 50% |', '| Total | 100% |')],
    ['a total without tax', table(licences, support, '| Total (excluding VAT) | £12,500 |')],
  ])('wrong: %s', (_title, body) => expect(said('total-wrong', body)).toHaveLength(1));
});

describe('start and end in the section on the term', () => {
  const term = (...lines: readonly string[]) => `## Term and review\n\n${lines.join('\n\n')}\n`;
  const keys = 'effective: 2026-04-01\nexpires: 2029-03-31\n';
  const differs = [
    'Effective from is “1 May 2026” here, but “2026-04-01” in the front matter.',
    'Expires is “30 April 2029” here, but “2029-03-31” in the front matter.',
  ];
  test.each([
    ['other dates', term('**Start date:** 1 May 2026', '**End date:** 30 April 2029'), differs],
    [
      'other dates in a table',
      term('| Start date | 1 May 2026 |\n| --- | --- |\n| End date | 30 April 2029 |'),
      differs,
    ],
    ['the same dates', term('**Start date:** 1 April 2026', '**End date:** 31 March 2029'), []],
    [
      'both in one line',
      term('**Term:** 1 May 2026 to 30 April 2029'),
      [
        'The start is “1 May 2026” here, but “2026-04-01” in the front matter.',
        'The end is “30 April 2029” here, but “2029-03-31” in the front matter.',
      ],
    ],
    ['of something else', `${term('None.')}\n## Responsibilities\n\n**Start date:** 1 May 2026\n`, []],
  ])('%s', (_title, body, found) => expect(said('front-matter-differs', body, keys)).toEqual(found));
  test('they count where the front matter is silent', () => {
    const ended = term('**Start date:** 1 May 2023', '**End date:** 31 January 2026');
    expect(said('agreement-expired', ended)).toEqual(['The agreement ended on 31 January 2026.']);
  });
});

describe('service levels', () => {
  const of = (body: string) => said('service-level-incomplete', body);
  const share = '| Calls answered | 95% | Month |';
  test.each([
    '| Severity 1 incidents | < 2 | Month |',
    '| NPS | +40 | Quarter |',
    '| Apdex | 0.94 | Month |',
    '| Engineers on shift | 4 | Month |',
  ])('the measure names what is counted: %s', (row) =>
    expect(of(levels('| Measure | Target | Period |', [share, row]))).toEqual([]),
  );
  test.each(['| Cameras working | 95 | Month |', '| Response times | 4 | Month |', '| Lights | 95 | Month |'])(
    'nothing names what is counted: %s',
    (row) => expect(of(levels('| Measure | Target | Period |', [share, row]))).toHaveLength(1),
  );

  const untimed = 'Nothing says over which period the levels of this table are measured.';
  test.each([
    ['Performance against these levels is measured and reported each month.', []],
    ['Service levels are calculated each calendar month.', []],
    ['Electricity is measured each month.', [untimed]],
    ['The service levels are reviewed each year.', [untimed]],
  ])('in another section: %s', (sentence, found) => {
    const table = levels('| Measure | Target |', ['| Calls answered | 95% |']);
    expect(of(`${table}\n## Reporting\n\n${sentence}\n`)).toEqual(found);
  });

  test.each(['SLO', 'Service level', 'Availability target', 'Target 2026/27'])(
    '“%s” is a column of targets',
    (name) => {
      const found = of(
        levels(`| Metric | ${name} | Period |`, ['| Portal up | High | Month |', '| Calls | 95% | Month |']),
      );
      expect(found).toEqual(['The target of “Portal up” is “High”, which is no figure.']);
    },
  );
  test('a column of targets for a year needs no other period', () => {
    expect(of(levels('| Metric | Target 2026/27 |', ['| Calls | 95% |']))).toEqual([]);
    expect(of(levels('| Metric | SLO |', ['| Calls | 95% |']))).toEqual([untimed]);
    expect(of(levels('| SLO | Target | Period |', ['| Calls | 95% | Month |']))).toEqual([]);
  });

  test.each([
    ['Threshold', 'KPI'],
    ['Objective', 'Metric'],
    ['Uptime', 'Service'],
  ])('“%s” beside “%s” is a column of targets', (target, measure) => {
    const rows = ['| Portal | 99% | Month |', '| Queue | | Month |'];
    expect(of(levels(`| ${measure} | ${target} | Window |`, rows))).toEqual(['“Queue” has no target.']);
  });
  test('“SLI” and “SLO” are two columns of the model', () => {
    const table = (columns: string) => levels(columns, ['| Calls answered | 95% | Month |'], 'As agreed.\n\n');
    const rowOf = (columns: string) => {
      const text = `---\nframework: service\n---\n\n# Agreement\n\n${table(columns)}`;
      const { model } = bind(read(text), framework('service'));
      return valueAt(model, ['sections', 'service-levels', 'levels', 'rows', '0']);
    };
    const row = { measure: 'Calls answered', target: '95%', period: 'Month' };
    expect(rowOf('| SLI | SLO | Period |')).toEqual(row);
    expect(rowOf('| SLO | Target | Period |')).toEqual(row);
  });
  test('results of availability, and the closing row of weights', () => {
    const results = levels('| Service | Uptime |', ['| Portal | 99.9% |', '| Queue | |']);
    expect(of(results.replace('Service levels', 'Results'))).toEqual([]);
    const columns = '| KPI | Target | Measured | Weight |';
    const weighted = levels(columns, ['| Calls | 98% | Month | 100% |', '| Total | | | 100% |']);
    expect(of(weighted)).toEqual([]);
    expect(of(levels(columns, ['| Calls | 98% | Month | 50% |', '| Total downtime | | Month | 50% |']))).toEqual([
      '“Total downtime” has no target.',
    ]);
  });

  test('times for each priority', () => {
    const columns = '| Priority | Response time | Resolution time |';
    expect(
      of(levels(columns, ['| P1 | 15 minutes | 4 hours |', '| P2 | 1 hour | – |', '| P3 | none | 5 days |'])),
    ).toEqual([]);
    expect(of(levels(columns, ['| P1 | 15 | 4 hours |', '| P2 | 1 hour | |']))).toEqual([
      'The target of “P1: Response time” is “15”, without a unit.',
      '“P2: Resolution time” has no target.',
    ]);
    expect(of(levels('| Priority | Response time (hours) |', ['| P1 | 1 |', '| P2 | 4 |']))).toEqual([]);
  });
});

describe('a status in words of the author’s own', () => {
  const found = (status: string) =>
    findings(
      `---\nframework: service\nstatus: ${status}\n---\n\n# Agreement\n\nThe fee is TBC.\n`,
      framework('service'),
    );
  test.each([
    ['Draft', 'info', 'Did you mean “draft”?'],
    ['Final draft', 'info', 'Did you mean “draft”?'],
    ['Active', 'error', 'Did you mean “agreed”?'],
    ['Expired', undefined, 'Did you mean “ended”?'],
  ])('%s is judged as what it means, and the word is asked for', (status, severity, help) => {
    const all = found(status);
    expect(all.find(({ rule }) => rule === 'placeholder-left')?.severity).toBe(severity);
    expect(all.map((one) => one.help)).toContain(help);
  });
});

describe('service levels below headings of the author’s own', () => {
  const missing = (table: string) => said('section-missing', `## Tier 1: design partner\n\n${table}\n`).join();
  test('a table of measures and targets is the section', () => {
    expect(missing('| Metric | Commitment (target) |\n| --- | --- |\n| Uptime | 99.5% a month |')).not.toContain(
      'Service levels',
    );
  });
  test('a table of other things is not', () => {
    expect(missing('| Metric | Colour |\n| --- | --- |\n| Uptime | green |')).toContain('Service levels');
  });
  test('a table that several sections could have is none of them', () => {
    const table =
      '| Output | Target | Outcomes | In practice |\n| --- | --- | --- | --- |\n| Newsletter | 2 per year | People know | By e-mail |';
    const text = `---\nframework: community-engagement\n---\n\n# Agreement\n\n## Odds and ends\n\n${table}\n`;
    const missing = findings(text, framework('community-engagement')).find(({ rule }) => rule === 'section-missing');
    expect(missing?.text).toMatch(/^6 sections are missing/);
  });
});

describe('front matter of another program, under the framework for cameras', () => {
  const found = (head: string) =>
    said('front-matter-invalid', '## Purpose\n\nTo deter crime.', head, 'surveillance-camera');
  test('more than three keys that are not there are one finding', () => {
    expect(found('title: CCTV policy\n').filter((text) => text.includes('lacks'))).toEqual([
      'The front matter lacks “agreed”, “effective”, “expires”, “parties” and “surveillance”.',
    ]);
  });
  test('three are told one by one', () => {
    const head = 'title: CCTV policy\nagreed: 2026-03-12\neffective: 2026-04-01\n';
    expect(found(head).filter((text) => text.includes('lacks'))).toHaveLength(3);
  });
});
