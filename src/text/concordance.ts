import { wordsOf } from './words.ts';

/** Words of which a text has to hold one to be of interest, in lower case. */
export interface Cue {
  readonly words: readonly string[];
  /** What such words may begin with. */
  readonly beginnings: readonly string[];
}

/** `retention` is that word, `retain…` every word that begins so. */
export function cueOf(...words: readonly string[]): Cue {
  return {
    words: words.filter((word) => !word.endsWith('…')),
    beginnings: words.flatMap((word) => (word.endsWith('…') ? [word.slice(0, -1)] : [])),
  };
}

/** Tells which of some texts hold a word of one of the cues, by their indices, in order. */
export type Concordance = (...cues: readonly Cue[]) => number[];

/** Goes through texts once, so that nobody who looks for certain words has to go through all of them. */
export function concordanceOf(texts: readonly string[]): Concordance {
  const places = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const word of wordsOf(text).words) {
      const known = places.get(word);
      if (!known) places.set(word, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  }
  const vocabulary = [...places.keys()];
  return (...cues) => {
    const found = new Set<number>();
    const add = (word: string) => {
      for (const index of places.get(word) ?? []) found.add(index);
    };
    for (const { words, beginnings } of cues) {
      words.forEach(add);
      if (beginnings.length === 0) continue;
      for (const word of vocabulary) if (beginnings.some((beginning) => word.startsWith(beginning))) add(word);
    }
    return [...found].sort((a, b) => a - b);
  };
}
