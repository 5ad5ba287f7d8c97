import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bind } from '../src/binding/bind.ts';
import { check } from '../src/check/check.ts';
import { root, seeds } from './files.ts';
import { framework, read } from './sla.ts';

const assessment = framework('self-assessment');
const published = join(seeds, '003_740c1e1822223af5.txt');

/** Completed assessments without front matter, in the layout in which they are published, each with its true findings. */
const completed: readonly (readonly [name: string, path: string])[] = [
  ['as-published', join(root, 'test/fixtures/assessment/as-published.txt')],
  ...(existsSync(published) ? [['leicestershire', published] as const] : []),
];

describe.each(completed)('a completed assessment as it stands: %s', (name, path) => {
  const document = read(readFileSync(path, 'utf8'), path);
  const binding = bind(document, assessment);
  const principles = binding.sections.filter(({ requirement }) => requirement.label !== undefined);

  test('12 of 12 principles and 75 of 75 questions are placed', () => {
    expect(principles.map(({ state }) => state)).toEqual(Array(12).fill('written'));
    const questions = principles.flatMap(({ children }) => children.filter((one) => one.requirement.number));
    expect(questions.filter(({ state }) => state === 'written')).toHaveLength(75);
    const lines = questions.map(({ labels }) => labels[0]?.span.start.line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    for (const { requirement, labels } of questions) {
      const numbered = new RegExp(`^(?:#+ )?${requirement.number}\\. `);
      expect(document.source.text.split('\n')[(labels[0]?.span.start.line ?? 0) - 1]).toMatch(numbered);
    }
  });

  test('every action plan is found, whatever the level of its heading', () => {
    const plans = principles.flatMap(({ children }) => children.filter((one) => one.requirement.follows));
    expect(plans.filter(({ state }) => state === 'written')).toHaveLength(12);
  });

  test('its true findings, at their lines, and nothing else', () => {
    const { findings } = check(document, assessment, { today: '2026-11-22' });
    const found = findings.map(({ rule, requirement, at }) => ({ rule, requirement, line: at.start.line }));
    const expected = readFileSync(join(root, `test/fixtures/assessment/${name}.expected.json`), 'utf8');
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(expected));
  });

  test('one finding says how many ticks are lost', () => {
    const lost = check(document, assessment, { today: '2026-11-22' }).findings.filter(
      ({ rule }) => rule === 'answer-lost',
    );
    expect(lost.map(({ data }) => data)).toEqual([{ count: 44, closed: 45 }]);
  });
});

describe('the same form with its answers', () => {
  const text = readFileSync(join(root, 'examples/good/self-assessment.md'), 'utf8');
  const found = (markdown: string) =>
    check(read(markdown), assessment, { today: '2026-11-22' }).findings.map(
      ({ rule, message }) => `${rule} ${message}`,
    );

  test('has no finding', () => expect(found(text)).toEqual([]));

  test('questions as numbered paragraphs, and the plan in bold, say the same', () => {
    const plain = text.replace(/^### (\d+\. .*)$/gm, '$1').replace(/^### (Action plan)$/gm, '**$1**');
    expect(plain).not.toBe(text);
    expect(found(plain)).toEqual([]);
  });

  test('a numbered list in an answer is not taken for the next questions', () => {
    const listed = text.replace(/(^### 1\. .*\n\n)/m, '$11. first aim\n2. second aim\n3. third aim\n\n');
    expect(listed).not.toBe(text);
    expect(found(listed)).toEqual([]);
  });

  test('every question that is taken out is missed, and by its name', () => {
    const numbers = [...text.matchAll(/^### (\d+)\. /gm)].map((match) => match.index);
    for (const start of numbers.filter((_start, index) => index % 9 === 0)) {
      const end = start + text.slice(start + 4).search(/^#{2,3} /m) + 4;
      const missing = found(text.slice(0, start) + text.slice(end));
      expect(missing, text.slice(start, start + 30)).toContain('component-missing missing');
    }
  });
});

test('every closed question that may be answered with “not applicable” has a box for it', () => {
  const closed = assessment.sections.flatMap(({ children }) => children.filter(({ reads }) => reads === 'choice'));
  const allowed = closed.filter(({ prompt }) => prompt.includes('not applicable'));
  expect(allowed).toHaveLength(8);
  expect(closed.filter(({ options }) => options.includes('not-applicable'))).toEqual(allowed);
});
