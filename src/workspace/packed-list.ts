import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fromAsciiJson } from './ascii-json.ts';

/** Values that are plain data, in order. They may be gone through more than once. */
export interface PackedList<T> extends Iterable<T> {
  /** Keeps what `asciiJson` made of a value, by its place in the list. */
  readonly put: (index: number, json: Uint8Array) => void;
}

/** Neighbours, which are packed as soon as all of them are there. */
type Crate = { readonly loose: (Uint8Array | undefined)[] } | { readonly packed: Buffer };

/** How many values are in a crate. Results are much alike, so that together they take a fortieth of the room. */
const crateful = 50;

/**
 * Holds many values in little memory: a value also keeps the text alive that something in it is cut from. They are unpacked
 * crate by crate, whenever somebody goes through them.
 */
export function packedList<T>(): PackedList<T> {
  const crates: (Crate | undefined)[] = [];
  return {
    put: (index, json) => {
      const place = Math.floor(index / crateful);
      const crate = crates[place] ?? { loose: [] };
      if ('packed' in crate) return;
      crate.loose[index % crateful] = json;
      const isFull = crate.loose.length === crateful && !crate.loose.includes(undefined);
      crates[place] = isFull ? { packed: deflateRawSync(listOf(crate.loose)) } : crate;
    },
    *[Symbol.iterator]() {
      for (const crate of crates)
        if (crate) yield* valuesIn<T>('packed' in crate ? inflateRawSync(crate.packed) : listOf(crate.loose));
    },
  };
}

/** A line of JSON for each value; what is not there yet is left out. No line break is left as it is in JSON. */
function listOf(values: readonly (Uint8Array | undefined)[]): Buffer {
  return Buffer.concat(values.flatMap((one) => (one ? [one, lineEnd] : [])));
}

/** The values of such lines, each read when it is asked for, so that no more than one of them is in memory. */
function* valuesIn<T>(lines: Buffer): Generator<T> {
  for (let from = 0; from < lines.length; ) {
    const to = lines.indexOf(lineEnd, from);
    yield fromAsciiJson<T>(lines.subarray(from, to));
    from = to + lineEnd.length;
  }
}

const lineEnd = Buffer.from('\n');
