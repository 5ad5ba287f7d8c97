import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bind } from '../src/binding/bind.ts';
import { check } from '../src/check/check.ts';
import { contextFor } from '../src/evidence/context.ts';
import { rulePage } from '../src/explain/rule.ts';
import type { Finding } from '../src/finding/finding.ts';
import { citationFinder } from '../src/law/citations.ts';
import { shippedReferences } from '../src/law/reference.ts';
import { rules } from '../src/rules/registry.ts';
import type { Example } from '../src/rules/rule.ts';
import { applyEdits } from '../src/text/edits.ts';
import { root } from './files.ts';
import { exampleFramework, read } from './sla.ts';

const settings = { today: '2026-03-12' };

/** What an example is judged with: today, and the files beside it where it names some. */
const settingsOf = ({
  files,
  neighbours = [],
  dueWithin = 0,
}: Pick<Example, 'files' | 'neighbours' | 'dueWithin'>) => ({
  dueWithin,
  ...settings,
  neighbours,
  ...(files && { exists: (path: string) => files.includes(path) }),
});

const contextOf = (example: Example) =>
  contextFor(bind(read(example.markdown), exampleFramework(example.framework)), {
    ...settingsOf(example),
    findCitations: citationFinder(shippedReferences),
  });

/** Messages that the small framework of the examples has no use for; other tests hear them. */
const elsewhere = [
  'front-matter-missing undeclared',
  'front-matter-missing absent',
  'front-matter-missing recommended',
  'front-matter-invalid lacking',
  'section-missing several',
  'component-invalid unanswered',
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.examples().map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const { markdown, finds, framework } = example;
    const found = check(read(markdown), exampleFramework(framework), settingsOf(example)).findings.filter(
      (one) => one.rule === id,
    );
    expect(found.map((one) => one.message)).toEqual(finds);
  });

  test('a right example is right for every other rule too', () => {
    for (const example of rule.examples()) {
      if (example.finds.length > 0) continue;
      expect(
        check(read(example.markdown), exampleFramework(example.framework), settingsOf(example)).findings.filter(
          (one) => one.severity !== 'info',
        ),
      ).toEqual([]);
    }
  });

  test('has two right examples and two wrong ones, at least', () => {
    const right = rule.examples().filter(({ finds }) => finds.length === 0).length;
    expect([right, rule.examples().length - right].every((count) => count >= 2)).toBe(true);
  });

  test('every message is said by an example', () => {
    const said = new Set(rule.examples().flatMap((example) => example.finds));
    expect(rule.messages.filter((message) => !said.has(message) && !elsewhere.includes(`${id} ${message}`))).toEqual(
      [],
    );
  });

  test('says what is wrong, why, and what to do, in sentences', () => {
    for (const example of rule.examples()) {
      for (const { text, why, help } of rule.check(contextOf(example))) {
        expect(text).toMatch(id === 'placeholder-left' ? /^\p{Lu}/u : /^[“\p{Lu}\d].*\.$/su);
        for (const sentence of [why, help]) expect(sentence).toMatch(/^[“\p{Lu}].*[.?”]$/su);
      }
    }
  });

  test('a fix mends what it stands with, and breaks nothing else', () => {
    for (const example of rule.examples()) {
      const before = read(example.markdown).source.text;
      const judged = (markdown: string) =>
        check(read(markdown), exampleFramework(example.framework), settingsOf(example)).findings;
      const all = judged(before);
      for (const { fix, rule: own } of all) {
        if (!fix || own !== id) continue;
        const after = judged(applyEdits(before, fix.edits));
        expect(after.filter((one) => one.rule === id).length).toBeLessThan(all.filter((one) => one.rule === id).length);
        // A section that is drafted anew has placeholders and guidance, and no more.
        const drafted = ['placeholder-left', 'guidance-left', 'component-missing'];
        const others = (found: readonly Finding[]) =>
          found.filter((one) => one.rule !== id && !drafted.includes(one.rule)).map((one) => one.text);
        expect(others(all)).toEqual(expect.arrayContaining(others(after)));
      }
    }
  });

  test('is explained in docs/rules', async () => {
    const spoken = (example: Example) => rule.check(contextOf(example));
    await expect(rulePage(rule, spoken)).toMatchFileSnapshot(join(root, `docs/rules/${id}.md`));
  });
});

test.each(['role-named-twice', 'date-order', 'term-contradicted', 'reporting-period-differs', 'history-mismatch'])(
  '%s points at both places',
  (id) => {
    const rule = rules.find((one) => one.id === id);
    const found = (rule?.examples() ?? []).flatMap((example) => rule?.check(contextOf(example)) ?? []);
    // Where one sentence, or one value, contradicts itself, there is no other place.
    const apart = found.filter(({ related, at }) => related.some((one) => one.at.start.offset !== at.start.offset));
    expect(apart.length).toBeGreaterThan(0);
  },
);

test('every file in rules/ that names a rule is in the registry, and no page is left over', () => {
  const notRules = ['examples', 'registry', 'rule'];
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

const table = join(root, '../shared/design/product.md');
test.runIf(existsSync(table))('the registry is the table of the product', () => {
  const text = readFileSync(table, 'utf8');
  const rows = text.slice(text.indexOf('| group | rules |'), text.indexOf('The evidence behind each'));
  const named = [...rows.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1]);
  expect(rules.map(({ id }) => id).sort()).toEqual(
    named.filter((id) => id !== 'signed-copy' && id !== 'not-used').sort(),
  );
});
