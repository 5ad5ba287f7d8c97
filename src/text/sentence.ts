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

/**
 * The sentences of a text in order, as Unicode divides them, with those joined that an abbreviation cut in two. The end of
 * a line ends no sentence, for a paragraph may be wrapped anywhere.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let open: number | undefined;
  const end = text.trimEnd().length;
  for (const { segment, index } of segmenter.segment(text.replace(/[\r\n\u2028\u2029]/g, ' '))) {
    const from = open ?? index;
    const to = index + segment.length;
    if (to < end && abbreviation.test(segment)) {
      open = from;
      continue;
    }
    open = undefined;
    sentences.push({ from, to, text: text.slice(from, to) });
  }
  return sentences;
}

/** The sentence that holds an offset; the whole text when none does. */
export function sentenceAt(text: string, offset: number): Sentence {
  return sentencesOf(text).find(({ from, to }) => from <= offset && offset < to) ?? { from: 0, to: text.length, text };
}
