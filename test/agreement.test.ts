import { describe, expect, test } from 'vitest';
import { bind } from '../src/binding/bind.ts';
import type { Bound } from '../src/binding/binding.ts';
import type { Finding } from '../src/finding/finding.ts';
import { brief, findings, good, read, surveillanceCamera } from './sla.ts';

const document = read(good);
const binding = bind(document, surveillanceCamera);
const lines = good.split('\n');

/** The text without some of its lines, counted from 1, the last one included. */
const withoutLines = (from: number, to: number) => [...lines.slice(0, from - 1), ...lines.slice(to)].join('\n');

/** The line behind the last line of a heading's content. */
function endOf({ labels, blocks }: Bound): number {
  return Math.max(...labels.map((one) => one.span.end.line), ...blocks.map((one) => one.span.end.line));
}

/** Acronyms that the stretch which is cut out explains are missed elsewhere: that is not what is asked about. */
const butAcronyms = (found: readonly Finding[]) => found.filter(({ rule }) => rule !== 'acronym-undefined');

const required = (bound: Bound) => bound.requirement.asked.kind === 'required';

describe('the good example', () => {
  test('has no finding at all on its own date', () => {
    expect(brief(findings(good))).toEqual([]);
  });

  const written = binding.sections.filter((one) => one.state === 'written');

  test.each(written.map((bound) => [bound.requirement.title, bound] as const))(
    'without the section “%s”: one finding, that one, where it belongs',
    (title, bound) => {
      const from = bound.labels[0]?.span.start.line ?? 0;
      const found = butAcronyms(findings(withoutLines(from, endOf(bound))));
      expect(found.map(({ rule, data, severity }) => [rule, data.section, severity])).toEqual([
        ['section-missing', title, 'error'],
      ]);
      expect(Math.abs((found[0]?.at.start.line ?? 0) - from)).toBeLessThanOrEqual(2);
    },
  );

  const components = written.flatMap((section) =>
    section.children.filter((one) => one.state === 'written').map((one) => [section, one] as const),
  );

  /** Of these, sentences elsewhere speak, too, so that nothing is advised. */
  const saidElsewhere = [
    'legal-considerations/legislation',
    'legal-considerations/freedom-of-information',
    'information-sharing/turnaround',
    'information-sharing/live-viewing',
    'evaluation-and-review/service-levels',
  ];

  test.each(
    components
      .filter(([, one]) => one.labels[0]?.kind === 'heading')
      .map(([section, one]) => [one.requirement.path, section, one] as const),
  )('without the component %s: one finding at its section', (path, section, bound) => {
    const from = bound.labels[0]?.span.start.line ?? 0;
    const found = butAcronyms(findings(withoutLines(from, endOf(bound))));
    if (saidElsewhere.includes(path)) {
      expect(found).toEqual([]);
      return;
    }
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      rule: 'component-missing',
      severity: bound.requirement.asked.kind === 'recommended' ? 'info' : 'error',
    });
    if (required(bound)) expect(found[0]?.requirement).toBe(path);
    expect(found[0]?.at.start.line).toBe(section.labels[0]?.span.start.line);
  });

  const labelled = components.filter(([, one]) => one.labels[0]?.kind === 'lead-in' && required(one));

  test.each(labelled.map(([, one]) => [one.requirement.path, one] as const))(
    'without the label of %s: one finding',
    (path, bound) => {
      const { start, end } = bound.labels[0]?.span ??
        document.blocks[0]?.span ?? { start: { offset: 0 }, end: { offset: 0 } };
      const found = findings(good.slice(0, start.offset) + good.slice(end.offset));
      expect(found.map(({ rule, requirement }) => [rule, requirement])).toEqual([['component-missing', path]]);
    },
  );

  test.each(written.map((bound) => [bound.requirement.title, bound] as const))(
    '“%s” misspelt: one did-you-mean',
    (title, bound) => {
      const at = bound.labels[0]?.words;
      if (!at) throw new Error('no label');
      const slip = title
        .replace(/([a-z])([a-z])(?=[a-z]*$)/, '$2$1')
        .replace(title, `${title.slice(0, 3)}${title.slice(4)}`);
      expect(slip).not.toBe(title);
      const [found, ...more] = findings(good.slice(0, at.start.offset) + slip + good.slice(at.end.offset));
      expect(more).toEqual([]);
      expect(found).toMatchObject({
        rule: 'section-missing',
        message: 'misspelt',
        requirement: bound.requirement.path,
      });
      expect(found?.help).toContain(`Did you mean “${title}”?`);
      expect(found?.at.start.line).toBe(at.start.line);
    },
  );

  test.each(
    written.flatMap((bound) =>
      bound.requirement.aliases.map((alias) => [bound.requirement.title, alias, bound] as const),
    ),
  )('“%s” called “%s”: no finding', (_title, alias, bound) => {
    const at = bound.labels[0]?.words;
    if (!at) throw new Error('no label');
    expect(brief(findings(good.slice(0, at.start.offset) + alias + good.slice(at.end.offset)))).toEqual([]);
  });

  test('two sections changed round: at most a soft finding', () => {
    const [a, b] = [written[4], written[5]];
    const cut = (bound: Bound | undefined) =>
      lines.slice((bound?.labels[0]?.span.start.line ?? 1) - 1, bound ? endOf(bound) : 0);
    const [first, second] = [cut(a), cut(b)];
    const from = (a?.labels[0]?.span.start.line ?? 1) - 1;
    const to = b ? endOf(b) : 0;
    const turned = [...lines.slice(0, from), ...second, '', ...first, ...lines.slice(to)].join('\n');
    expect(findings(turned).map(({ rule, severity }) => [rule, severity])).toEqual([['section-misplaced', 'info']]);
  });

  test('the reason for the omitted section taken away: one error; the omission itself taken away: the section is missing', () => {
    const reason = /^ {2}future-technology:[\s\S]*?(?=^\w)/m;
    expect(findings(good.replace(reason, '  future-technology:\n')).map((one) => [one.rule, one.severity])).toEqual([
      ['omission-unreasoned', 'error'],
    ]);
    expect(findings(good.replace(reason, '  future-technology: N/A\n')).map((one) => one.rule)).toEqual([
      'omission-unreasoned',
    ]);
    expect(
      findings(good.replace(/^omitted:\n {2}future-technology:[\s\S]*?(?=^\w)/m, '')).map((one) => one.rule),
    ).toEqual(['section-missing']);
  });

  test('a required section left out with a reason is refused, once', () => {
    const governance = written.find((one) => one.requirement.id === 'governance');
    if (!governance) throw new Error('no governance');
    const without = withoutLines(governance.labels[0]?.span.start.line ?? 0, endOf(governance));
    const omitted = without.replace(
      /^omitted:\n/m,
      'omitted:\n  governance: Both sides know each other well and need no rules.\n',
    );
    expect(findings(omitted).map((one) => [one.rule, one.severity])).toEqual([['section-not-omittable', 'error']]);
  });

  test('the same as a draft weighs less, and superseded it is asked for little', () => {
    const missing = withoutLines(...range('finance'));
    expect(
      findings(missing.replace('status: agreed', 'status: draft')).flatMap((one) =>
        one.rule === 'section-missing' ? [one.severity] : [],
      ),
    ).toEqual(['warning']);
    expect(findings(missing.replace('status: agreed', 'status: superseded')).map((one) => one.severity)).toEqual([
      'info',
    ]);
  });

  test('without front matter: one finding asks for it', () => {
    const found = findings(good.replace(/^---[\s\S]*?\n---\n/, ''));
    expect(found.map(({ rule, message }) => [rule, message])).toContainEqual(['front-matter-missing', 'absent']);
    expect(found.filter((one) => one.rule.startsWith('front-matter'))).toHaveLength(1);
  });

  test('a recommended component that does not answer weighs no more than one that is not there', () => {
    const found = findings(
      good.replace(/(### 10\.\d Service levels\n)[\s\S]*?(?=\n###? )/, '$1\nThey are set out in Annex B.\n'),
    );
    const brief = found.map(({ rule, message, severity }) => [rule, message, severity]);
    expect(brief).toContainEqual(['component-invalid', 'unanswered', 'info']);
    expect(found.every(({ severity }) => severity === 'info')).toBe(true);
  });

  test('every finding of every shape carries its place, its reason and where the demand comes from', () => {
    const found = findings(withoutLines(...range('finance')))[0];
    expect(found?.schema).toMatch(/^sla:surveillance-camera#\/properties\/sections\/required$/);
    expect(found?.source).toContain('Area 8');
    expect(found?.why).not.toBe('');
  });

  function range(id: string): [number, number] {
    const bound = written.find((one) => one.requirement.id === id);
    if (!bound) throw new Error(`no section ${id}`);
    return [bound.labels[0]?.span.start.line ?? 0, endOf(bound)];
  }
});
