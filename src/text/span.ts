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

/** Whether a span lies in another one. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

/** Whether an offset stands in a span, or right behind it. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start.offset <= offset && offset <= end.offset;
}

/** The stretch from the start of the first span to the end of the last. */
export function joinSpans(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}
