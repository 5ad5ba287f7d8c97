import { data } from '#schemas/references.yaml';
import type { JsonObject } from '../data/json.ts';

/** A law, body or marking under a name that is no longer right, or never was. */
export interface Reference {
  readonly id: string;
  /** `superseded`: replaced on a day. `misnamed`: never its name. `withdrawn`: a marking that is no longer used. */
  readonly kind: 'superseded' | 'misnamed' | 'withdrawn';
  /** The literal words, as a text may hold them. */
  readonly names: readonly string[];
  /** Whether capitals matter, as in acronyms. */
  readonly case: 'ignore' | 'exact';
  /** Words that make it right when they stand directly before it, as "UK" before "GDPR". */
  readonly 'unless-before'?: readonly string[];
  readonly 'unless-after'?: readonly string[];
  /** Words that make it right wherever the document has them, for they define it. */
  readonly 'unless-anywhere'?: readonly string[];
  /** Of a marking: where it counts as one. */
  readonly in?: readonly ('marking' | 'phrase' | 'text')[];
  /** Of a marking: the words that make it one, such as "classified as". */
  readonly phrases?: readonly string[];
  readonly current: string;
  /** The first day on which it is wrong, as YYYY-MM-DD; without one it always was. */
  readonly since?: string;
  readonly severity: 'warning' | 'info';
  readonly jurisdiction: string;
  readonly note?: string;
  readonly source: string;
  /** Whether the source was read; what was not is at most an info. */
  readonly verified: boolean;
}

/** An Act or instrument by its right title. */
export interface Act {
  readonly id: string;
  readonly title: string;
  readonly short: readonly string[];
  readonly path: string;
  readonly verified: boolean;
  /** Years that other Acts of the same name bear; `any` where there are too many to tell. */
  readonly 'other-years'?: readonly number[] | 'any';
  /** Words that make it the title of another Act when they stand directly before it. */
  readonly 'unless-before'?: readonly string[];
}

export interface References {
  /** Words that excuse an old name in their sentence: it is spoken of as the past. */
  readonly excuses: readonly string[];
  readonly references: readonly Reference[];
  readonly acts: readonly Act[];
}

/** The table that comes with the program. */
export const shippedReferences = data as unknown as References;

/** The shipped table with entries of the user's own, which win where both have a name. */
export function referencesWith(own: readonly JsonObject[]): References {
  const more = own.map((one): Reference => ({ ...defaults, ...(one as unknown as Partial<Reference>) }));
  return { ...shippedReferences, references: [...more, ...shippedReferences.references] };
}

const defaults: Reference = {
  id: '',
  kind: 'superseded',
  names: [],
  case: 'ignore',
  current: '',
  severity: 'warning',
  jurisdiction: 'england-and-wales',
  source: 'The configuration of this repository',
  verified: false,
};
