import { describe, expect, test } from 'vitest';
import { findings, framework } from './sla.ts';

/** What one rule says of a text below a title, by the framework for camera partnerships unless another is named. */
function said(rule: string, body: string, keys = '', name = 'surveillance-camera'): string[] {
  const text = `---\nframework: ${name}\nstatus: agreed\n${keys}---\n\n# Agreement\n\n${body}\n`;
  return findings(text, framework(name)).flatMap((one) =>
    one.rule === rule && one.severity !== 'info' ? [one.text] : [],
  );
}

describe('labels as authors set them', () => {
  const training = (...lines: readonly string[]) => `## Training\n\n${lines.join('\n')}\n`;
  test.each([
    ['several in one paragraph', training('**Vetting:** NPPV2. **Refresher training:** every 12 months.')],
    ['in one item of a list', training('- **Vetting:** NPPV2. **Refresher training:** every 12 months.')],
    ['terms over their definitions', training('Vetting', ': NPPV2.', '', 'Refresher training', ':   every 12 months.')],
    ['the same in one piece', training('Vetting', ': NPPV2.', 'Refresher training', ': every 12 months.')],
    [
      'numbers in the same bold',
      training('**6.1 Vetting** Each operator has NPPV2.', '', '**6.2 Refresher training** Every 12 months.'),
    ],
    ['bold terms', training('**Vetting**', ': NPPV2.', '', '**Refresher training**', ': every 12 months.')],
  ])('%s', (_title, body) => {
    expect(said('component-missing', body)).toEqual([]);
    expect(said('component-invalid', body)).toEqual([]);
  });
  test('words in bold that a sentence goes on with are none, with a number or without', () => {
    const body = training('**6.1 Vetting** of operators is by the force.', '', '**Refresher training** NPPV2 and law.');
    expect(said('component-missing', body)).toEqual([
      '“Training” speaks of “Vetting” and “Refresher training”, but nothing begins with those names.',
    ]);
  });
  test('words in bold inside a sentence are none', () => {
    const body = training('**Vetting:** NPPV2, and see **Refresher training:** below for the years.');
    expect(said('component-missing', body)).toEqual(['“Training” has no “Refresher training”.']);
  });
});

describe('sections in the author’s own words', () => {
  test.each([
    ['Sharing information', 'Information sharing'],
    ['4. Footage', 'Information sharing'],
    ['PURPOSE OF THE SYSTEM', 'Purpose and legitimacy'],
    ['How we’ll know it works', 'Evaluation and review'],
    ['Kinds of surveillance', 'Surveillance types'],
    ['7. Surveillance', 'Surveillance types'],
    ['What happens afterwards', 'Feedback'],
  ])('“%s” is the section “%s”', (heading, section) => {
    const missing = said('section-missing', `## ${heading}\n\nAs agreed.\n`);
    expect(missing.join()).toContain(' sections are missing');
    expect(missing.join()).not.toContain(section);
  });
  test('where headings have names of their own, they are named', () => {
    const text =
      '---\nframework: surveillance-camera\n---\n\n# Agreement\n\n## Purpose\n\nSafety.\n\n## Odds and ends\n\nNone.\n';
    const [missing] = findings(text, framework('surveillance-camera')).filter(({ rule }) => rule === 'section-missing');
    expect(missing?.help).toMatch(/^Where “Odds and ends” holds one of them, give the heading that name/);
  });
  test('but no table of contents is', () => {
    const body = '## Purpose\n\nSafety.\n\n## Table of contents\n\n1. Purpose\n';
    const text = `---\nframework: surveillance-camera\n---\n\n# Agreement\n\n${body}`;
    const [missing] = findings(text, framework('surveillance-camera')).filter(({ rule }) => rule === 'section-missing');
    expect(missing?.help).not.toContain('contents');
  });
  test('“Reviews” tells how often', () => {
    const body = '## Audit\n\nEach January.\n\n## Reviews\n\nThe parties review this agreement every 12 months.\n';
    expect(said('component-missing', body)).toEqual([]);
  });
});

