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
    ['bold terms', training('**Vetting**', ': NPPV2.', '', '**Refresher training**', ': every 12 months.')],
  ])('%s', (_title, body) => {
    expect(said('component-missing', body)).toEqual([]);
    expect(said('component-invalid', body)).toEqual([]);
  });
  test('words in bold inside a sentence are none', () => {
    const body = training('**Vetting:** NPPV2, and see **Refresher training:** below for the years.');
    expect(said('component-missing', body)).toEqual(['“Training” has no “Refresher training”.']);
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
