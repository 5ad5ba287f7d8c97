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
 * The letters of English, Welsh, Irish and other languages in Latin script, for classes of patterns. Patterns that most
 * documents need have these in place of `\p{L}`, which takes twenty times as long to compile wherever it stands.
 */
export const latin = 'A-Za-zÀ-ɏḀ-ỿ';

const inWord = /[\p{L}\p{N}]/u;
const ampersand = 38;

/** The stretches of letters and figures in a text, in order. Read letter by letter: every text of a document passes here. */
export const wordsOf: (text: string) => Words = remembered((text) => {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const lower = text.toLowerCase();
  // Some letters of other scripts have two in their place when they are small.
  const isAligned = lower.length === text.length;
  const add = (from: number, to: number, word: string) => {
    words.push(word);
    starts.push(from);
    ends.push(to);
  };
  for (let from = 0; from < text.length; from++) {
    let to = from;
    for (let size = letterAt(text, to); size > 0; size = letterAt(text, to)) to += size;
    if (to > from) add(from, to, isAligned ? lower.slice(from, to) : text.slice(from, to).toLowerCase());
    if (text.charCodeAt(to) === ampersand) add(to, to + 1, 'and');
    from = to;
  }
  // Copies, for what grew by one at a time has room for a dozen more, and all texts of a document are remembered.
  return { words: words.slice(), starts: starts.slice(), ends: ends.slice() };
});

/** How many code units the letter or figure at an offset takes; 0 where there is none. */
function letterAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 128) return isAsciiLetter(unit) ? 1 : 0;
  const point = text.codePointAt(offset);
  return point !== undefined && inWord.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}
