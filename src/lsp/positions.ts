import type { Position, Range } from 'vscode-languageserver';
import { lineText, pointAt, type Source } from '../text/source.ts';
import type { Point, Span } from '../text/span.ts';

/** Translates places of a text into those of the protocol, in the units that client and server agreed on. */
export interface Positions {
  readonly position: (point: Point) => Position;
  readonly range: (span: Span) => Range;
  /** The place at a position; one outside of the text is moved into it. */
  readonly point: (position: Position) => Point;
}

/** How many units of each encoding some characters are. */
const measures = {
  'utf-8': (text: string) => Buffer.byteLength(text),
  'utf-16': (text: string) => text.length,
  'utf-32': (text: string) => [...text].length,
} as const;

/** What the characters of a line are counted in. */
export type Encoding = keyof typeof measures;

/** The encoding to use with a client that offers some: UTF-16, which is how texts are held here, where it may be. */
export function encodingFor(offered: readonly string[] | undefined): Encoding {
  const known = ['utf-16', 'utf-8', 'utf-32'] as const;
  return known.find((one) => offered?.includes(one)) ?? 'utf-16';
}

/** The translation for a text. A byte order mark, which the text is without, counts as a character of the first line. */
export function positionsOf(source: Source, encoding: Encoding): Positions {
  const measure = measures[encoding];
  const mark = (line: number) => (source.bom && line === 1 ? measure('\uFEFF') : 0);
  const position = ({ line, column, offset }: Point): Position => {
    const before = source.text.slice(offset - column + 1, offset);
    return { line: line - 1, character: mark(line) + measure(before) };
  };
  return {
    position,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
    point: ({ line, character }) => {
      if (line < 0) return pointAt(source, 0);
      if (line >= source.lineStarts.length) return pointAt(source, source.text.length);
      const start = source.lineStarts[line] ?? 0;
      return pointAt(source, start + unitsToColumn(lineText(source, line + 1), character - mark(line + 1), encoding));
    },
  };
}

/** The UTF-16 column, from 0, that so many units of an encoding reach; a character is never divided. */
export function unitsToColumn(text: string, units: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return Math.min(Math.max(0, units), text.length);
  const measure = measures[encoding];
  let column = 0;
  let counted = 0;
  for (const character of text) {
    counted += measure(character);
    if (counted > units) break;
    column += character.length;
  }
  return column;
}
