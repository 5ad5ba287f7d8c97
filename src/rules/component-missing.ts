import { type Binding, type Bound, findBound, type Label, placeOf } from '../binding/binding.ts';
import { isNamed } from '../binding/sections.ts';
import { isRunningText, looseProsesOf, spokenOf } from '../binding/spoken.ts';
import { labelledRows, prosesOf, wordingOf } from '../document/blocks.ts';
import { isFilled, textSpan } from '../document/prose.ts';
import { isStated, recommendations } from '../evidence/component-advice.ts';
import { isEmptySection, type MissingComponents, missingComponents } from '../evidence/schema.ts';
import { suggestion } from '../finding/finding.ts';
import type { Requirement } from '../framework/framework.ts';
import { enumerated } from '../text/enumeration.ts';
import { divided, groupedBy } from '../text/group.ts';
import { nearest } from '../text/nearest.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { tellingStems } from '../text/stem.ts';
import { comparableTitle } from '../text/title.ts';
import { agreement, charges } from './examples.ts';
import { defineRule } from './rule.ts';

interface Component {
  readonly component: string;
  readonly section: string;
  readonly asks: string;
  /** Headings of the section that answer nothing; one of them may be meant. */
  readonly unknown: string;
}

const add = ({ component, asks, unknown }: Component) =>
  [
    `Add “${component}” as a heading, or as a label at the start of a paragraph or table row.`,
    unknown === '' ? '' : `If ${unknown} is meant, call it “${component}”; it may keep its number.`,
    asks,
  ]
    .filter(Boolean)
    .join(' ');

export const componentMissing = defineRule({
  id: 'component-missing',
  group: 'structure',
  summary: 'Every section has the components that the framework asks for.',
  why: 'A section that leaves out its main point looks complete and is not.',
  source: 'The framework; each component names its own source',
  severity: { draft: 'warning', agreed: 'error', retired: 'off' },
  weights: {
    recommended: { severity: 'info', when: 'it is recommended' },
    unlabelled: { severity: 'warning', when: 'a sentence speaks of it' },
    unparted: { severity: 'warning', when: 'its section is running text' },
  },
  messages: {
    missing: (data: Component) => ({
      text: `“${data.section}” has no “${data.component}”.`,
      help: add(data),
    }),
    misspelt: (data: Component & { readonly label: string }) => ({
      text: `“${data.section}” has no “${data.component}”; “${data.label}” is perhaps meant.`,
      help: `Did you mean “${data.component}”? Change the label, or add the component. ${data.asks}`.trim(),
    }),
    blank: ({ component, asks }: Component) => ({ text: `“${component}” is left blank.`, help: asks }),
    unlabelled: ({ section, components }: { readonly section: string; readonly components: readonly string[] }) => ({
      text: `“${section}” speaks of ${enumerated(components)}, but nothing begins with ${components.length === 1 ? 'that name' : 'those names'}.`,
      help: 'Begin the paragraph, item or row that settles it with the name and a colon, so that readers and programs find it. If nothing here does, add it.',
    }),
    unparted: ({ section, components }: { readonly section: string; readonly components: readonly string[] }) => ({
      text: `Nothing in the text of “${section}” begins with ${enumerated(components, 'or')}.`,
      help: 'If the text settles it, begin the paragraph that does with the name and a colon, so that readers and programs find it. If not, add it.',
    }),
    recommended: ({ section, components }: { readonly section: string; readonly components: string }) => ({
      text: `“${section}” could also cover: ${components}.`,
      help: 'These are recommended, not required. “sla explain” tells what each is about.',
    }),
  },
  *check({ binding }) {
    const missing = missingComponents(binding).filter(({ parent }) => !isEmpty(binding, parent.path));
    const spoken = spokenIn(binding, missing);
    const lacking = missing.filter(({ requirement, violation }) => !violation.recommended && !spoken.has(requirement));
    const inWords = lacking.filter(({ requirement }) => requirement.reads !== 'table');
    const unparted = [...groupedBy(inWords, ({ parent }) => [parent])].filter(([parent]) =>
      isUnparted(binding, parent),
    );
    const told = new Set(unparted.flatMap(([, own]) => own));
    for (const one of lacking) if (!told.has(one)) yield missed(binding, one);
    // Programs find it in the front matter, and readers in the sentence.
    yield* unlabelled(
      missing.filter(({ requirement }) => !isStated(binding, requirement)),
      spoken,
    );
    yield* inRunningText(binding, unparted);
    yield* recommendations(
      binding,
      missing.filter(({ requirement }) => !spoken.has(requirement)),
    );
  },
  examples: () => [
    {
      title: 'The component as a heading',
      markdown: agreement('## Scope\n\n### Area\n\nTwo car parks.\n\n### Exclusions\n\nShops.\n', charges),
      finds: [],
    },
    {
      title: 'The component as a label, and as a row of a table',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n| Exclusions | Shops |\n| --- | --- |\n| Area | two car parks |\n| Exclusions | shops |\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'A required component is missing',
      markdown: agreement('## Scope\n\n**Exclusions:** shops.\n', charges),
      finds: ['missing'],
    },
    {
      title: 'A sentence speaks of it, and no label',
      markdown: agreement('## Scope\n\nThe area is two car parks.\n\n**Exclusions:** shops.\n', charges),
      finds: ['unlabelled'],
    },
    {
      title: 'Running text, which may settle it',
      markdown: agreement(
        '## Scope\n\nThe council runs both sites in Mill Lane, and no shop or road beside them.\n',
        charges,
      ),
      finds: ['unparted'],
    },
    {
      title: 'A row that is left blank',
      markdown: agreement('## Scope\n\n| Exclusions | Shops and offices |\n| --- | --- |\n| Area | |\n', charges),
      finds: ['blank'],
    },
    {
      title: 'A misspelt label',
      markdown: agreement('## Scope\n\n**Aria:** two car parks.\n\n**Exclusions:** shops.\n', charges),
      finds: ['misspelt'],
    },
    {
      title: 'A recommended component is missing',
      markdown: agreement('## Scope\n\n**Area:** two car parks.\n', charges),
      finds: ['recommended'],
    },
  ],
});

