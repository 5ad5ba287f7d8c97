import { wordsOf } from './words.ts';

/** A word with its stem: what it shares with its plural and with the verb beside it. */
export interface StemmedWord {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text, each with what is left of it without an ending: "Working days" and "working day" are alike. */
export function stemsOf(text: string): StemmedWord[] {
  const { words, starts, ends } = wordsOf(text);
  return words.flatMap((word, index): StemmedWord[] => {
    const from = starts[index] ?? 0;
    if (word === 's' && /['’]/.test(text.charAt(from - 1))) return [];
    return [{ stem: stemOf(word), from, to: ends[index] ?? from }];
  });
}

const endings = ['ie', 'ed', 'ing', 'er', 'or', 'e', 'y'];

/** A word without its ending. */
export function stemOf(word: string): string {
  const plain = word.normalize('NFKC');
  const singular = plain.length > 3 && plain.endsWith('s') ? plain.slice(0, -1) : plain;
  const ending = singular.length > 4 && endings.find((one) => singular.endsWith(one));
  return ending ? singular.slice(0, -ending.length) : singular;
}
