import { remembered } from './remember.ts';

/** The words of a text. The arrays run side by side. */
export interface Words {
  /** In lower case; `&` is the word “and”. */
  readonly words: readonly string[];
  /** The offsets at which they start and end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The letters of English, Welsh, Irish and other languages in Latin script, for classes of patterns that are needed at every
 * start: to compile `\p{L}` takes ten times as long as these.
 */
export const latin = 'A-Za-z\\u00C0-\\u024F\\u1E00-\\u1EFF';

const word = /[\p{L}\p{N}]+|&/gu;

/** The stretches of letters and figures in a text, in order. */
export const wordsOf: (text: string) => Words = remembered((text) => {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    words.push(found === '&' ? 'and' : found.toLowerCase());
    starts.push(index);
    ends.push(index + found.length);
  }
  return { words, starts, ends };
});