/** What one component lacks: all, what stands behind its name, or the right spelling of it. */
function missed(binding: Binding, { requirement, parent, violation }: MissingComponents[number]) {
  const section = findBound(binding, parent.path);
  const data = {
    component: requirement.title,
    section: parent.title,
    asks: requirement.description,
    unknown: section ? unknownHeadings(section, requirement) : '',
  };
  const common = { requirement, why: requirement.why, schema: violation.schema, data };
  const blank = section && blankRow(section, requirement);
  if (blank) return { ...common, message: 'blank' as const, at: blank };
  const stranger = section && misspeltLabel(section, requirement);
  if (!stranger) return { ...common, message: 'missing' as const, at: placeOf(binding, violation.pointer, 'key') };
  const { text: label, words, span: at } = stranger;
  const edits = [{ at: words, text: requirement.title }];
  const fix = suggestion(`Change the label to “${requirement.title}”`, edits);
  return { ...common, message: 'misspelt' as const, data: { ...data, label }, at, fix };
}

/** One finding for each section or component that is running text. */
function* inRunningText(binding: Binding, sections: readonly (readonly [Requirement, MissingComponents])[]) {
  for (const [parent, [first, ...others]] of sections) {
    if (!first) continue;
    const data = { section: parent.title, components: [first, ...others].map((one) => one.requirement.title) };
    const at = placeOf(binding, first.violation.pointer, 'key');
    const requirement = others.length === 0 ? first.requirement : parent;
    yield { message: 'unparted' as const, data, at, requirement, schema: first.violation.schema };
  }
}

/** The row of a table that has the name of what is missing, and nothing behind it. */
function blankRow({ blocks }: Bound, requirement: Requirement): Span | undefined {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? labelledRows(block) : []));
  const [label] = rows.find(([label, ...cells]) => !cells.some(isFilled) && isNamed(requirement, label.text)) ?? [];
  return label && textSpan(label);
}

