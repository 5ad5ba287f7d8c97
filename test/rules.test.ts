import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bind } from '../src/binding/bind.ts';
import { check } from '../src/check/check.ts';
import { rulePage } from '../src/explain/rule.ts';
import { citationFinder } from '../src/law/citations.ts';
import { shippedReferences } from '../src/law/reference.ts';
import { rules } from '../src/rules/registry.ts';
import { contextFor } from '../src/rules/rule.ts';
import { root } from './files.ts';
import { exampleFramework, read } from './sla.ts';

const settings = { today: '2026-03-12' };

const contextOf = (markdown: string, framework: string | undefined) =>
  contextFor(bind(read(markdown), exampleFramework(framework)), settings.today, citationFinder(shippedReferences));

/** Messages that the small framework of the examples has no use for; other tests hear them. */
const elsewhere = [
  'front-matter-missing undeclared',
  'front-matter-missing absent',
  'front-matter-missing recommended',
  'section-missing several',
  'component-invalid unanswered',
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples.map((example) => [example.title, example] as const))(
    '%s',
    (_title, { markdown, finds, framework }) => {
      const found = check(read(markdown), exampleFramework(framework), settings).findings.filter(
        (one) => one.rule === id,
      );
      expect(found.map((one) => one.message)).toEqual(finds);
    },
  );

  test('a right example is right for every other rule too', () => {
    for (const { markdown, finds, framework } of rule.examples) {
      if (finds.length > 0) continue;
      expect(
        check(read(markdown), exampleFramework(framework), settings).findings.filter((one) => one.severity !== 'info'),
      ).toEqual([]);
    }
  });

  test('has a right and a wrong example, and its wrong ones need it', () => {
    expect(rule.examples.some((example) => example.finds.length === 0)).toBe(true);
    const wrong = rule.examples.filter((example) => example.finds.length > 0);
    for (const { markdown, finds, framework } of wrong) {
      expect(rule.check(contextOf(markdown, framework)).length).toBe(finds.length);
    }
    expect(wrong.length).toBeGreaterThan(0);
  });

  test('every message is said by an example', () => {
    const said = new Set(rule.examples.flatMap((example) => example.finds));
    expect(rule.messages.filter((message) => !said.has(message) && !elsewhere.includes(`${id} ${message}`))).toEqual(
      [],
    );
  });

  test('says what is wrong, why, and what to do, in sentences', () => {
    for (const { markdown, framework } of rule.examples) {
      for (const { text, why, help } of rule.check(contextOf(markdown, framework))) {
        expect(text).toMatch(id === 'placeholder-left' ? /^\p{Lu}/u : /^[“\p{Lu}\d].*\.$/su);
        for (const sentence of [why, help]) expect(sentence).toMatch(/^[“\p{Lu}].*[.?”]$/su);
      }
    }
  });

  test('is explained in docs/rules', async () => {
    await expect(rulePage(rule)).toMatchFileSnapshot(join(root, `docs/rules/${id}.md`));
  });
});

test('every file in rules/ that names a rule is in the registry, and no page is left over', () => {
  const notRules = ['rule', 'registry', 'schema', 'examples', 'plans', 'reviews'];
  const files = readdirSync(join(root, 'src/rules')).map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => !notRules.includes(file)).sort()).toEqual(rules.map((rule) => rule.id).sort());
  const pages = readdirSync(join(root, 'docs/rules')).map((file) => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(rules.map((rule) => rule.id).sort());
});

test('a document that names no framework is told the ways to name one', () => {
  const [found, ...more] = check(read('# Minutes\n\nHello.\n'), undefined, settings).findings;
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: 'front-matter-missing',
    message: 'undeclared',
    severity: 'error',
  });
  expect(found?.help).toContain('framework: surveillance-camera');
  expect(found?.help).toContain('--framework');
});
