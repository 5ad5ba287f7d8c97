import { wordsOf } from './words.ts';

/** What a text has to hold to be of interest, in lower case: all the words of some phrase, or a word with some beginning. */
export interface Cue {
  readonly phrases: readonly (readonly string[])[];
  readonly beginnings: readonly string[];
}

/** `no later than` stands for these words, wherever they are, and `retain…` for every word that begins so. */
export function cueOf(...hints: readonly string[]): Cue {
  return {
    phrases: hints.filter((hint) => !hint.endsWith('…')).map((hint) => hint.split(' ')),
    beginnings: hints.flatMap((hint) => (hint.endsWith('…') ? [hint.slice(0, -1)] : [])),
  };
}

/** Tells which of some texts answer to one of some cues, by their indices, in order. */
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
    const add = (indices: readonly number[] = []) => {
      for (const index of indices) found.add(index);
    };
    for (const { phrases, beginnings } of cues) {
      for (const phrase of phrases) add(withAll(places, phrase));
      if (beginnings.length === 0) continue;
      for (const word of vocabulary) if (beginnings.some((one) => word.startsWith(one))) add(places.get(word));
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** Where all of some words stand together: where the rarest of them stands, and the others too. */
function withAll(places: ReadonlyMap<string, readonly number[]>, words: readonly string[]): readonly number[] {
  let rarest: readonly number[] | undefined;
  for (const word of words) {
    const known = places.get(word);
    if (!known) return [];
    if (!rarest || known.length < rarest.length) rarest = known;
  }
  if (!rarest || words.length === 1) return rarest ?? [];
  const others = words.flatMap((word) => places.get(word) ?? []);
  const counts = new Map<number, number>(rarest.map((index) => [index, 0]));
  for (const index of others) {
    const count = counts.get(index);
    if (count !== undefined) counts.set(index, count + 1);
  }
  return rarest.filter((index) => counts.get(index) === words.length);
}