test.each(['Who else may have it', 'Other people who ask', 'Requests from others'])(
  '“%s” says to whom else footage is disclosed',
  (label) => {
    const body = `## Footage\n\n**How to ask:** by e-mail.\n\n**How long we keep it:** 28 days.\n\n**${label}:** the courts.\n`;
    expect(said('component-missing', body)).toEqual([]);
  },
);

describe('a column by the name of a component', () => {
  const table = (column: string, cell: string) =>
    `## Finance\n\n| Item | Cost | ${column} |\n| --- | --- | --- |\n| Control room | £9,000 a year | ${cell} |\n`;
  test.each(['Who pays', 'Paid by', 'Contributions'])('“%s” says it of each row', (column) =>
    expect(said('component-missing', table(column, 'Council'))).toEqual([]),
  );
  test('also where an interval is asked for', () => {
    const body =
      '## Training\n\n| Operator | Vetting | Refresher training |\n| --- | --- | --- |\n| A | NPPV2 | Yearly |\n';
    expect([...said('component-missing', body), ...said('component-invalid', body)]).toEqual([]);
  });
  test('but not a column of another name, or without a word', () => {
    for (const body of [table('Remark', 'None'), table('Paid by', '')])
      expect(said('component-missing', body)).toHaveLength(1);
  });
});