/** The labels of a section that answer nothing, each with its title as titles are compared. */
const strangersIn = oncePer(({ strangers }: Bound) =>
  strangers.map((label) => ({ label, title: comparableTitle(label.text) })),
);

/** What is missing and yet spoken of, with the sentence, but for what a label is misspelt for. */
function spokenIn(binding: Binding, missing: MissingComponents): ReadonlyMap<Requirement, Span> {
  const { document, framework } = binding;
  if (framework.form) return new Map();
  const requirementsOf = (some: MissingComponents) => some.map(({ requirement }) => requirement);
  const isAdvised = ({ violation }: MissingComponents[number]) => violation.recommended;
  // What is recommended may be settled anywhere. A name of one word says too little to be looked for outside of its section.
  const anywhere = spokenOf(document, wordingOf(document.blocks).proses, requirementsOf(missing.filter(isAdvised)), {
    fewestWords: 2,
    withPlaceholders: false,
  });
  const bySection = groupedBy(missing, ({ parent }) => [parent]);
  const inSections = [...bySection].flatMap(([{ path }, lacking]) => {
    const section = findBound(binding, path);
    if (!section) return [];
    const [advised, asked] = divided(lacking, isAdvised);
    return [
      ...spokenOf(document, looseProsesOf(section), requirementsOf(asked)),
      ...spokenOf(document, section.blocks.flatMap(prosesOf), requirementsOf(advised), { withPlaceholders: false }),
    ].filter(([one]) => !misspeltLabel(section, one));
  });
  return new Map([...anywhere, ...inSections]);
}

/** Then one finding tells what is not to be found in the text of a section or component. */
function isUnparted(binding: Binding, { path }: Requirement): boolean {
  const section = findBound(binding, path);
  return !binding.framework.form && section !== undefined && isRunningText(section);
}

/** One finding for each section or component: its sentences are read together. */
function* unlabelled(missing: MissingComponents, spoken: ReadonlyMap<Requirement, Span>) {
  const required = missing.filter(({ requirement, violation }) => !violation.recommended && spoken.has(requirement));
  for (const [parent, own] of groupedBy(required, (one) => [one.parent])) {
    const places = own.flatMap(({ requirement }) => {
      const at = spoken.get(requirement);
      return at ? [{ at, text: requirement.title }] : [];
    });
    const [first, ...others] = places.sort((a, b) => a.at.start.offset - b.at.start.offset);
    const related = others.filter(({ at }) => at.start.offset !== first?.at.start.offset);
    const [only] = own;
    if (!first || !only) continue;
    const data = { section: parent.title, components: places.map(({ text }) => text) };
    const requirement = own.length === 1 ? only.requirement : parent;
    yield { message: 'unlabelled' as const, data, at: first.at, related, requirement, schema: only.violation.schema };
  }
}

/** The label of a section that answers nothing and is nearly a name of what is missing. */
function misspeltLabel(section: Bound, { names }: Requirement): Label | undefined {
  return strangersIn(section).find(({ title }) => nearest(title, names) !== undefined)?.label;
}

/** Up to three headings that the framework does not know and that share a word with a name of what is missing. */
function unknownHeadings({ strangers }: Bound, { names }: Requirement): string {
  const wanted = new Set(names.flatMap(tellingStems));
  const isLike = ({ kind, text }: Label) =>
    kind === 'heading' && tellingStems(comparableTitle(text)).some((stem) => wanted.has(stem));
  const headings = strangers.filter(isLike).slice(0, 3);
  return enumerated(
    headings.map(({ text }) => text),
    'or',
  );
}

/** Then `section-empty` or `component-invalid` says that there is nothing at all. */
function isEmpty(binding: Binding, path: string): boolean {
  const [section = ''] = path.split('/');
  return isEmptySection(binding, section) || (path !== section && findBound(binding, path)?.blocks.length === 0);
}
