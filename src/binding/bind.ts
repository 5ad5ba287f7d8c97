import { isObject, type Json, type JsonObject } from '../data/json.ts';
import type { Block } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import type { Prose } from '../document/prose.ts';
import type { Framework, Requirement } from '../framework/framework.ts';
import { divided, groupedBy } from '../text/group.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import { oncePer } from '../text/remember.ts';
import type { Source } from '../text/source.ts';
import type { Binding, Bound, Label } from './binding.ts';
import { readFields, readOmissions } from './front-matter.ts';
import { contentOf, type Opening, openingsIn, overLabels, upToTheNext } from './labels.ts';
import { questionOpenings } from './questions.ts';
import { columnCount } from './rows.ts';
import { allNamedIn, isNameOf, namedIn, sectionOpenings } from './sections.ts';
import { contentOpening, tableOpenings, tablesOutside, withHeadedTables } from './table-openings.ts';
import { componentContent, countWords } from './values.ts';

/** Lays a framework over a document. Every document can be bound; what is missing is absent. */
export function bind(document: Document, framework: Framework): Binding {
  const { frontMatter: head, blocks, source } = document;
  const values = head.state === 'present' ? readFields(head.root, framework.frontMatter) : undefined;
  const frontMatter = isObject(values) ? values : undefined;
  const omitted = head.state === 'present' ? readOmissions(head.root) : {};
  const openings = openingsIn(source, blocks);
  const chosen = sectionOpenings(openings, blocks, framework.sections);
  const all = [...chosen.values()].flat();
  const first = all.reduce((least, one) => Math.min(least, one.from), blocks.length);
  const sections = framework.sections.map((requirement) => {
    const named = chosen.get(requirement) ?? preambleOpening(requirement, openings, blocks, first);
    const own = named.length > 0 ? named : tableOpenings(requirement, framework.sections, blocks, all);
    if (own.length === 0) return unwritten(requirement, Object.hasOwn(omitted, requirement.id));
    const isPart = (title: string) => namedIn(requirement.children, title).size > 0;
    return written(source, requirement, own, contentOf(blocks, own, without(all, own), isPart));
  });
  const model: JsonObject = {
    ...(frontMatter && { 'front-matter': frontMatter }),
    omitted,
    sections: modelOf(sections),
  };
  return {
    document,
    framework,
    sections,
    strangers: strangeHeadings(openings, blocks, sections),
    preamble: blocks.slice(0, first),
    frontMatter,
    omitted,
    model,
    violations: framework.validate(model),
  };
}

/**
 * What stands before the first section with a heading, where it answers something of a section that needs none, or says
 * something and the section demands nothing in particular.
 */
function preambleOpening(
  { preamble, children }: Requirement,
  openings: readonly Opening[],
  blocks: readonly Block[],
  to: number,
): Opening[] {
  const [head] = blocks;
  if (!preamble || !head) return [];
  const isDemanding = children.some(({ asked }) => asked.kind === 'required');
  const isAnswered =
    openings.some((one) => one.from < to && namedIn(children, one.label.text).size > 0) ||
    (!isDemanding && countWords(blocks.slice(0, to)) >= 15);
  return isAnswered ? [contentOpening(head.span, -1, to)] : [];
}

function unwritten(requirement: Requirement, omitted: boolean): Bound {
  return omitted ? { ...absent(requirement), state: 'omitted' } : absent(requirement);
}

/** What is absent is so alike in all documents, and most of a framework is in none. */
const absent = oncePer((requirement: Requirement): Bound => {
  return { requirement, state: 'absent', labels: [], blocks: [], children: [], strangers: [], value: {}, rows: [] };
});

function written(source: Source, requirement: Requirement, own: readonly Opening[], blocks: readonly Block[]): Bound {
  const { children, strangers } =
    requirement.children.length === 0 ? childless : childrenIn(source, requirement.children, blocks);
  const asked = new Set<Prose>(own.flatMap((one) => (requirement.number === undefined ? [] : one.value)));
  const isSection = !requirement.path.includes('/');
  const labels = own.map(({ label }) => label);
  const content = isSection ? { value: {}, rows: [] } : componentContent(source, requirement, blocks, asked);
  return {
    requirement,
    state: 'written',
    // The section's name tells where it is before the names of components that stand by themselves.
    labels: isSection ? divided(labels, ({ text }) => isNameOf(requirement, text)).flat() : labels,
    blocks,
    children,
    ...content,
    strangers,
  };
}

