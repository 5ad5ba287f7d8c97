import { data } from '#schemas/wording.yaml';

type Phrases = readonly string[];

/** Phrases for what cannot be measured: everywhere, or only where somebody is bound. */
interface Vague {
  readonly anywhere: Phrases;
  readonly duties: Phrases;
}

/** A kind of material that is kept for a time of its own. */
export interface Material {
  readonly id: string;
  readonly title: string;
  readonly words: Phrases;
}

/** A technology that an agreement declares or rules out. */
export interface Technology {
  readonly id: string;
  readonly title: string;
  readonly names: Phrases;
  /** Headings and labels under which it is described without a declaration. */
  readonly 'described-under': Phrases;
}

/** The words that rules look for, by the rule or by what several rules read; `schemas/wording.yaml` says what each list is for. */
export interface Wording {
  readonly 'acronym-undefined': Readonly<Record<'known' | 'words', Phrases>>;
  readonly 'target-unmeasurable': Readonly<Record<'time' | 'frequency' | 'amount', Vague>> &
    Readonly<Record<'within' | 'duties' | 'law' | 'helps' | 'about' | 'targets', Phrases>>;
  readonly 'count-without-period': Readonly<Record<'promises' | 'not-after' | 'settled', Phrases>>;
  readonly 'output-without-period': { readonly events: Phrases };
  readonly 'service-level-incomplete': Readonly<
    Record<
      'levels' | 'about' | 'measure' | 'target' | 'aim' | 'share' | 'priority' | 'times' | 'period' | 'vague' | 'alone',
      Phrases
    >
  >;
  readonly 'retention-unclear': { readonly materials: readonly Material[] } & Readonly<
    Record<'about' | 'keeping' | 'apart' | 'asked-for' | 'parts' | 'moments' | 'whole' | 'rest' | 'unnamed', Phrases>
  >;
  readonly 'charge-incomplete': Readonly<Record<'about' | 'unsaid' | 'sums' | 'basis' | 'time', Phrases>>;
  readonly 'surveillance-undeclared': { readonly technologies: readonly Technology[] } & Readonly<
    Record<'uses' | 'not-used' | 'about', Phrases>
  >;
  readonly 'covert-unaddressed': Readonly<
    Record<'police' | 'tasks' | 'watching' | 'asking' | 'immediate' | 'covert' | 'settled' | 'about', Phrases>
  >;
  readonly 'front-matter-differs': { readonly status: Readonly<Record<'draft' | 'agreed' | 'retired', Phrases>> };
  readonly 'reporting-period-differs': Readonly<Record<'figures' | 'ahead', Phrases>>;
  readonly 'history-mismatch': Phrases;
  readonly 'guidance-left': { readonly asks: Phrases };
  readonly 'spoken-of': Readonly<Record<'others' | 'assessments' | 'wanted-before' | 'wanted-behind', Phrases>>;
  readonly 'generic-in-names': Phrases;
  readonly 'police-posts': Readonly<Record<'for' | 'where' | 'general', Phrases>>;
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
