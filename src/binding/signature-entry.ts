import type { Prose } from '../document/prose.ts';
import { findPlaceholders } from '../text/placeholder.ts';

/** A place for one signature. What stands there counts, a placeholder too: another rule speaks of that. */
export interface SignatureEntry {
  /** All its words, with those of the heading or line above it. */
  readonly text: string;
  /** Whether something stands where a signature or a date is asked for; where no signature is, the name stands for it. */
  readonly filled: boolean;
  /** What stands where a date is asked for. */
  readonly dates: readonly Prose[];
  /** What stands where a name or a signature is asked for. */
  readonly signers: readonly Prose[];
}

/** Labels that ask for a signature or its day, for a day, for a name or a signature, and for what is said of who signs. */
export const signing = /^(?:date )?(?:signed|signature|date)(?: (?:by|on|signed|of signature))?:?$/i;
export const dated = /\bdate\b/i;
export const signer = /^(?:name|print(?:ed)? name|sign(?:ed|ature)(?: by)?)\b(?! (?:for|on behalf|and on behalf)\b)/i;
export const field = /^(?:name|print(?:ed)? name|post|position|title|role|rank|job title|witness(?:ed by)?)\b/i;

/** Whether something stands in a cell or behind a label that asks for a signature; “not yet” and a dash are none. */
export function isSigned(text: string): boolean {
  return !unsigned.test(text.trim());
}

const unsigned =
  /^(?:[–—-]*|no|nil|none|n\/a|(?:not (?:yet )?|un)signed|not yet|to be signed|to sign|pending|awaited|awaiting(?: signature)?|outstanding)\.?$/i;

/** Whether a placeholder stands where a name, a signature or a day is asked for. */
export function isLeftBlank({ dates, signers }: SignatureEntry): boolean {
  return [...dates, ...signers].some(({ text }) => findPlaceholders(text).length > 0);
}

/** Whether something stands there, and nothing that is still to be filled in. */
export function isBegun(entry: SignatureEntry): boolean {
  return entry.filled && !isLeftBlank(entry) && findPlaceholders(entry.text).length === 0;
}

/** Whether a label asks for something else than a signature. */
export function isNoSignature(label: string): boolean {
  return dated.test(label) || !signing.test(label);
}

/** A part of a prose that is shown with all of it. */
export function worded(prose: Prose, text: string): Prose {
  return { ...prose, text };
}
