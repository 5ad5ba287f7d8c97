import { data } from '#schemas/wording.yaml';

type Words = readonly string[];

/** Words for what cannot be measured: everywhere, or only where somebody is bound. */
interface Vague {
  readonly anywhere: Words;
  readonly duties: Words;
}

/** A kind of material that is kept for a time of its own. */
export interface Material {
  readonly id: string;
  readonly title: string;
  readonly words: Words;
}

/** A technology that an agreement declares or rules out. */
export interface Technology {
  readonly id: string;
  readonly title: string;
  readonly names: Words;
  /** Headings and labels under which it is described without a declaration. */
  readonly 'described-under': Words;
}

/** The words that rules look for, by the rule or by what several rules read; `schemas/wording.yaml` says what each list is for. */
export interface Wording {
  readonly 'acronym-undefined': Readonly<Record<'known' | 'words', Words>>;
  readonly 'target-unmeasurable': Readonly<Record<'time' | 'frequency' | 'amount', Vague>> &
    Readonly<Record<'within' | 'duties' | 'law' | 'helps' | 'about' | 'targets', Words>>;
  readonly 'count-without-period': Readonly<Record<'promises' | 'not-after' | 'settled', Words>>;
  readonly 'output-without-period': { readonly events: Words };
  readonly 'service-level-incomplete': Readonly<
    Record<
      'levels' | 'about' | 'measure' | 'target' | 'aim' | 'share' | 'priority' | 'times' | 'period' | 'vague' | 'alone',
      Words
    >
  >;
  readonly 'retention-unclear': { readonly materials: readonly Material[] } & Readonly<
    Record<'about' | 'keeping' | 'apart' | 'asked-for' | 'parts' | 'moments' | 'whole' | 'rest' | 'unnamed', Words>
  >;
  readonly 'charge-incomplete': Readonly<Record<'about' | 'unsaid' | 'sums' | 'basis' | 'time', Words>>;
  readonly 'surveillance-undeclared': { readonly technologies: readonly Technology[] } & Readonly<
    Record<'uses' | 'not-used' | 'about', Words>
  >;
  readonly 'covert-unaddressed': Readonly<
    Record<'police' | 'tasks' | 'watching' | 'asking' | 'immediate' | 'covert' | 'settled' | 'about', Words>
  >;
  readonly 'front-matter-differs': { readonly status: Readonly<Record<'draft' | 'agreed' | 'retired', Words>> };
  readonly 'reporting-period-differs': Readonly<Record<'figures' | 'ahead', Words>>;
  readonly 'history-mismatch': Words;
  readonly 'guidance-left': { readonly asks: Words };
  readonly 'spoken-of': Readonly<Record<'others' | 'assessments' | 'wanted-before' | 'wanted-behind', Words>>;
  readonly 'generic-in-names': Words;
  readonly 'police-posts': Readonly<Record<'for' | 'where' | 'general', Words>>;
  /** Parted by spaces. */
  readonly 'given-names': string;
}

/** The words that come with the program. */
export const shippedWording = data as unknown as Wording;

/** The paths of the word lists that a user may replace, such as `target-unmeasurable.time.duties`. */
export const replaceable = ['target-unmeasurable', 'count-without-period', 'acronym-undefined'].flatMap((rule) =>
  listsIn((data as Readonly<Record<string, unknown>>)[rule], rule),
);

function listsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, `${path}.${key}`));
}

/** The shipped words with some lists replaced, by their paths. */
export function wordingWith(lists: Readonly<Record<string, readonly string[]>>): Wording {
  const replaced = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return lists[path] ?? value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, replaced(inner, path === '' ? key : `${path}.${key}`)]),
    );
  };
  return replaced(data, '') as Wording;
}
