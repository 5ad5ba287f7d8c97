import type { Stretch } from './stretch.ts';

/** Where the settings at the head of a text stand: between a first line `---` and the next line `---` (or `...`). */
export interface Fence {
  /** Behind the first line. */
  readonly start: number;
  /** The line that closes them; undefined where none does. */
  readonly closing: Stretch | undefined;
}

/** The fence that a text begins with, if any. `workspace/sift.ts` and `court/heads.ts` look for theirs in bytes. */
export function fenceOf(text: string): Fence | undefined {
  const [opening] = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const start = opening.length;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(start));
  if (!closing) return { start, closing: undefined };
  const from = start + closing.index;
  return { start, closing: { from, to: from + closing[0].length } };
}
