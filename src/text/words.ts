import { once, remembered } from './remember.ts';

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

/** Letters and figures, as `latin` and more of its numbers write them. Right for texts without `foreign` characters. */
const latinWord = /[0-9A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ɏḀ-ỿ]+|&/g;
/** What is neither Latin nor punctuation, currency, an arrow or a symbol without a number in it. */
const foreign = /[^\0-ɏḀ-ỿ\u2000-\u206f₠-\u20cf\u2190-\u245f─-❵]/;
const word = once(() => /[\p{L}\p{N}]+|&/gu);

/** The stretches of letters and figures in a text, in order. */
export const wordsOf: (text: string) => Words = remembered(readWords);

/** The same for a text that nobody asks about a second time, such as a phrase of a list. */
export function readWords(text: string): Words {
  const found = text.match(foreign.test(text) ? word() : latinWord) ?? [];
  let from = 0;
  const starts = found.map((one) => {
    const start = text.indexOf(one, from);
    from = start + one.length;
    return start;
  });
  return {
    words: found.map((one) => (one === '&' ? 'and' : one.toLowerCase())),
    starts,
    ends: found.map((one, index) => (starts[index] ?? 0) + one.length),
  };
}
