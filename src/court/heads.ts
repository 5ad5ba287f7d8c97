import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Neighbour } from '../evidence/context.ts';
import { beginningOf } from '../workspace/beginning.ts';
import { digestOf } from '../workspace/digest.ts';
import { type Candidate, readBytes } from '../workspace/documents.ts';
import { isFailure } from '../workspace/failure.ts';

/** What is known of a document before it is judged. */
export interface Head {
  /** A digest of the file; undefined where it cannot be read, or none is asked for. */
  readonly digest: string | undefined;
  /** In bytes. */
  readonly size: number;
  /** What it is called, where its front matter says so. */
  readonly neighbour: Neighbour | undefined;
}

/** In bytes. Most front matter ends in the first, and what does not end in the second is not looked at. */
const usual = 4000;
const most = 20_000;

/** Reads documents no further than to know what they are called and, with digests, whether they have changed. */
export async function headsOf(cwd: string, files: readonly Candidate[], digests: boolean): Promise<Head[]> {
  const heads: Head[] = [];
  const buffer = Buffer.alloc(most);
  for (const [index, { path }] of files.entries()) {
    // An editor has more to do meanwhile.
    if (index % 100 === 99) await nextTurn();
    const bytes = digests ? bytesOf(cwd, path) : undefined;
    const read = bytes ? { bytes, size: bytes.length } : beginningOf(resolve(cwd, path), buffer);
    heads.push({
      digest: bytes && digestOf(bytes),
      size: read?.size ?? 0,
      neighbour: read && neighbourIn(path, read.bytes),
    });
  }
  return heads;
}

/** Undefined for a file that cannot be read, which is told where it is judged. */
function bytesOf(cwd: string, path: string): Buffer | undefined {
  try {
    return readBytes(cwd, path);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return undefined;
  }
}

/**
 * What the front matter that a file begins with says of it, read without parsing the whole. A letter stands for each byte,
 * which costs nothing, until it is known which few are wanted.
 */
function neighbourIn(path: string, bytes: Buffer): Neighbour | undefined {
  const head = headIn(bytes.toString('latin1', 0, usual)) ?? headIn(bytes.toString('latin1', 0, most)) ?? '';
  const [, written, inDouble, inSingle] =
    /^reference:[ \t]*((?:"([^"\r\n]*)"|'([^'\r\n]*)')?[^\r\n]*)$/m.exec(head) ?? [];
  const value = inDouble ?? inSingle ?? written?.split(/[ \t]#/)[0]?.trim();
  if (!value) return undefined;
  const reference = Buffer.from(value, 'latin1').toString();
  return { path, reference, retired: /^status:[ \t]*["']?(?:superseded|ended)\b/m.test(head) };
}

/**
 * The front matter of a text, a mark of its encoding before it or not. It is no `fenceOf`: the text is bytes that may be cut
 * off anywhere, and asked for twice, further the second time.
 */
function headIn(text: string): string | undefined {
  return /(?:\xef\xbb\xbf)?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/my.exec(text)?.[1];
}
