/** A place in a text, as in unist: line and column from 1, offset from 0, both counted in UTF-16 code units. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a text, from `start` up to but without `end`. */
export interface Span {
  readonly start: Point;
  readonly end: Point;
}

/** The stretch from the start of the first span to the end of the last. */
export function joinSpans(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}
