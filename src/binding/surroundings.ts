import type { Block } from '../document/blocks.ts';
import type { Requirement } from '../framework/framework.ts';
import { oncePer } from '../text/remember.ts';
import { countBefore } from '../text/sorted.ts';
import type { Stretch } from '../text/stretch.ts';
import { comparableTitle } from '../text/title.ts';
import type { Binding, Bound } from './binding.ts';

/** What stands around a place of the document. */
export interface Surroundings {
  /** The headings above it, the nearest first, without the document's title. */
  readonly headings: readonly string[];
  /** The section, component and part whose content it is in, the outermost first. */
  readonly requirements: readonly Requirement[];
}

interface Above {
  readonly offset: number;
  readonly level: number;
  readonly text: string;
  readonly parent: Above | undefined;
}

interface Answered extends Stretch {
  readonly requirement: Requirement;
}

/** Tells of any offset of a document what stands around it: of like places with one and the same object. */
export type Around = (offset: number) => Surroundings;

/** Reads the document once, for all who ask. */
export function surroundingsIn({ document: { blocks }, sections }: Binding): Around {
  const headings = headingsIn(blocks);
  const title = headings[0]?.level === 1 ? headings[0] : undefined;
  const levels = answeredIn(sections);
  const known = new Map<string, Surroundings>();
  // Places of like surroundings are for the most part asked about in a row.
  let latest: { readonly nearest: Above | undefined; readonly found: Surroundings } | undefined;
  return (offset) => {
    const nearest = headings[countBefore(headings, (one) => one.offset <= offset) - 1];
    const requirements: Requirement[] = [];
    for (const answered of levels) {
      const last = answered[countBefore(answered, ({ from }) => from <= offset) - 1];
      if (last && offset < last.to) requirements.push(last.requirement);
    }
    if (latest && latest.nearest === nearest && isSame(latest.found.requirements, requirements)) return latest.found;
    const key = `${nearest?.offset} ${requirements.map(({ path }) => path).join(' ')}`;
    const found = known.get(key) ?? { headings: chainOf(nearest, title), requirements };
    known.set(key, found);
    latest = { nearest, found };
    return found;
  };
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** Every word that says what a place is about: its headings, and the titles of the requirements that it answers. */
export const titlesAround = oncePer(({ headings, requirements }: Surroundings) =>
  [...headings, ...requirements.map(({ title }) => title)].join(' | '),
);

/** The name of the section that a place is in: the framework's, else the outermost heading. */
export function sectionAround({ headings, requirements }: Surroundings): string {
  return requirements[0]?.id ?? headings.at(-1) ?? '';
}

/** Whether the label of a cell names the component that the cell answers: then the row is a pair, and not one of many. */
export function isNamedRow({ requirements }: Surroundings, label: string): boolean {
  const words = comparableTitle(label);
  return requirements.at(-1)?.names.some((name) => words.endsWith(name)) ?? false;
}

function headingsIn(blocks: readonly Block[]): Above[] {
  const found: Above[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.quoted) continue;
    let parent = found.at(-1);
    while (parent && parent.level >= block.level) parent = parent.parent;
    found.push({ offset: block.span.start.offset, level: block.level, text: block.prose.text, parent });
  }
  return found;
}

function chainOf(nearest: Above | undefined, title: Above | undefined): string[] {
  const titles: string[] = [];
  for (let one = nearest; one; one = one.parent) if (one !== title) titles.push(one.text);
  return titles;
}

/** For each depth of the framework where its requirements are answered, in the order of the text. */
function answeredIn(sections: readonly Bound[]): readonly (readonly Answered[])[] {
  const levels: Answered[][] = [];
  for (let bounds = sections; bounds.length > 0; bounds = bounds.flatMap((one) => one.children)) {
    const answered = bounds.flatMap(({ requirement, blocks }) =>
      blocks.map(({ span }) => ({ from: span.start.offset, to: span.end.offset, requirement })),
    );
    levels.push(answered.sort((a, b) => a.from - b.from));
  }
  return levels;
}
