import { describe, expect, test } from 'vitest';
import { shippedWording } from '../src/text/wording.ts';
import { findings } from './sla.ts';

const ids = Object.keys(shippedWording);

/** The rules with words of their own that speak of an agreement with some sections. */
function spoken(
  body: string,
  keys = 'surveillance: [cctv]\nretention: [{ applies-to: cctv, period: 31 days }]',
): string[] {
  const text = `---\nframework: surveillance-camera\nstatus: agreed\n${keys}\n---\n\n# Service level agreement\n\n${body}`;
  return findings(text).flatMap(({ rule }) => (ids.includes(rule) ? [rule] : []));
}

test('every list of wording.yaml holds words, no regular expressions, and none twice', () => {
  const lists = (value: unknown): unknown[][] => {
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(lists) : [];
  };
  for (const list of lists(shippedWording)) {
    expect(new Set(list).size).toBe(list.length);
    for (const word of list) expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}’', -]*$/u);
  }
});

describe('the status', () => {
  test.each(['Approved', 'Final', 'Live since March', 'Official – Sensitive'])(
    '%s says no other than agreed',
    (status) => {
      expect(spoken(`**Status:** ${status}\n`)).toEqual([]);
    },
  );
  test.each(['Draft', 'For consultation', 'Superseded by version 3'])('%s does', (status) => {
    expect(spoken(`**Status:** ${status}\n`)).toEqual(['front-matter-differs']);
  });
});

describe('periods of retention', () => {
  const sharing = (...lines: readonly string[]) => `## Information sharing\n\n${lines.join('\n')}\n`;
  test.each([
    [
      'evidence and logs',
      sharing(
        '- **Retention:** 31 days.',
        '- **Disclosure log:** Kept for 7 years.',
        '- **Quarantined material:** Kept for 90 days.',
        '- **Evidence not collected:** Erased after 28 days.',
      ),
    ],
    ['parts of the system', sharing('- **Retention:** 31 days for town centre cameras; 14 days for car parks.')],
    ['a month', sharing('- **Retention:** One month.')],
    ['longer on request', sharing('- **Retention:** 31 days, or up to 90 days where the police ask for it.')],
    [
      'a schedule',
      sharing(
        '### Retention period',
        '',
        '| Material | Period |',
        '| --- | --- |',
        '| Footage | 31 days |',
        '| Car parks | 14 days |',
        '| Logs | 6 years |',
      ),
    ],
    ['a time limit', sharing('- **Retention:** 31 days.', '- **Turnaround:** Footage is supplied within 5 days.')],
    ['other records', '## Training\n\n- **Vetting:** Records are kept for 3 years.\n'],
  ])('right: %s', (_title, body) => expect(spoken(body)).toEqual([]));
  test.each([
    ['front matter and text', sharing('- **Retention:** 28 days.')],
    [
      'two components',
      sharing('- **Retention:** 31 days.', '- **Deletion:** Recordings are deleted automatically after 30 days.'),
    ],
  ])('wrong: %s', (_title, body) => expect(spoken(body)).toEqual(['retention-unclear']));
});

describe('technologies', () => {
  test.each([
    [
      'outside the agreement',
      '## Surveillance types\n\nThe police may fly drones, which is outside this agreement. ANPR is not part of the system.\n',
    ],
    ['the future', '## Future technology\n\nThe parties use drones only after an assessment.\n'],
    [
      'training and definitions',
      '## Training\n\nOperators who use ANPR are briefed.\n\n## Legal considerations\n\n- **Definitions:** *ANPR* records plates.\n',
    ],
    [
      'excluded uses',
      '## Purpose and legitimacy\n\n- **Excluded uses:** facial recognition, ANPR, reading of plates.\n',
    ],
    [
      'a component of its own for live viewing',
      '## Information sharing\n\n- **Live viewing:** The force has a live feed.\n',
    ],
    [
      'another’s',
      '## Surveillance types\n\nThe Force flies drones under its own arrangements; they are out of scope.\n',
    ],
    ['a component that rules it out', '## Surveillance types\n\n- **Drones:** none are used.\n'],
  ])('right: %s', (_title, body) => expect(spoken(body)).toEqual([]));
  test.each([
    ['at work', '## Surveillance types\n\nTwo ANPR cameras read the plates of all vehicles on the ring road.\n'],
    [
      'what it does',
      '## Surveillance types\n\nThe system at the doors compares the faces of visitors with a watchlist of banned persons.\n',
    ],
    ['a component', '## Surveillance types\n\n- **Video analytics:** The software counts people in the square.\n'],
    ['live access', '## Governance\n\nThe force has a live feed from all cameras in its control room.\n'],
  ])('wrong: %s', (_title, body) => expect(spoken(body)).toEqual(['surveillance-undeclared']));
});

