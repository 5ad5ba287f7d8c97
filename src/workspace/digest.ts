import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A digest of some parts that no other parts have. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}

/** The digest of a file; the empty text where it cannot be read. */
export function fileDigest(path: string): string {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return '';
  }
}
