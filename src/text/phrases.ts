/** A phrase of a list where it stands in a text. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The places where phrases stand in a text, in order and without overlaps. */
export type PhraseFinder = (text: string) => Phrase[];

const special = /[\\^$.*+?()[\]{}|/]/g;

/**
 * Finds literal phrases as whole words, the longest first, whatever their capitals, spaces, apostrophes and hyphens: the
 * lists of `schemas/wording.yaml` hold words, and no regular expressions. An empty list is found nowhere.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  if (phrases.length === 0) return () => [];
  const longest = [...phrases].sort((a, b) => b.length - a.length);
  const words = longest.map((phrase) =>
    phrase.trim().replace(special, '\\$&').replace(/['’]/g, "['’]").replace(/[-‑–]/g, '[-‑– ]').replace(/\s+/g, '\\s+'),
  );
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-‑])(?:${words.join('|')})(?![-‑]?[\\p{L}\\p{N}])`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, text: found }));
}
