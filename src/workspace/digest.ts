import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { limits } from '../text/limits.ts';

/** A digest of some parts that no other parts have. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}

/** The digest of a file; the empty text where it cannot be read, is no ordinary file, or is longer than any that is read. */
export function fileDigest(path: string): string {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= limits.bytes ? digestOf(readFileSync(path)) : '';
  } catch {
    return '';
  }
}
