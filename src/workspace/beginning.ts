import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** How a file begins. */
export interface Beginning {
  /** Good until the buffer is used again. */
  readonly bytes: Buffer;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

/** Reads as much of a file as goes into a buffer; undefined when it cannot be read, which is told where it is read in full. */
export function beginningOf(path: string, buffer: Buffer): Beginning | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    return { bytes: buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0)), size };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
