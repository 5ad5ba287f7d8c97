import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Values that are plain data, in order. They may be gone through more than once. */
export interface PackedList<T> extends Iterable<T> {
  /** Keeps a value, by its place in the list. */
  readonly put: (index: number, value: T) => void;
}

/** Neighbours, which are packed as soon as all of them are there. */
type Crate<T> = { readonly loose: (T | undefined)[] } | { readonly packed: Uint8Array };

/** How many values are in a crate. Results are much alike, so that together they take little room; more make no difference. */
const crateful = 20;

/**
 * Holds many values in little memory. Loose ones also keep the texts alive that they are cut from; packed ones are unpacked
 * crate by crate, whenever somebody goes through them.
 */
export function packedList<T extends object>(): PackedList<T> {
  const crates: (Crate<T> | undefined)[] = [];
  return {
    put: (index, value) => {
      const place = Math.floor(index / crateful);
      const crate = crates[place] ?? { loose: [] };
      if ('packed' in crate) return;
      crate.loose[index % crateful] = value;
      const isFull = crate.loose.length === crateful && !crate.loose.includes(undefined);
      crates[place] = isFull ? { packed: pack(crate.loose) } : crate;
    },
    *[Symbol.iterator]() {
      for (const crate of crates) {
        if (crate) yield* 'packed' in crate ? unpack<T>(crate.packed) : crate.loose.flatMap((one) => one ?? []);
      }
    },
  };
}

function pack(values: readonly unknown[]): Uint8Array {
  return deflateRawSync(JSON.stringify(values), { level: 1 });
}

function unpack<T>(packed: Uint8Array): T[] {
  return JSON.parse(inflateRawSync(packed).toString());
}
