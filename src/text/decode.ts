import { limits, tooLong } from './limits.ts';
import { createSource, pointAt, type Source } from './source.ts';
import type { Point } from './span.ts';

/** The bytes of a file, read as text or refused. `remedy` says what the user can do. */
export type Decoded =
  | { readonly state: 'read'; readonly source: Source }
  | {
      readonly state: 'refused';
      readonly problem: string;
      readonly remedy: string;
      readonly at?: Point;
    };

/** Reads bytes as UTF-8 text, if there are not too many. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  if (bytes.length > limits.bytes) {
    const { problem, remedy } = tooLong(bytes.length);
    return refuse(problem, remedy);
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return refuse('is saved as UTF-16 (byte 1)', 'Save it again as UTF-8.');
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const before = createSource(path, new TextDecoder().decode(bytes.subarray(0, nul)));
    return refuse(
      `holds a NUL character (byte ${nul + 1})`,
      'It is perhaps not a text file, or was saved as UTF-16: save it again as UTF-8.',
      pointAt(before, before.text.length),
    );
  }
  return decodeUtf8(path, bytes);
}

function decodeUtf8(path: string, bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { state: 'read', source: createSource(path, text) };
  } catch {
    const bad = firstInvalidByte(bytes);
    const before = createSource(path, new TextDecoder().decode(bytes.subarray(0, bad)));
    const value = (bytes[bad] ?? 0).toString(16).padStart(2, '0');
    return refuse(
      `is not valid UTF-8 (byte ${bad + 1} is 0x${value})`,
      'Open it in your editor and save it again with the encoding UTF-8.',
      pointAt(before, before.text.length),
    );
  }
}

function refuse(problem: string, remedy: string, at?: Point): Decoded {
  return { state: 'refused', problem, remedy, ...(at && { at }) };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/**
 * The offset of the first byte that does not belong to a valid UTF-8 sequence. With `stream` the decoder forgives a
 * sequence that is cut off at the end; the last steps go back to where that one starts.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}

function isUtf8(bytes: Uint8Array, stream = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
