import { once, remembered } from './remember.ts';
import { countBefore } from './sorted.ts';
import type { Stretch } from './stretch.ts';

/** A sentence of a text, by its offsets there. */
export interface Sentence extends Stretch {
  readonly text: string;
}

/** Full stops that end no sentence: "No. 5", "e.g.", "s. 33", "Cllr. Smith". */
const abbreviation =
  /(?:\b(?:no|nos|s|ss|sch|para|art|ref|vol|ch|cl|reg|regs|e\.g|i\.e|eg|ie|etc|cf|approx|dr|mr|mrs|ms|cllr|rev|st|ltd|co|inc|p|pp|v|vs|tel|ext|dept|insp|supt|sgt)|\b\p{Lu})\.$/iu;
/** In code units, more than the longest with its full stop and what stands before it. */
const longestAbbreviation = 12;

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
    let index = 0;
    for (const stop of endsIn(piece)) {
      const from = open ?? start + index;
      const to = start + stop;
      const ending = piece.slice(index, stop).trimEnd().slice(-longestAbbreviation);
      open = to < end && abbreviation.test(ending) ? from : undefined;
      if (open === undefined) sentences.push({ from, to, text: text.slice(from, to) });
      index = stop;
    }
    start += piece.length;
  }
  return sentences;
});

/** Where the sentences of a text end, the last one with the text, as Unicode has it (UAX 29). */
function endsIn(text: string): number[] {
  if (!plain.test(text)) return [...segmenter().segment(text)].map(({ segment, index }) => index + segment.length);
  const ends = [...text.matchAll(stops)].flatMap(({ 0: stop, index }) =>
    index + stop.length < text.length && !goesOn(text, index, index + stop.length) ? [index + stop.length] : [],
  );
  return [...ends, text.length];
}

/** Made only for texts that need it, for it takes as long as a tenth of a check. */
const segmenter = once(() => new Intl.Segmenter('en-GB', { granularity: 'sentence' }));

/** Of such characters most texts are made, and of these the rules of Unicode are few enough to stand here. */
const plain = /^[\t\v\f\x20-\x7e\xa0-\xac\xae-\xff\u2010-\u2023\u2025-\u2027\u2030-\u203a\u20a0-\u20bf\u2190-\u22ff]*$/;
/** A mark that may end a sentence, with the quotes, brackets and spaces behind it. */
const stops = /[.!?]["'()[\]{}«»‘-‟‹›]*[\t\v\f \xa0]*/g;
const cased = /[A-Za-zªµºÀ-ÖØ-öø-ÿ]/;
const lowerCaseAhead = /[^A-Za-zªµºÀ-ÖØ-öø-ÿ.!?]*[a-zªµºß-öø-ÿ]/y;

/** Whether a sentence goes on behind a mark at `stop`, at `next`: with a comma, with lower case, in "3.5" and "U.K". */
function goesOn(text: string, stop: number, next: number): boolean {
  const behind = text[next] ?? '';
  if (/[.!?,:;–—-]/.test(behind)) return true;
  if (text[stop] !== '.') return false;
  if (next === stop + 1 && (/\d/.test(behind) || (/[A-ZÀ-ÖØ-Þ]/.test(behind) && cased.test(text[stop - 1] ?? '')))) {
    return true;
  }
  lowerCaseAhead.lastIndex = next;
  return lowerCaseAhead.test(text);
}

/** A mark that ends a sentence, with more behind it, or a letter of a script that may have marks of its own. */
const mayHaveTwo = /^[^.!?]*[.!?][\s\S]*?[\p{L}\p{N}]|[^\0-\u02ff\u2000-\u22ff]/u;

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
  const sentences = sentencesOf(text);
  const last = sentences[countBefore(sentences, ({ from }) => from <= offset) - 1];
  return last && offset < last.to ? last : { from: 0, to: text.length, text };
}