test.each([
  ['surveillance: [cctv]', 'surveillance: [cctv, drone]'],
  ['surveillance:\n  - cctv\n', 'surveillance:\n  - cctv\n  - drone\n'],
])('the repair adds a technology to the list as it is written', (keys, repaired) => {
  const text = `---\nstatus: agreed\n${keys}\n---\n\n# Agreement\n\nA drone flies along the fence each night.\n`;
  const [edit] = findings(text).find(({ rule }) => rule === 'surveillance-undeclared')?.fix?.edits ?? [];
  const { at, text: added } = edit ?? {};
  expect(text.slice(0, at?.start.offset) + added + text.slice(at?.end.offset)).toBe(text.replace(keys, repaired));
});

describe('covert use', () => {
  const types = (...lines: readonly string[]) => `## Surveillance types\n\n${lines.join('\n')}\n`;
  test.each([
    ['ruled out', types('- **Covert surveillance:** Never.', '- **Overt:** The force may task operators.')],
    [
      'authorised',
      types(
        '- **Covert surveillance:** With an authorisation under RIPA.',
        '- **Overt:** The force may task operators.',
      ),
    ],
    ['missing as a component', types('- **Overt:** The force may task operators.')],
  ])('right, or said by another rule: %s', (_title, body) => expect(spoken(body)).toEqual([]));
  test.each([
    'The force may task operators.',
    'At the request of the force, operators will watch the home of a named suspect for the length of an operation.',
    'The tasking group of the force gives the control room a weekly list of nominals to follow.',
  ])('wrong: a task and no authority: %s', (task) => {
    expect(spoken(types(`- **Covert surveillance:** ${task}`))).toEqual(['covert-unaddressed']);
  });
});

describe('service levels', () => {
  const levels = (...rows: readonly string[]) =>
    `## Evaluation and review\n\n### Service levels\n\n${rows.join('\n')}\n`;
  const head = ['| Measure | Target | Period |', '| --- | --- | --- |'];
  test.each([
    [
      'time limits and whole shares',
      levels(...head, '| Faults | Same day | |', '| Serious requests | 100% | |', '| Availability | 24/7 | |'),
    ],
    [
      'the period in the measure',
      levels('| Measure | Target |', '| --- | --- |', '| Cameras working each month | 98% |'),
    ],
    [
      'results',
      '## Feedback\n\n### Performance data\n\n| Measure | 2024 | 2025 |\n| --- | --- | --- |\n| Incidents | 412 | 380 |\n',
    ],
    ['objectives', '## Purpose and legitimacy\n\n| Objective | Target |\n| --- | --- |\n| Fewer robberies | Low |\n'],
    ['a placeholder', levels(...head, '| Faults | TBC | |')],
  ])('right: %s', (_title, body) => expect(spoken(body)).toEqual([]));
  test('a vague target is said once, whatever else the row lacks', () => {
    expect(spoken(levels(...head, '| Faults | Promptly | |', '| Cameras | 98% | Each month |'))).toEqual([
      'target-unmeasurable',
    ]);
  });
});

describe('money', () => {
  const finance = (...lines: readonly string[]) => `## Finance\n\n${lines.join('\n')}\n`;
  test.each([
    [
      'invoices say when',
      finance('- **Contributions:** The force contributes £16,000.', '- **Invoicing:** Each April.'),
    ],
    ['the label says when', finance('- **Annual contribution:** The force pays £16,000 to the council.')],
    [
      'the amounts stand in a table',
      finance(
        'The force makes an annual contribution.',
        '',
        '| Year | Amount |',
        '| --- | --- |',
        '| 2026/27 | £16,000 |',
      ),
    ],
    ['for a request', finance('- **Charges for requests:** The police pay £20. Others pay a fee of £60.')],
    ['nothing is paid', finance('No contribution is made. The council meets the cost and makes no charge.')],
  ])('right: %s', (_title, body) => expect(spoken(body)).toEqual([]));
});
