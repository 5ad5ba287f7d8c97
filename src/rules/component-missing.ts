import { type Binding, type Bound, findBound, type Label, placeOf } from '../binding/binding.ts';
import { labelsOf } from '../binding/labels.ts';
import { isNamed, namedIn } from '../binding/sections.ts';
import { spokenOf, tellingStems } from '../binding/spoken.ts';
import { segmentsOf, valueAt } from '../data/json.ts';
import { suggestion } from '../finding/finding.ts';
import type { Requirement } from '../framework/framework.ts';
import { enumerated } from '../text/enumeration.ts';
import { groupedBy } from '../text/group.ts';
import { nearest } from '../text/nearest.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { agreement, charges } from './examples.ts';
import { defineRule } from './rule.ts';
import { isEmptySection, missingComponents } from './schema.ts';

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
    unlabelled: ({ section, components }: { readonly section: string; readonly components: readonly string[] }) => ({
      text: `“${section}” speaks of ${enumerated(components)}, but nothing begins with ${components.length === 1 ? 'that name' : 'those names'}.`,
      help: 'Begin the paragraph, item or row that settles it with the name and a colon, so that readers and programs find it. If nothing here does, add it.',
    }),
    recommended: ({ section, components }: { readonly section: string; readonly components: string }) => ({
      text: `“${section}” could also cover: ${components}.`,
      help: 'These are recommended, not required. “sla explain” tells what each is about.',
    }),
  },
  *check({ binding }) {
    const missing = missingComponents(binding).filter(({ parent }) => !isEmpty(binding, parent.path));
    const spoken = spokenIn(binding, missing);
    for (const { requirement, parent, violation } of missing) {
      if (violation.recommended || spoken.has(requirement)) continue;
      const section = findBound(binding, parent.path);
      const data = {
        component: requirement.title,
        section: parent.title,
        asks: requirement.description,
        unknown: section ? unknownHeadings(section, requirement) : '',
      };
      const common = { requirement, why: requirement.why, schema: violation.schema };
      const stranger = section && misspeltLabel(section, requirement);
      if (!stranger) {
        yield { ...common, message: 'missing', data, at: placeOf(binding, violation.pointer, 'key') };
        continue;
      }
      const fix = suggestion(`Change the label to “${requirement.title}”`, [
        { at: stranger.words, text: requirement.title },
      ]);
      yield { ...common, message: 'misspelt', data: { ...data, label: stranger.text }, at: stranger.span, fix };
    }
    yield* unlabelled(missing, spoken);
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

/** The labels of a section that answer nothing, each with its title as titles are compared. */
const strangersIn = oncePer(({ strangers }: Bound) =>
  strangers.map((label) => ({ label, title: comparableTitle(label.text) })),
);

type Missing = ReturnType<typeof missingComponents>;

/** What is missing and yet spoken of where it belongs, with the sentence, but for what a label is misspelt for. */
function spokenIn(binding: Binding, missing: Missing): ReadonlyMap<Requirement, Span> {
  if (binding.framework.form) return new Map();
  const bySection = groupedBy(missing, ({ parent }) => [parent]);
  return new Map(
    [...bySection].flatMap(([{ path }, lacking]) => {
      const section = findBound(binding, path);
      const wanted = lacking.map(({ requirement }) => requirement);
      return section
        ? [...spokenOf(binding.document.source, section, wanted)].filter(([one]) => !misspeltLabel(section, one))
        : [];
    }),
  );
}

/** One finding for each section or component: its sentences are read together. */
function* unlabelled(missing: Missing, spoken: ReadonlyMap<Requirement, Span>) {
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

/** What is recommended and not there: one finding for each section or component that could have more. */
function* recommendations(binding: Binding, missing: Missing) {
  const advised = missing.filter(({ violation }) => violation.recommended);
  const elsewhere = elsewhereOf(
    binding,
    advised.map(({ requirement }) => requirement),
  );
  const recommended = advised.filter(({ requirement }) => !elsewhere.has(requirement));
  for (const parent of new Set(recommended.map((one) => one.parent))) {
    // Where nothing in the section bears a label, its prose may hold all of it.
    if (!findBound(binding, parent.path)?.children.some((child) => child.state === 'written')) continue;
    const own = recommended.filter((one) => one.parent === parent);
    const data = {
      section: parent.title,
      components: own.map((one) => one.requirement.title).join('; '),
    };
    const [first] = own;
    if (!first) continue;
    const at = placeOf(binding, first.violation.pointer, 'key');
    yield {
      message: 'recommended' as const,
      data,
      at,
      requirement: parent,
      schema: first.violation.schema,
    };
  }
}

/** What the front matter states, another section under its name, or a table with two of its columns, is not advised again. */
function elsewhereOf(
  { document: { source, blocks }, frontMatter }: Binding,
  requirements: readonly Requirement[],
): ReadonlySet<Requirement> {
  const tables = blocks.filter((block) => block.kind === 'table').map(({ columns }) => columns.map(({ text }) => text));
  const names = new Set([
    ...blocks.flatMap((block) => labelsOf(source, block).map(({ text }) => text)),
    ...tables.flat(),
  ]);
  const named = [...names].flatMap((name) => [...namedIn(requirements, name)]);
  const stated = requirements.filter(
    ({ states, columns }) =>
      (states !== undefined && valueAt(frontMatter, segmentsOf(states)) !== undefined) ||
      (columns.length > 0 &&
        tables.some((titles) => titles.filter((title) => columns.some((one) => isNamed(one, title))).length > 1)),
  );
  return new Set([...named, ...stated]);
}

/** Then `section-empty` or `component-invalid` says that there is nothing at all. */
function isEmpty(binding: Binding, path: string): boolean {
  const [section = ''] = path.split('/');
  return isEmptySection(binding, section) || (path !== section && findBound(binding, path)?.blocks.length === 0);
}
