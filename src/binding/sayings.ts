import type { Prose } from '../document/prose.ts';
import { sentencesOf } from '../text/sentence.ts';
import type { Passage } from './passages.ts';

/** A sentence of the authors', a part of one that a semicolon ends, or such a piece of a cell. */
export interface Saying {
  readonly text: string;
  /** The headings, the bold line and the label that it stands under, without the document's title. */
  readonly about: string;
  /** Of these the label alone: a lead-in, or the heading of its column and the first cell of its row. */
  readonly label: string;
  /** What is said right before it below the same heading. */
  readonly before: string;
  /** The passage that it is a part of, and where it starts there. */
  readonly prose: Prose;
  readonly from: number;
}

/** The sayings of some passages. Headings are none. */
export function sayingsOf(passages: readonly Passage[]): Saying[] {
  return passages.flatMap(({ prose, kind, label, about, before }): Saying[] => {
    if (kind === 'heading') return [];
    const pieces = sentencesOf(prose.text).flatMap(({ from, text: sentence }) => clausesOf(sentence, from));
    return pieces.map(({ text, from }, position) => ({
      text,
      from,
      about,
      label,
      before: pieces[position - 1]?.text ?? before,
      prose,
    }));
  });
}

function clausesOf(sentence: string, from: number): { readonly text: string; readonly from: number }[] {
  const ends = [...sentence.matchAll(/;\s+/g)].map(({ index, 0: { length } }) => index + length);
  return [0, ...ends].flatMap((start, index) => {
    const text = sentence.slice(start, ends[index]).trimEnd();
    return text === '' ? [] : [{ text, from: from + start }];
  });
}
