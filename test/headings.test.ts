import { describe, expect, test } from 'vitest';
import { findings, framework } from './sla.ts';

/** What is said to be missing of a document, as “rule section or component”. */
function missed(body: string, name = 'surveillance-camera'): string[] {
  const found = findings(`---\nframework: ${name}\n---\n\n# Agreement\n\n${body}`, framework(name));
  return found.flatMap(({ rule, text }) =>
    ['component-missing', 'component-invalid', 'section-missing'].includes(rule) ? [text] : [],
  );
}

describe('a label heads what stands below it', () => {
  test('a bold one alone the labels that answer nothing else', () => {
    const body =
      '## Governance\n\n**Escalation and disputes**\n\n**Stage 1:** the managers, in 5 days.\n\n**Stage 2:** the directors.\n';
    expect(missed(body).join()).not.toContain('Escalation');
  });

  test('but not those that do: then there is nothing under it', () => {
    const body = '## Governance\n\n**Escalation and disputes**\n\n**Meetings:** each quarter.\n';
    expect(missed(body)).toContain('There is nothing under “Escalation and disputes”.');
  });

  test.each([
    ['(a) *When use turns covert.*', '(b) *Who authorises.*', '(c) *What the control room sees first.*'],
    ['9.4.1 **When use turns covert.**', '9.4.2 **Who authorises.**', '9.4.3 **What the control room sees first.**'],
  ])('%s … behind the component that they are parts of', (...labels) => {
    const parts = labels.map((label) => `${label} As the code says.`).join('\n\n');
    const body = `## Surveillance types\n\n**Covert surveillance.** Only when authorised.\n\n${parts}\n`;
    expect(missed(body).join()).not.toContain('“Covert surveillance” has no');
  });
});

describe('what a sentence speaks of is not called missing', () => {
  test('in a section without labels, and beside them', () => {
    const body =
      '## Training\n\nAll operators are vetted to NPPV2, and have refresher training every year.\n\n**Licensing:** SIA.\n';
    expect(missed(body)).toContain(
      '“Training” speaks of “Vetting” and “Refresher training”, but nothing begins with those names.',
    );
    expect(missed(body).join()).not.toContain('has no “');
  });

  test('but it is where the sentence stands under the label of something else', () => {
    const body =
      '## Training\n\n**Licensing:** SIA, for which operators are vetted.\n\n**Refresher training:** yearly.\n';
    expect(missed(body)).toContain('“Training” has no “Vetting”.');
  });
});

describe('a heading names a section', () => {
  test('but not “Part B”, which is a number and no name', () => {
    const body = '## Part A\n\n### 1. Purpose\n\nAs below.\n\n## Part B\n\nAs above, and as agreed before.\n';
    expect(missed(body).join()).toContain('Legal considerations');
  });

  test('with a number of two parts where all of them have one, and with a year behind it', () => {
    const body =
      '## 4.1 Purpose\n\nAs below.\n\n## 4.2 Vetting and training\n\nAs below.\n\n## 4.3 Costs 2026/27\n\nAs below.\n';
    const said = missed(body).find((text) => text.includes('sections')) ?? '';
    for (const section of ['Purpose and legitimacy', 'Training', 'Finance']) expect(said).not.toContain(section);
  });

  test.each([
    ['Training', 'Vetting and training'],
    ['Training', 'Licensing, vetting and training'],
    ['Training', 'Vetting and licensing'],
    ['Surveillance types', 'Overt, redeployable and covert use'],
    ['Evaluation and review', 'Review of the agreement'],
    ['Evaluation and review', 'Monitoring, evaluation and review'],
    ['Information sharing', 'Sharing footage'],
    ['Finance', 'Money'],
  ])('“%s” as “%s”', (section, heading) => {
    expect(missed(`## ${heading}\n\nAs the annex says.\n`).find((text) => text.includes('sections'))).not.toContain(
      section,
    );
  });

  test('“Evaluation and reveiw” is misspelt, and a question is no list of names', () => {
    const said = (heading: string) => missed(`## ${heading}\n\nAs the annex says.\n`).join();
    expect(said('Evaluation and reveiw')).toContain('“Evaluation and reveiw” is perhaps meant');
    expect(said('How do those who use the system stay competent in operation, technology, and privacy')).toContain(
      '11 sections',
    );
  });

  test('whose responsibilities they are makes no difference', () => {
    const body = '## Responsibilities of the School\n\nA room.\n\n## Responsibilities of the Unit\n\nA trainer.\n';
    expect(missed(body, 'service').join()).not.toContain('Responsibilities');
  });

  test('nor does an article in the name of a component', () => {
    const body = '## Surveillance types\n\n### Drones\n\n**Loss of aircraft.** It is reported.\n';
    expect(missed(body).join()).not.toContain('Loss of the aircraft');
  });
});

describe('“Document control” is the section “Term and review”', () => {
  const sections = (body: string) =>
    missed(`${body}\n\n## Parties\n\nAsh Ltd and Oak Ltd.\n`, 'service')
      .filter((text) => text.includes('are missing'))
      .join();

  test.each([
    [
      'the day of the next review',
      '| Item | Value |\n| --- | --- |\n| Version | 1.0 |\n| Review date | 1 April 2027 |',
    ],
    ['a column for it', '| Version | Date | Next review |\n| --- | --- | --- |\n| 1.0 | 1 April 2026 | 1 April 2027 |'],
    ['a sentence', 'This document is reviewed every year and ends on 31 March 2027.'],
  ])('where it has %s', (_title, content) => {
    expect(sections(`## Document control\n\n${content}`)).not.toContain('Term and review');
  });

  test.each([
    [
      'versions',
      '| Version | Date | Author | Change |\n| --- | --- | --- | --- |\n| 1.0 | 1 April 2026 | Manager | None |',
    ],
    [
      'what the document is',
      '| Item | Value |\n| --- | --- |\n| Author | Service Manager |\n| Classification | Internal |',
    ],
  ])('but not where it has nothing but %s', (_title, content) => {
    const body = `## Document control\n\n${content}`;
    expect(sections(body)).toContain('Term and review');
    expect(sections(`${body}\n\n## Agreement period\n\n1 April 2026 to 31 March 2027.`)).not.toContain(
      'Term and review',
    );
  });
});

describe('a table whose first column is called as a component', () => {
  const body = (head: string) =>
    `## Governance\n\n**Escalation:** the directors, in 5 days.\n\n| ${head} |\n| --- | --- |\n| Single point of contact | CCTV Manager |\n| Mend the cameras | Council |\n`;

  test('answers it, and its rows what they name', () => {
    const said = missed(body('Duty | Lead')).join();
    expect(said).not.toContain('“Governance” has no “Responsibilities”');
    expect(said).not.toContain('“Governance” has no “Contacts”');
    expect(said).toContain('“Governance” has no “Responsible officers”');
  });

  test('but one that is called otherwise does not', () => {
    expect(missed(body('Item | Detail')).join()).toContain('“Governance” has no “Responsibilities”');
  });
});

test('what a section lacks is told at its own heading, and not at that of a component which stands by itself', () => {
  const body =
    '## Definitions\n\n**Site:** the hospital.\n\n## Data protection\n\n**Controller:** the Trust.\n\nAs below.\n';
  const text = `---\nframework: surveillance-camera\nstatus: agreed\n---\n\n# Agreement\n\n${body}`;
  const lacking = findings(text, framework('surveillance-camera')).filter(({ text }) =>
    text.startsWith('“Legal considerations” has'),
  );
  expect(new Set(lacking.map(({ at }) => at.start.line))).toEqual(new Set([12]));
});
