import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { parseData } from '../src/data/parse.ts';
import { scaffold } from '../src/scaffold/scaffold.ts';
import { createSource } from '../src/text/source.ts';
import { root } from './files.ts';
import { carParks, framework, frameworkFrom, read, shipped, surveillanceCamera } from './sla.ts';

const kinds = [
  'cctv',
  'redeployable',
  'body-worn-video',
  'anpr',
  'drone',
  'facial-recognition',
  'analytics',
  'live-access',
  'covert',
];
const settings = { today: '2026-03-12' };

/** Every set of surveillance types that can be declared. */
const sets = Array.from({ length: 2 ** kinds.length }, (_, bits) =>
  kinds.filter((_kind, index) => bits & (1 << index)),
);

const loud = (markdown: string, framework = surveillanceCamera) =>
  check(read(markdown), framework, settings).findings.filter((one) => one.severity !== 'info');

describe('what init writes, check accepts', () => {
  test('for all 512 combinations of surveillance types', () => {
    expect(sets).toHaveLength(512);
    for (const surveillance of sets) {
      const answers = surveillance.length === 0 ? {} : { surveillance };
      const found = loud(scaffold(surveillanceCamera, answers));
      expect(
        found.map((one) => one.text),
        surveillance.join(),
      ).toEqual([]);
    }
  });

  test.each(shipped)('for $name, with nothing known and with all that can be answered', (framework) => {
    const answers = { title: 'A title', parties: [{ name: 'Exampleton Council' }], systems: [{ name: 'Town centre' }] };
    for (const draft of [scaffold(framework, {}), scaffold(framework, answers)]) {
      expect(loud(draft, framework).map((one) => one.text)).toEqual([]);
    }
  });

  test('with who signs in the row of their party', () => {
    const ash = { name: 'Ash Council', signatory: { name: 'Ada Clerk', position: 'Director', signed: '2026-03-12' } };
    const oak = { name: 'Oak Police', signatory: { name: 'Ben Chief' } };
    const draft = scaffold(surveillanceCamera, { parties: [ash, oak] });
    expect(draft).toContain(
      '| Ash Council | Ada Clerk | Director |  | 12 March 2026 |\n| Oak Police | Ben Chief |  |  |  |',
    );
    expect(loud(draft)).toEqual([]);
  });

  test('adding no party to those that are named, where no roles are usual', () => {
    const draft = scaffold(framework('delivery-plan'), { parties: [{ name: 'Ash Council' }] });
    expect(draft.match(/^ {4}name: .*/gm)).toEqual(['    name: Ash Council']);
  });

  test('asking of a party only what its framework wants to know', () => {
    const keys = (name: string) =>
      scaffold(framework(name), {})
        .match(/^ {4}#? ?[a-z-]+(?=:)/gm)
        ?.map((key) => key.trim());
    expect(new Set(keys('service'))).toEqual(new Set(['name', 'role', 'single-point-of-contact']));
    expect(keys('surveillance-camera')).toContain('senior-responsible-officer');
    expect(keys('delivery-plan') ?? []).toEqual([]);
  });

  test('for a self-assessment with any kind of surveillance and arrangement', () => {
    // Each kind alone, and all together: the conditions of the form do not hang together.
    for (const surveillance of sets.filter((one) => one.length === 1 || one.length === kinds.length)) {
      for (const arrangements of [[], ['joint-system', 'networked']]) {
        const draft = scaffold(framework('self-assessment'), { surveillance, arrangements });
        expect(loud(draft, framework('self-assessment'))).toEqual([]);
      }
    }
  });

  test('for a small framework of the user’s own, and for one that extends the shipped one', () => {
    expect(loud(scaffold(carParks, {}), carParks)).toEqual([]);
    const stricter = frameworkFrom(readFileSync(join(root, 'examples/framework/stricter.yaml'), 'utf8'));
    const draft = scaffold(stricter, { surveillance: ['cctv'] });
    expect(draft).toContain('Public consultation');
    expect(loud(draft, stricter)).toEqual([]);
  });

  test('with hostile answers: no comment, table or front matter is broken by them', () => {
    const title = '--> | x | "quoted": {{y}} # not a heading\n---\nframework: other';
    const draft = scaffold(surveillanceCamera, {
      title,
      surveillance: ['cctv'],
      parties: [{ name: 'A | B --> C', role: 'police' }],
    });
    expect(loud(draft)).toEqual([]);
    expect(read(draft).frontMatter.state).toBe('present');
  });
});

describe('a first draft', () => {
  const draft = scaffold(surveillanceCamera, {
    surveillance: ['anpr'],
    omitted: { finance: 'The council pays for everything.' },
  });

  test('has the sections in order, numbered through, without the one that is left out', () => {
    const headings = [...draft.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([
      '1. Purpose and legitimacy',
      '2. Legal considerations',
      '3. Governance',
      '4. Information sharing',
      '5. Communication',
      '6. Training',
      '7. Surveillance types',
      '8. Feedback',
      '9. Future technology',
      '10. Evaluation and review',
      '11. Signatures',
    ]);
  });

  test('asks for the parts of the surveillance types that are in scope, and of no other', () => {
    expect(draft).toContain('Automatic number plate recognition');
    expect(draft).not.toContain('### 7.4 Drones');
  });

  test('invents nothing: what is not known is a placeholder or a comment', () => {
    expect(draft).toContain('title: ‹title of the agreement›');
    expect(draft).toMatch(/^# agreed: YYYY-MM-DD$/m);
    expect(draft).toMatch(/^ {4}# signatory: \{/m);
    expect(draft).not.toMatch(/^agreed:/m);
  });

  test('agreed as it is, it is told what is missing', () => {
    const found = loud(draft.replace('status: draft', 'status: agreed'));
    const missing = found.filter((one) => one.rule === 'front-matter-invalid').map((one) => one.text);
    for (const key of ['agreed', 'effective', 'expires', 'review']) expect(missing.join()).toContain(`“${key}”`);
    expect(found.some((one) => one.rule === 'placeholder-left' && one.severity === 'error')).toBe(true);
    expect(found.find((one) => one.rule === 'signature-missing')?.text).toContain('name of the system owner');
  });

  test('a placeholder survives being wrapped by an editor', () => {
    const body = draft.indexOf('\n# ');
    const wrapped = draft.slice(0, body) + draft.slice(body).replace(/^‹([^‹›\n]+) ([^‹›\n]+)›$/gm, '‹$1\n$2›');
    expect(wrapped).not.toBe(draft);
    const count = (text: string) =>
      check(read(text), surveillanceCamera, settings).findings.filter((one) => one.rule === 'placeholder-left').length;
    expect(count(wrapped)).toBe(count(draft));
  });

  test('its front matter is YAML that says what was answered', () => {
    const text = draft.split('---\n')[1] ?? '';
    expect(parseData(createSource('a.yaml', text)).state).toBe('valid');
    expect(text).toContain('finance: The council pays for everything.');
  });
});