describe('what a section says in running text', () => {
  test('below a heading that is also the name of one of its parts', () => {
    const body =
      '## Legal basis\n\nThe council relies on Article 6(1)(e). The police must have regard to the Surveillance Camera Code. The council is the controller.\n';
    expect(said('component-missing', body)).toEqual([
      '“Legal considerations” speaks of “Duty to have regard to the code” and “Controllers”, but nothing begins with those names.',
    ]);
  });
  test('and not below the name of a part that stands by itself: it hides nothing else of the section', () => {
    const body = '## Vetting\n\nEach operator is vetted by the force to NPPV2 before the first shift.\n';
    expect(said('component-missing', body)).toEqual(['“Training” has no “Refresher training”.']);
  });
  test.each([
    ['Overt surveillance', 'Covert surveillance'],
    ['Covert surveillance', 'Overt surveillance'],
  ])('“%s” alone says nothing of “%s”', (heading, missing) => {
    const body = `## ${heading}\n\nThe Council has 64 cameras in the town centre, each of them visible and signed.\n`;
    expect(said('component-missing', body)).toEqual([`“Surveillance types” has no “${missing}”.`]);
    const both = `${body}\n## ${missing}\n\nNone, and a request for it is refused.\n`;
    expect(said('component-missing', both)).toEqual([]);
  });
  test('what is missing is told at the section’s own name, if there is one', () => {
    const body =
      '## Definitions\n\n**Footage:** pictures that the cameras record.\n\n## Law\n\n### Controllers\n\nThe council.\n';
    const text = `---\nframework: surveillance-camera\n---\n\n# Agreement\n\n${body}`;
    const own = findings(text, framework('surveillance-camera')).filter((one) => one.text.includes('“Lawful basis”'));
    expect(own.map(({ at }) => at.start.line)).toEqual([11]);
  });
  test('that each party bears its own costs speaks of contributions', () => {
    expect(said('component-missing', '## Finance\n\nEach party bears its own costs.\n')).toEqual([
      '“Finance” speaks of “Contributions”, but nothing begins with that name.',
    ]);
  });
  test('a sentence on the review will do where the front matter says how often', () => {
    const body =
      '## Evaluation and review\n\nThe parties review this agreement once a year, and each camera with it.\n';
    expect(said('component-missing', body, 'review: { every: 12 months, next: 2027-02-01 }\n')).toEqual([]);
    expect(said('component-missing', body)).toEqual([
      '“Evaluation and review” speaks of “Review cycle”, but nothing begins with that name.',
    ]);
  });
  test('a table there is still one of the section, and the cycle is told once', () => {
    const keys = 'review: { every: 6 months, next: 2027-02-01 }\n';
    const body =
      '## Review\n\nWe review this agreement every 12 months, with the trial apart.\n\n| Measure | Target | Period |\n| --- | --- | --- |\n| Uptime | High | Monthly |\n';
    expect(said('front-matter-differs', body, keys)).toEqual([
      'The review cycle is “every 12 months” here, but “6 months” in the front matter.',
    ]);
    expect(said('service-level-incomplete', body)).toEqual(['The target of “Uptime” is “High”, which is no figure.']);
  });
  test.each<[string, string, boolean]>([
    ['another name of the section', 'Data protection', true],
    ['a name of its own', 'Uniform', false],
  ])('below a heading inside with %s', (_title, heading, isWarning) => {
    const body = `## Legal framework\n\n### Code\n\nAll follow it.\n\n### Controllers\n\nThe council.\n\n### ${heading}\n\nThe council relies on Article 6(1)(e) of the UK GDPR, and the police on Part 3 of the Act.\n`;
    expect(said('component-missing', body)).toEqual([
      isWarning
        ? 'Nothing in the text of “Legal considerations” begins with “Lawful basis”.'
        : '“Legal considerations” has no “Lawful basis”.',
    ]);
  });
  test.each([
    [
      'beside a label',
      '**Induction:** two weeks.\n\nThe force checks each operator before the first shift, and again every third year.',
    ],
    [
      'with the word “following”',
      '**Induction:** two weeks.\n\nThe force checks each operator following the interview, and again every third year.',
    ],
    [
      'in a list with one',
      '- **Induction:** two weeks.\n- The force checks each operator before the first shift, and again every third year.',
    ],
  ])('%s', (_title, body) =>
    expect(said('component-missing', `## Training\n\n${body}\n`)).toEqual([
      'Nothing in the text of “Training” begins with “Vetting” or “Refresher training”.',
    ]),
  );
  test.each([
    [
      'leads to the labels',
      'The parties train the people who work in the control room in the following ways.\n\n**Induction:** two weeks.',
    ],
    [
      'stands under a label',
      '**Induction**\n\nThe force shows each operator round before the first shift, and again a month later.',
    ],
    [
      'has a label of its own',
      '**Induction:** two weeks.\n\n**Uniform:** each operator wears the blue shirt and the badge of the force on every shift.',
    ],
  ])('but text that %s is no such text', (_title, body) =>
    expect(said('component-missing', `## Training\n\n${body}\n`)).toEqual([
      '“Training” has no “Vetting”.',
      '“Training” has no “Refresher training”.',
    ]),
  );
  test('is not said to be missing', () => {
    const body = '## Feedback\n\nEach month the inspector tells the control room what came of its reports.\n';
    expect(said('component-missing', body)).toEqual([
      'Nothing in the text of “Feedback” begins with “Returns to the operator”.',
    ]);
    expect(said('component-missing', '## Feedback\n\nNot yet settled.\n')).toEqual([
      '“Feedback” has no “Returns to the operator”.',
    ]);
  });
});

