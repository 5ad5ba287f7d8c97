import { lettersOf, widthIn } from './columns.ts';
import { isPrintable, printable } from './printable.ts';

/** A part of a line, and where in it the marks go. In columns. */
export interface Excerpt {
  readonly text: string;
  readonly indent: number;
  readonly marks: number;
}

/** The columns before a marked place that are shown when not all of them can be. */
const lead = 10;

/**
 * As much of a line as fits into `room` columns, with what stands from one offset to another in view. Nothing is cut through
 * that a reader takes for one letter.
 */
export function excerptOf(line: string, from: number, to: number, room: number): Excerpt {
  // No more of a line is looked at than can be shown: one line may be as long as a document.
  const reach = 4 * room;
  const before = shownLetters(line.slice(Math.max(0, from - reach), from));
  const marked = shownLetters(line.slice(from, Math.min(to, from + reach)));
  const after = shownLetters(line.slice(Math.max(from, to), from + reach));
  const isLong = from > reach || widthOf(before) > room - lead;
  const head = isLong ? fitting(before.toReversed(), lead).reverse() : before;
  const indent = widthOf(head);
  const tail = [...marked, ...after];
  const isCut = line.length > from + reach || widthOf(tail) > room - indent;
  const shown = isCut ? [...fitting(tail, room - indent - 1), '…'] : tail;
  const marks = Math.max(1, Math.min(widthOf(marked), widthOf(shown)));
  return { text: [...head, ...shown].join(''), indent, marks };
}

function shownLetters(text: string): string[] {
  const letters = lettersOf(text);
  return isPrintable(text) ? letters : letters.map(printable);
}

function widthOf(letters: readonly string[]): number {
  return letters.reduce((sum, letter) => sum + widthIn(letter), 0);
}

/** As many of the first letters as fit. */
function fitting(letters: readonly string[], room: number): string[] {
  let width = 0;
  const end = letters.findIndex((letter) => {
    width += widthIn(letter);
    return width > room;
  });
  return letters.slice(0, end < 0 ? letters.length : end);
}
