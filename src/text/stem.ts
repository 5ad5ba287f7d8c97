/** A word with its stem: what it shares with its plural and with the verb beside it. */
export interface StemmedWord {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text, each with what is left of it without an ending: "Working days" and "working day" are alike. */
export function stemsOf(text: string): StemmedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(({ index, 0: word }) => !(word.toLowerCase() === 's' && /['’]/.test(text.charAt(index - 1))))
    .map(({ index, 0: word }) => ({ stem: stemOf(word), from: index, to: index + word.length }));
}

function stemOf(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase();
  const singular = plain.length > 3 ? plain.replace(/s$/, '') : plain;
  return singular.length > 4 ? singular.replace(/(?:ie|e|y|ed|ing|er|or)$/, '') : singular;
}
