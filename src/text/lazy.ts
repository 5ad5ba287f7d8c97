/** What `flatMap` would make of some values, made anew each time that somebody goes through it, and never held as a whole. */
export function flatMapped<A, B>(values: Iterable<A>, make: (value: A) => Iterable<B>): Iterable<B> {
  return {
    *[Symbol.iterator]() {
      for (const value of values) yield* make(value);
    },
  };
}

/** In characters. */
const chunk = 65_536;

/** Small pieces of a text put together, for each write costs as much as many letters. */
export function* inChunks(pieces: Iterable<string>): Iterable<string> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < chunk) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered) yield gathered;
}
