import { allBound, type Binding, type Bound, type Row } from '../binding/binding.ts';
import { headingOf } from '../framework/framework.ts';

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
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of allBound(sections).flatMap(({ requirement, rows }) =>
    requirement.reads === 'actions' ? rows : [],
  )) {
    const key = gist(String(row.value.action ?? ''));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** An action in a few words, as a message names it. */
export function shortAction({ value }: Row): string {
  const action = String(value.action ?? '');
  return action.length > 60 ? `${action.slice(0, 59).trimEnd()}…` : action.replace(/\.$/, '');
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
