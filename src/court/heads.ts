import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Neighbour } from '../rules/rule.ts';
import type { Source } from '../text/source.ts';
import { digestOf } from '../workspace/digest.ts';
import { type Candidate, readText } from '../workspace/documents.ts';
import { isFailure } from '../workspace/failure.ts';

/** What is known of a document before it is judged. */
export interface Head {
  /** A digest of its text; undefined where it cannot be read, or none is asked for. */
  readonly digest: string | undefined;
  /** In characters. */
  readonly length: number;
  /** What it is called, where its front matter says so. */
  readonly neighbour: Neighbour | undefined;
}

/** Reads documents no further than to know what they are called and, with digests, whether they have changed. */
export async function headsOf(cwd: string, files: readonly Candidate[], digests: boolean): Promise<Head[]> {
  const heads: Head[] = [];
  for (const [index, { path }] of files.entries()) {
    // An editor has more to do meanwhile.
    if (index % 100 === 99) await nextTurn();
    heads.push(headOf(cwd, path, digests));
  }
  return heads;
}

function headOf(cwd: string, path: string, digests: boolean): Head {
  try {
    const source = readText(cwd, path);
    const reference = referenceIn(source);
    return {
      digest: digests ? sourceDigest(source) : undefined,
      length: source.text.length,
      neighbour: reference === undefined ? undefined : { path, reference, retired: isRetired(source) },
    };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { digest: undefined, length: 0, neighbour: undefined };
  }
}

/** Tells a text from every other one. */
export function sourceDigest({ text, bom }: Source): string {
  return digestOf(text, String(bom));
}

/** The reference that a document's front matter gives it, read without parsing the whole. */
function referenceIn({ text }: Source): string | undefined {
  const head = /^---[ \t]*\r?\n([\s\S]{0,20000}?)^(?:---|\.\.\.)[ \t]*$/m.exec(text)?.[1];
  const written = head && /^reference:[ \t]*(\S.*?)[ \t]*(?:#.*)?$/m.exec(head)?.[1];
  // A copy, for what is cut from a text keeps all of it in memory.
  return written ? Buffer.from(written.replace(/^(["'])(.*)\1$/, '$2')).toString() : undefined;
}

function isRetired({ text }: Source): boolean {
  return /^status:[ \t]*["']?(?:superseded|ended)\b/m.test(text.slice(0, 20000));
}
