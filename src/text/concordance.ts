import { groupedBy } from './group.ts';
import { once } from './remember.ts';
import { ascending, countBefore } from './sorted.ts';
import { stemOf } from './stem.ts';
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

/** Knows in which of some texts each word stands. Texts are told by their indices, in order. */
export interface Concordance {
  /** The texts that answer to one of some cues. */
  readonly find: (...cues: readonly Cue[]) => number[];
  /** The same for words without their endings, as `stemOf` leaves them. */
  readonly byStem: () => Concordance;
}

/** Goes through texts once, so that nobody who looks for certain words has to go through all of them. */
export function concordanceOf(texts: readonly string[]): Concordance {
  const places = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const word of wordsOf(text).words) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [index]);
      else if (known[known.length - 1] !== index) known.push(index);
    }
  }
  return concordanceFrom(places);
}

type Places = ReadonlyMap<string, readonly number[]>;

function concordanceFrom(places: Places): Concordance {
  const sortedWords = once(() => [...places.keys()].sort());
  return {
    find: (...cues) => {
      const found = new Set<number>();
      const add = (indices: readonly number[]) => {
        for (const index of indices) found.add(index);
      };
      for (const { phrases, beginnings } of cues) {
        for (const phrase of phrases) add(withAll(places, phrase));
        for (const beginning of beginnings) {
          const words = sortedWords();
          for (let at = countBefore(words, (word) => word < beginning); words[at]?.startsWith(beginning); at++)
            add(places.get(words[at] ?? '') ?? nowhere);
        }
      }
      return ascending(found);
    },
    byStem: once(() => {
      const groups = groupedBy(places.keys(), (word) => [stemOf(word)]);
      return concordanceFrom(new Map([...groups].map(([stem, words]) => [stem, withAny(places, words)])));
    }),
  };
}

const nowhere: readonly number[] = [];

/** Where any of some words stands. */
function withAny(places: Places, words: readonly string[]): readonly number[] {
  const [only = '', second] = words;
  if (second === undefined) return places.get(only) ?? nowhere;
  return ascending(new Set(words.flatMap((word) => places.get(word) ?? [])));
}

/** Where all of some words stand together: of the places of the rarest, those that the others share. */
function withAll(places: Places, words: readonly string[]): readonly number[] {
  let rarest: readonly number[] | undefined;
  for (const word of words) {
    const own = places.get(word);
    if (!own) return nowhere;
    if (!rarest || own.length < rarest.length) rarest = own;
  }
  if (!rarest || words.length === 1) return rarest ?? nowhere;
  return rarest.filter((index) => words.every((word) => holds(places.get(word) ?? nowhere, index)));
}

/** Whether a number is among some that are in order. */
function holds(sorted: readonly number[], wanted: number): boolean {
  return sorted[countBefore(sorted, (one) => one < wanted)] === wanted;
}
