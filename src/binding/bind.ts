import { isObject, type Json, type JsonObject } from '../data/json.ts';
import type { Block } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import type { Framework, Requirement } from '../framework/framework.ts';
import type { Source } from '../text/source.ts';
import type { Binding, Bound, Label } from './binding.ts';
import { readFields, readOmissions } from './front-matter.ts';
import { contentOf, type Opening, openingsIn } from './labels.ts';
import { isNamed, sectionOpenings } from './sections.ts';
import { componentValue } from './values.ts';

/** Lays a framework over a document. Every document can be bound; what is missing is absent. */
export function bind(document: Document, framework: Framework): Binding {
  const { frontMatter: head, blocks, source } = document;
  const values = head.state === 'present' ? readFields(head.root, framework.frontMatter) : undefined;
  const frontMatter = isObject(values) ? values : undefined;
  const omitted = head.state === 'present' ? readOmissions(head.root) : {};
  const openings = openingsIn(source, blocks);
  const chosen = sectionOpenings(openings, blocks, framework.sections);
  const all = [...chosen.values()].flat();
  const sections = framework.sections.map((requirement) => {
    const own = chosen.get(requirement) ?? [];
    if (own.length === 0) return unwritten(requirement, Object.hasOwn(omitted, requirement.id));
    return written(source, requirement, own, contentOf(blocks, own, without(all, own)));
  });
  const model: JsonObject = {
    ...(frontMatter && { 'front-matter': frontMatter }),
    omitted,
    sections: modelOf(sections, false),
  };
  return {
    document,
    framework,
    sections,
    strangers: strangeHeadings(openings, blocks, sections),
    preamble: preambleOf(blocks, all),
    frontMatter,
    omitted,
    model,
    violations: framework.validate(model),
  };
}

function unwritten(requirement: Requirement, omitted: boolean): Bound {
  const state = omitted ? 'omitted' : 'absent';
  return { requirement, state, labels: [], blocks: [], children: [], strangers: [] };
}

function written(source: Source, requirement: Requirement, own: readonly Opening[], blocks: readonly Block[]): Bound {
  const openings = openingsIn(source, blocks);
  const chosen = chooseOpenings(requirement.children, openings, blocks);
  const all = [...chosen.values()].flat();
  const children = requirement.children.map((child) => {
    const mine = chosen.get(child) ?? [];
    if (mine.length === 0) return unwritten(child, false);
    return written(source, child, mine, contentOf(blocks, mine, without(all, mine)));
  });
  const strangers = without(openings, all).map(labelOf);
  return { requirement, state: 'written', labels: own.map(labelOf), blocks, children, strangers };
}

function without(openings: readonly Opening[], taken: readonly Opening[]): Opening[] {
  const gone = new Set(taken);
  return openings.filter((one) => !gone.has(one));
}

const kinds = ['heading', 'lead-in', 'row'] as const;

/** For each requirement the labels that answer it: headings if there are any, else lead-ins, else rows of tables. */
function chooseOpenings(
  requirements: readonly Requirement[],
  openings: readonly Opening[],
  blocks: readonly Block[],
): Map<Requirement, Opening[]> {
  const chosen = new Map<Requirement, Opening[]>();
  for (const requirement of requirements) {
    const answers = openings.filter((one) => isNamed(requirement, one.text));
    const kind = kinds.find((each) => answers.some((one) => one.kind === each));
    if (kind)
      chosen.set(
        requirement,
        answers.filter((one) => one.kind === kind),
      );
  }
  const taken = [...chosen.values()].flat();
  for (const requirement of requirements) {
    if (requirement.reads !== 'table' || chosen.has(requirement)) continue;
    const from = blocks.findIndex(
      (block, index) =>
        block.kind === 'table' && !taken.some((one) => one.from <= index && index < Math.max(one.to, one.from + 1)),
    );
    const table = blocks[from];
    if (!table) continue;
    const { span } = table;
    const content: Opening = {
      kind: 'content',
      text: '',
      span,
      words: span,
      level: 7,
      from: from - 1,
      to: from + 1,
      value: [],
    };
    chosen.set(requirement, [content]);
  }
  return chosen;
}

function labelOf({ kind, text, span, words, level }: Opening): Label {
  return { kind, text, span, words, level };
}

/** The part of the model for some requirements: values, `null` for what is left out, nothing for what is absent. */
function modelOf(bounds: readonly Bound[], withValues = true): JsonObject {
  const entries = bounds.flatMap((bound): [string, Json][] => {
    if (bound.state === 'absent') return [];
    if (bound.state === 'omitted') return [[bound.requirement.id, null]];
    const own = withValues ? componentValue(bound.requirement, bound.blocks) : {};
    return [[bound.requirement.id, { ...own, ...modelOf(bound.children) }]];
  });
  return Object.fromEntries(entries);
}

function strangeHeadings(openings: readonly Opening[], blocks: readonly Block[], sections: readonly Bound[]): Label[] {
  const known = new Set<number>();
  const open = [...sections];
  for (let bound = open.pop(); bound; bound = open.pop()) {
    for (const label of bound.labels) known.add(label.span.start.offset);
    open.push(...bound.children);
  }
  return openings
    .filter((one) => one.kind === 'heading' && blocks[one.from]?.nesting === 0 && !known.has(one.span.start.offset))
    .map(labelOf);
}

function preambleOf(blocks: readonly Block[], openings: readonly Opening[]): readonly Block[] {
  if (openings.length === 0) return blocks;
  return blocks.slice(
    0,
    openings.reduce((first, one) => Math.min(first, one.from), blocks.length),
  );
}
