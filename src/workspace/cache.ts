import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asciiJson, fromAsciiJson } from './ascii-json.ts';
import { digestOf, fileDigest } from './digest.ts';
import { keep } from './keep.ts';

/** What a result rests on, beside its key: framework files by their digests, and paths by whether something is there. */
export interface Grounds {
  readonly files: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, boolean>>;
}

/** A result, as a value and as what `asciiJson` made of it. */
export interface Stored {
  readonly value: unknown;
  readonly json: Uint8Array;
}

/** Results of earlier runs, one for each document, or framework file of the user's: the newest. */
export interface Cache {
  /** The result that was stored for a document under a key, if what it rests on is as it was. */
  readonly find: (document: string, key: string) => Stored | undefined;
  readonly store: (document: string, key: string, grounds: Grounds, json: Uint8Array) => void;
}

/**
 * The cache in a folder. What is made of frameworks holds code, so it may be kept in the user's own folder only. A cache
 * that cannot be read or written, or that holds what is none of ours, is no cache: nothing is said of it, for the work is
 * then done anew. Each result is a file that is renamed into place, so that two runs at once never see half of one.
 */
export function cacheIn(folder: string, kind: 'results' | 'frameworks' = 'results'): Cache {
  const results = join(folder, kind);
  const fileFor = (document: string) => join(results, `${digestOf(document)}.json`);
  return {
    find: (document, key) => {
      try {
        return storedUnder(key, readFileSync(fileFor(document)));
      } catch {
        return undefined;
      }
    },
    store: (document, key, grounds, json) => {
      const body = Buffer.concat([asciiJson({ key, grounds } satisfies Terms), lineFeed, json]);
      keep(fileFor(document), Buffer.concat([Buffer.from(digestOf(body)), lineFeed, body]));
    },
  };
}

/** On which a result may be used again. */
interface Terms {
  readonly key: string;
  readonly grounds: Grounds;
}

const lineFeed = Buffer.from('\n');

/** An entry has three lines: the digest of the others, so that one that was cut or changed is told, its terms, and the result. */
function storedUnder(key: string, entry: Buffer): Stored | undefined {
  const [digest, body] = atLineFeed(entry);
  if (digest.toString() !== digestOf(body)) return undefined;
  const [head, json] = atLineFeed(body);
  const terms = fromAsciiJson<Terms>(head);
  return terms.key === key && stillHolds(terms.grounds) ? { value: fromAsciiJson(json), json } : undefined;
}

/** What stands before and behind the first line feed. */
function atLineFeed(bytes: Buffer): readonly [Buffer, Buffer] {
  const end = bytes.indexOf(lineFeed);
  return [bytes.subarray(0, end), bytes.subarray(end + 1)];
}

function stillHolds({ files, paths }: Grounds): boolean {
  return (
    Object.entries(paths).every(([path, was]) => existsSync(path) === was) &&
    Object.entries(files).every(([path, digest]) => fileDigest(path) === digest)
  );
}
