import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Letters that take one column each, of which most texts are made: no library is needed to measure those. */
const narrow = /^[\x20-\x7e“”‘’–—…£·›‹]*$/;

/** The columns that a text takes at a terminal. */
export function widthIn(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** What a reader takes for single letters, such as an emoji of several parts. */
export function lettersOf(text: string): string[] {
  if (narrow.test(text)) return text.split('');
  return [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
}

/** A text with spaces behind it, so that it takes at least `room` columns. */
export function pad(text: string, room: number): string {
  return text + ' '.repeat(Math.max(0, room - widthIn(text)));
}

/** A text in lines of at most `room` columns. */
export function wrapped(text: string, room: number): string[] {
  if (!narrow.test(text)) return wrapAnsi(text, room, { hard: true }).split('\n');
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    for (; line.length > room; line = line.slice(room)) lines.push(line.slice(0, room));
  }
  return [...lines, line];
}
