import { remembered } from './remember.ts';

/** A sentence of a text, by its offsets there. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Full stops that end no sentence: "No. 5", "e.g.", "s. 33", "Cllr. Smith". */
const abbreviation =
  /(?:\b(?:no|nos|s|ss|sch|para|art|ref|vol|ch|cl|reg|regs|e\.g|i\.e|eg|ie|etc|cf|approx|dr|mr|mrs|ms|cllr|rev|st|ltd|co|inc|p|pp|v|vs|tel|ext|dept|insp|supt|sgt)|\b\p{Lu})\.\s*$/iu;

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
/** The segmenter needs time that grows faster than the text; a longer text is given to it piece by piece. */
const longest = 2000;

/**
 * The sentences of a text in order, as Unicode divides them, with those joined that an abbreviation cut in two. The end of
 * a line ends no sentence, for a paragraph may be wrapped anywhere.
 */
export const sentencesOf: (text: string) => readonly Sentence[] = remembered((text) => {
  if (!mayHaveTwo.test(text)) return text.trim() === '' ? [] : [{ from: 0, to: text.length, text }];
  const sentences: Sentence[] = [];
  const end = text.trimEnd().length;
  let open: number | undefined;
  for (let start = 0; start < text.length; ) {
    const piece = text.slice(start, pieceEnd(text, start)).replace(/[\r\n\u2028\u2029]/g, ' ');
    for (const { segment, index } of segmenter.segment(piece)) {
      const from = open ?? start + index;
      const to = start + index + segment.length;
      open = to < end && abbreviation.test(segment) ? from : undefined;
      if (open === undefined) sentences.push({ from, to, text: text.slice(from, to) });
    }
    start += piece.length;
  }
  return sentences;
});

/** A mark that ends a sentence, with more behind it, or a letter of a script that may have marks of its own. */
const mayHaveTwo = /[.!?][\s\S]*?[\p{L}\p{N}]|[^\0-\u02ff\u2000-\u22ff]/u;

/** Where a piece ends: behind a full stop if it can, else behind a space. */
function pieceEnd(text: string, start: number): number {
  const piece = text.slice(start, start + longest);
  if (piece.length < longest) return text.length;
  const stop = piece.lastIndexOf('. ');
  const cut = stop > longest / 2 ? stop + 1 : piece.lastIndexOf(' ');
  return start + (cut > 0 ? cut + 1 : longest);
}

/** The sentence that holds an offset; the whole text when none does. */
export function sentenceAt(text: string, offset: number): Sentence {
  return sentencesOf(text).find(({ from, to }) => from <= offset && offset < to) ?? { from: 0, to: text.length, text };
}
