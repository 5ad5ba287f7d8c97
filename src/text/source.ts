import { countBefore } from './sorted.ts';
import type { Point, Span } from './span.ts';

/** A text with its name. The text has no byte order mark; `bom` remembers that the file had one. */
export interface Source {
  /** As the user would write it: relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly bom: boolean;
  /** The offset at which each line starts. Lines end at LF, CRLF or CR. */
  readonly lineStarts: readonly number[];
}

/** Makes a source of a text; a leading byte order mark is set aside. */
export function createSource(path: string, raw: string): Source {
  const bom = raw.startsWith('\uFEFF');
  const text = bom ? raw.slice(1) : raw;
  return { path, text, bom, lineStarts: lineStartsOf(text) };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  const ending = /\r\n?|\n/g;
  while (ending.test(text)) starts.push(ending.lastIndex);
  return starts;
}

/** The line and column of an offset; offsets outside the text are moved to its nearer end. */
export function pointAt(source: Source, offset: number): Point {
  const wanted = Math.min(Math.max(offset, 0), source.text.length);
  const line = countBefore(source.lineStarts, (start) => start <= wanted);
  return { line, column: wanted - (source.lineStarts[line - 1] ?? 0) + 1, offset: wanted };
}

/** The span between two offsets. */
export function spanAt(source: Source, start: number, end: number): Span {
  const first = pointAt(source, start);
  const last = Math.max(start, end);
  const below = source.lineStarts[first.line] ?? source.text.length;
  // Most spans end in the line in which they start.
  if (last < first.offset || last >= below) return { start: first, end: pointAt(source, last) };
  return { start: first, end: { line: first.line, column: first.column + last - first.offset, offset: last } };
}

/** A line's text without its ending; the empty string for a line that does not exist. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  return source.text.slice(start, source.lineStarts[line] ?? source.text.length).replace(/[\r\n]+$/, '');
}

/** The span of a whole line without its ending. */
export function lineSpan(source: Source, line: number): Span {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  return spanAt(source, start, start + lineText(source, line).length);
}
