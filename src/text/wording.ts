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

/** The words that rules look for, by the rule; `schemas/wording.yaml` says of each list what it is for. */
export interface Wording {
  readonly 'target-unmeasurable': Readonly<Record<'time' | 'frequency' | 'amount', Vague>> &
    Readonly<Record<'within' | 'duties' | 'law' | 'helps' | 'about' | 'targets', Words>>;
  readonly 'count-without-period': Readonly<Record<'promises' | 'not-after' | 'settled', Words>>;
  readonly 'service-level-incomplete': Readonly<
    Record<'levels' | 'about' | 'measure' | 'target' | 'period' | 'vague', Words>
  >;
  readonly 'retention-unclear': { readonly materials: readonly Material[] } & Readonly<
    Record<'about' | 'keeping' | 'apart' | 'parts' | 'whole', Words>
  >;
  readonly 'charge-incomplete': Readonly<Record<'about' | 'sums' | 'basis' | 'time', Words>>;
  readonly 'surveillance-undeclared': { readonly technologies: readonly Technology[] } & Readonly<
    Record<'uses' | 'not-used' | 'about', Words>
  >;
  readonly 'covert-unaddressed': Readonly<
    Record<'police' | 'tasks' | 'watching' | 'asking' | 'immediate' | 'covert' | 'settled' | 'about', Words>
  >;
}

/** The words that come with the program. */
export const shippedWording = data as unknown as Wording;
