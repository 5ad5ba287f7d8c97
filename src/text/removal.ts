import type { Edit } from './edits.ts';
import { lineText, type Source, spanAt } from './source.ts';
import type { Span } from './span.ts';

/**
 * Takes a place out so that nothing is left of it but the words around it: its whole lines and the empty line behind
 * them where nothing else stands there, else the place with the space on one side. Removals of two places never overlap.
 */
export function removalOf(source: Source, place: Span): Edit {
  return { at: emptied(source, place), text: '' };
}

function emptied(source: Source, { start, end }: Span): Span {
  const { text, lineStarts } = source;
  const startOf = (line: number) => (line < 1 ? 0 : (lineStarts[line - 1] ?? text.length));
  let from = start.offset;
  let to = end.offset;
  while (from > startOf(start.line) && /[ \t]/.test(text.charAt(from - 1))) from -= 1;
  while (/[ \t]/.test(text.charAt(to))) to += 1;
  if (from === startOf(start.line) && /^[\r\n]?$/.test(text.charAt(to))) {
    const isEmpty = (line: number) => line < 1 || lineText(source, line).trim() === '';
    if (!isEmpty(start.line - 1)) return spanAt(source, startOf(start.line), startOf(end.line + 1));
    return spanAt(source, startOf(start.line), startOf(end.line + (isEmpty(end.line + 1) ? 2 : 1)));
  }
  if (/^[\s.,;:!?)]?$/.test(text.charAt(end.offset))) return spanAt(source, from, end.offset);
  return spanAt(source, start.offset, to);
}