describe('what could also be covered', () => {
  test('“service level agreement” says nothing of service levels', () => {
    const body = '## Review\n\nThe parties review this service level agreement every 12 months.\n';
    const text = `---\nframework: surveillance-camera\n---\n\n# Agreement\n\n${body}`;
    const advice = (more: string) =>
      findings(`${text}${more}`, framework('surveillance-camera')).flatMap((one) =>
        one.text.startsWith('“Evaluation and review” could') ? [one.text] : [],
      );
    expect(advice('').join()).toContain('Service levels');
    expect(advice('\nThe service levels are in the schedule.\n').join()).not.toContain('Service levels');
  });

  /** What is advised beside a component that is there, with a sentence somewhere else. */
  const advised = (section: string, component: string, sentence: string) =>
    findings(
      `---\nframework: surveillance-camera\n---\n\n# Agreement\n\n## ${section}\n\n**${component}:** As agreed.\n\n## Background\n\n${sentence}\n`,
      framework('surveillance-camera'),
    ).flatMap((one) => (one.text.startsWith(`“${section}” could`) ? [one.text] : []));

  test.each<[string, string, boolean]>([
    ['the national code', 'Both parties have regard to the Surveillance Camera Code of Practice.', true],
    ['the national code by its author', 'They follow the Surveillance Camera Commissioner’s Code of Practice.', true],
    ['another authority’s code', 'Footage is shared under the ICO’s data sharing code of practice.', true],
    ['a code of their own', 'Operators work to the Council’s Code of Practice of May 2026.', false],
    ['both', 'The Code of Practice of the scheme puts the Surveillance Camera Code of Practice to work.', false],
  ])('a code of practice of one’s own, where the text speaks of %s', (_title, sentence, isAdvised) =>
    expect(advised('Governance', 'Escalation', sentence).join().includes('Code of practice')).toBe(isAdvised),
  );
  test.each<[string, boolean]>([
    ['A data protection impact assessment is needed for every new camera.', true],
    ['No camera goes live without a data protection impact assessment.', true],
    ['A privacy impact assessment must be completed before a camera is moved.', true],
    ['The data protection impact assessment of 3 March 2026 is held by the Clerk.', false],
    [
      'Each new camera needs a data protection impact assessment, such as the data protection impact assessment of the High Street.',
      false,
    ],
  ])('an assessment: %s', (sentence, isAdvised) =>
    expect(
      advised('Purpose and legitimacy', 'Purposes', sentence).join().includes('Data protection impact assessment'),
    ).toBe(isAdvised),
  );
  test('words that are still to be filled in speak of nothing', () => {
    const of = (cell: string) => advised('Communication', 'Radio', `The control room: ${cell}.`).join();
    expect(of('[insert telephone number]')).toContain('Contact list');
    expect(of('a telephone number for each post')).not.toContain('Contact list');
  });
});

describe('schedules that a word processor set in bold or capitals', () => {
  const form = 'Crime number: ..........\n\nOfficer: ..........';
  test.each(['**SCHEDULE 3 – REQUEST FORM**', '**Schedule C: Request form**', 'ANNEX 2 – REQUEST FORM'])(
    'a form below %s is filled in later',
    (line) => expect(said('placeholder-left', `## Purpose\n\nSafety.\n\n${line}\n\n${form}\n`)).toEqual([]),
  );
  test.each(['The request form:', 'Schedule 3 has the request form.'])('not below “%s”', (line) =>
    expect(said('placeholder-left', `## Purpose\n\nSafety.\n\n${line}\n\n${form}\n`)).toHaveLength(2),
  );
});

describe('officers of parties that only the text names', () => {
  const of = (text: string) => said('role-named-twice', `## Governance\n\n${text}\n`);
  test.each([
    'The Senior Responsible Officer for the Council is the Director of Communities. The Senior Responsible Officer for the Police is the Superintendent (Local Policing).',
    'The Council’s senior responsible officer is the Director of Communities. The Trust’s senior responsible officer is the Head of Estates.',
  ])('one for each: %s', (text) => expect(of(text)).toEqual([]));
  test('two for one', () => {
    const text =
      'The Senior Responsible Officer for the Council is the Director of Communities. The Senior Responsible Officer for the Council is the Head of Estates.';
    expect(of(text)).toHaveLength(1);
  });
});

describe('a party that is known by its mailbox', () => {
  const parties = (key: string) =>
    `parties:\n  - name: Wexcombe Council\n    role: system-owner\n    ${key}\n  - name: Nash Police\n    role: police\n    single-point-of-contact: { email: control@nash.police.uk }\n`;
  const posts = (key: string) =>
    said('front-matter-invalid', 'Agreed.', parties(key)).filter((text) => text.includes('“post”'));
  test.each([
    'single-point-of-contact: { email: cctv@wexcombe.gov.uk }',
    'email: cctv@wexcombe.gov.uk',
    'contact: CCTV control room, cctv@wexcombe.gov.uk',
  ])('can be reached: %s', (key) => {
    expect(said('contact-missing', 'Agreed.', parties(key))).toEqual([]);
    expect(posts(key)).toEqual([]);
  });
  test('but who answers for the system is a post, and so is who has no mailbox', () => {
    expect(posts('senior-responsible-officer: { email: cctv@wexcombe.gov.uk }')).toHaveLength(1);
    expect(posts('data-protection-officer: { telephone: 01632 960 100 }')).toHaveLength(1);
    for (const key of ['address: Town Hall', 'dpo: privacy@wexcombe.gov.uk', 'email: dpo@wexcombe.gov.uk'])
      expect(said('contact-missing', 'Agreed.', parties(key))).toEqual([
        'No point of contact is named for “Wexcombe Council”.',
      ]);
  });
});

