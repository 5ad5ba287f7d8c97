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

/** The sayings of those passages that are wanted, by their text and by what stands above it. Headings are none. */
export function sayingsOf(passages: readonly Passage[], wanted: (text: string, about: string) => boolean): Saying[] {
  let headings: readonly Passage[] = [];
  let line = '';
  let before = '';
  return passages.flatMap((passage, index): Saying[] => {
    const { prose, kind, label, level } = passage;
    const { text } = prose;
    if (kind === 'heading') {
      const isTitle = index === 0 && level === 1;
      headings = isTitle ? [] : [...headings.filter((one) => one.level < level), passage];
      line = '';
      before = '';
      return [];
    }
    // A bold line without more works like a heading.
    if (label !== '' && label === text.trim().replace(/\s*[:.]$/, '')) line = label;
    const about = [...headings.map((one) => one.prose.text), line, label].filter(Boolean).join(' | ');
    const previous = before;
    before = text.slice(-200);
    if (!wanted(text, about)) return [];
    const pieces = sentencesOf(text).flatMap(({ from, text: sentence }) => clausesOf(sentence, from));
    return pieces.map((piece, position) => ({
      ...piece,
      about,
      label,
      before: pieces[position - 1]?.text ?? previous,
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