const childless: Pick<Bound, 'children' | 'strangers'> = { children: [], strangers: [] };

function childrenIn(source: Source, requirements: readonly Requirement[], blocks: readonly Block[]): typeof childless {
  const openings = openingsIn(source, blocks);
  const answers = chooseOpenings(source, requirements, openings, blocks);
  const chosen = overLabels(answers, blocks, ({ children }, title) => namedIn(children, title).size > 0);
  const all = [...chosen.values()].flat();
  const bounds = requirements.map((child) => {
    const mine = chosen.get(child) ?? [];
    if (mine.length === 0) return unwritten(child, false);
    return written(source, child, mine, contentOf(blocks, mine, without(all, mine)));
  });
  const isPlanned = requirements.some(({ follows }) => follows !== undefined);
  return {
    children: isPlanned ? bounds.map((child) => answeredByPlan(child, bounds)) : bounds,
    strangers: without(openings, [...answers.values()].flat()).map(({ label }) => label),
  };
}

/** A closing question without a mark is answered by the plan behind it: "Nil" is a no, an action a yes. */
function answeredByPlan(bound: Bound, siblings: readonly Bound[]): Bound {
  const plan = siblings.find(({ requirement: { follows } }) => follows === bound.requirement.id);
  if (!plan || bound.state !== 'written' || bound.value.answer !== undefined) return bound;
  const says = typeof plan.value.text === 'string' ? plan.value.text : '';
  const answer = plan.rows.length > 0 ? 'yes' : says !== '' && isNonAnswer(says) ? 'no' : undefined;
  return answer ? { ...bound, value: { ...bound.value, answer } } : bound;
}

function without(openings: readonly Opening[], taken: readonly Opening[]): Opening[] {
  const gone = new Set(taken);
  return openings.filter((one) => !gone.has(one));
}

const kinds = ['heading', 'lead-in', 'row'] as const;

/** For each requirement the labels that answer it: headings if there are any, else lead-ins, else rows of tables. */
function chooseOpenings(
  source: Source,
  requirements: readonly Requirement[],
  openings: readonly Opening[],
  blocks: readonly Block[],
): Map<Requirement, Opening[]> {
  const chosen = questionOpenings(source, requirements, blocks, openings);
  const isForm = chosen.size > 0;
  const named = groupedBy(openings, (one) => [...allNamedIn(requirements, one.label.text)]);
  for (const requirement of requirements) {
    if (requirement.number !== undefined) continue;
    const answers = named.get(requirement) ?? [];
    const kind = kinds.find((each) => answers.some((one) => one.label.kind === each));
    if (kind)
      chosen.set(
        requirement,
        answers.filter((one) => one.label.kind === kind),
      );
  }
  // A heading that is also the section's own keeps no table of the section for its part alone.
  const taken = [...chosen.values()].flat().filter(({ from, to }) => from > 0 || to < blocks.length);
  for (const requirement of requirements) {
    if (requirement.reads !== 'table' || chosen.has(requirement)) continue;
    const tables = tablesOutside(blocks, taken);
    const known = tables.filter(({ table }) => columnCount(requirement, table) > 0);
    const own = known.length > 0 ? known : tables.slice(0, 1);
    if (own.length === 0) continue;
    chosen.set(
      requirement,
      own.map(({ table: { span }, index }) => contentOpening(span, index - 1, index + 1)),
    );
  }
  return isForm ? upToTheNext(chosen) : withHeadedTables(chosen, requirements, blocks);
}

/** The part of the model for some requirements: values, `null` for what is left out, nothing for what is absent. */
function modelOf(bounds: readonly Bound[]): JsonObject {
  const entries = bounds.flatMap((bound): [string, Json][] => {
    if (bound.state === 'absent') return [];
    if (bound.state === 'omitted') return [[bound.requirement.id, null]];
    return [[bound.requirement.id, { ...bound.value, ...modelOf(bound.children) }]];
  });
  return Object.fromEntries(entries);
}

function strangeHeadings(openings: readonly Opening[], blocks: readonly Block[], sections: readonly Bound[]): Label[] {
  const known = new Set<number>();
  const open = [...sections];
  for (let bound = open.pop(); bound; bound = open.pop()) {
    for (const label of bound.labels) if (label.kind !== 'content') known.add(label.span.start.offset);
    open.push(...bound.children);
  }
  return openings
    .filter(({ label, from }) => label.kind === 'heading' && blocks[from]?.nesting === 0)
    .map(({ label }) => label)
    .filter(({ span }) => !known.has(span.start.offset));
}