describe('signatures below the word “Signed”', () => {
  const keys =
    'parties:\n  - { name: Marlow Forum, role: provider }\n  - { name: Borough of Wexcombe, role: funder }\n';
  const lines = 'Forum: Beryl Achter, Chair, 18 March 2026\n\nWexcombe: Omar Siddiqui, Officer, 18 March 2026\n';
  const of = (above: string) => said('signature-missing', `## Core work\n\nMeetings.\n\n${above}\n\n${lines}`, keys);
  test.each(['Signed', '**Signatures**', 'Agreed and signed:'])('“%s”', (above) => expect(of(above)).toEqual([]));
  test('and none below another word', () => expect(of('Contacts')).toHaveLength(1));
});

describe('how long footage is kept', () => {
  const of = (text: string) =>
    said('retention-unclear', `## Information sharing\n\n${text}\n`, 'surveillance: [anpr]\n');
  test.each([
    'Reads are kept for 90 days. Reads are kept for 6 months where a charge is disputed.',
    'Reads are kept for 90 days. Reads passed to the National ANPR Service are kept there for 12 months.',
    'Images are kept for 31 days. Images are kept for no longer than 31 days.',
  ])('right: %s', (text) => expect(of(text)).toEqual([]));
  test.each([
    'Images shall be retained for 31 days. Images shall be retained for no longer than 28 days unless required as evidence.',
  ])('wrong: %s', (text) =>
    expect(of(text)).toEqual(['“Footage” is kept for at most 28 days here, but for 31 days elsewhere.']),
  );
});

test('a bound from above is of things, a bare figure may be a share', () => {
  const table = (row: string) =>
    `## Service levels\n\n| Measure | Target | Period |\n| --- | --- | --- |\n| Calls answered | 95% | Month |\n${row}\n`;
  const of = (row: string) => said('service-level-incomplete', table(row), '', 'service');
  expect(of('| Assaults on staff | Under 60 | Year |')).toEqual([]);
  expect(of('| Lights | 95 | Month |')).toHaveLength(1);
});

test('a note to oneself is left to do wherever it stands', () => {
  expect(said('placeholder-left', '## Purpose\n\nWe review this each quarter. TODO: add the printers.\n')).toEqual([
    'Still to be filled in: TODO',
  ]);
});

test('a deliverable with a new day is not overdue', () => {
  const plan = (status: string) =>
    `## Deliverables\n\n| Deliverable | Success measure | Target date | Status |\n| --- | --- | --- | --- |\n| Contractor | Signed | 30 September 2025 | ${status} |\n`;
  const of = (status: string) => said('deliverable-overdue', plan(status), '', 'delivery-plan');
  expect(of('Slipped to January 2099')).toEqual([]);
  for (const status of ['Slipped to November 2025', 'Not started']) expect(of(status)).toHaveLength(1);
});

test('short plans say what will be done in many verbs', () => {
  const form = (plan: string) =>
    `## Principle 2\n\n**6. Is any action needed to follow principle 2 more fully?**\n\n☒ Yes ☐ No\n\n**Action plan**\n\n${plan}\n`;
  expect(said('action-missing', form('Sign off the DPIA'), '', 'self-assessment')).toEqual([]);
  expect(said('action-unowned', form('Sign off the DPIA'), '', 'self-assessment')).toHaveLength(1);
});
