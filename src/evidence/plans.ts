import { allBound, type Binding, type Bound, type Row } from '../binding/binding.ts';
import { headingOf } from '../framework/framework.ts';
import { groupedBy } from '../text/group.ts';
import { excerpt } from '../text/shorten.ts';

/** An action plan of a document, with the question whose "yes" makes it necessary. */
export interface Plan {
  readonly plan: Bound;
  readonly closing: Bound | undefined;
  /** The heading of the section that it stands in. */
  readonly section: string;
}

export function plansOf({ sections }: Binding): Plan[] {
  return sections.flatMap((section) =>
    section.children.flatMap((plan): Plan[] => {
      if (plan.requirement.reads !== 'actions' || plan.state !== 'written') return [];
      const closing = section.children.find(({ requirement: { id } }) => id === plan.requirement.follows);
      return [{ plan, closing, section: headingOf(section.requirement) }];
    }),
  );
}

/** The actions that are in some plan, each action that stands in several plans once, with its places in order. */
export function distinctActions({ sections }: Binding): (readonly [Row, ...Row[]])[] {
  const rows = allBound(sections).flatMap(({ requirement, rows }) => (requirement.reads === 'actions' ? rows : []));
  const groups = groupedBy(rows, ({ value }) => [gist(String(value.action ?? ''))]);
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
}

/** An action in a few words, as a message names it. */
export function shortAction({ value }: Row): string {
  return excerpt(String(value.action ?? ''), 60);
}

/** What two wordings of one action share: its longest words, or all of them where it is short. */
function gist(action: string): string {
  const words = new Set(action.toLowerCase().match(/\p{L}+/gu) ?? []);
  const longest = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longest
    .slice(0, words.size < 10 ? words.size : 6)
    .sort()
    .join(' ');
}
