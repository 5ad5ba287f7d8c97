import type { Stretch } from './stretch.ts';
import { wordsOf } from './words.ts';

/** A word with its stem: what it shares with its plural and with the verb beside it. */
export interface StemmedWord extends Stretch {
  readonly stem: string;
}

/** The words of a text, each with what is left of it without an ending: "Working days" and "working day" are alike. */
export function stemsOf(text: string): StemmedWord[] {
  const { words, starts, ends } = wordsOf(text);
  const stemmed: StemmedWord[] = [];
  for (const [index, word] of words.entries()) {
    const from = starts[index] ?? 0;
    if (word === 's' && /['’]/.test(text.charAt(from - 1))) continue;
    stemmed.push({ stem: stemOf(word), from, to: ends[index] ?? from });
  }
  return stemmed;
}

/** A word without its ending. */
export function stemOf(word: string): string {
  const plain = /[^\0-\x7f]/.test(word) ? word.normalize('NFKC') : word;
  const singular = plain.length > 3 && plain.endsWith('s') ? plain.slice(0, -1) : plain;
  const ending = singular.length > 4 ? endings.find((one) => singular.endsWith(one)) : undefined;
  return ending === undefined ? singular : singular.slice(0, -ending.length);
}

const endings = ['ie', 'ed', 'ing', 'er', 'or', 'e', 'y'];

/** Words that tell no name from another. */
const small = new Set(
  'a an and any are as at be by each for from how in is it its of on or our that the their this to what when where who with'.split(
    ' ',
  ),
);

/** The words of a title, as titles are compared, that tell it from others. */
export function wordsThatTell(name: string): string[] {
  return name.split(' ').filter((word) => !small.has(word));
}

/** The same without their endings. */
export function tellingStems(name: string): string[] {
  return wordsThatTell(name).map(stemOf);
}
