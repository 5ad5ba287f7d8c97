import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, fileDigest } from './digest.ts';
import { keep } from './keep.ts';

/** What a result rests on, beside its key: framework files by their digests, and paths by whether something is there. */
export interface Grounds {
  readonly files: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, boolean>>;
}

/** Results of earlier runs, one for each document, or framework file of the user's: the newest. */
export interface Cache {
  /** The result that was stored for a document under a key, if what it rests on is as it was. */
  readonly find: (document: string, key: string) => unknown;
  readonly store: (document: string, key: string, grounds: Grounds, result: unknown) => void;
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
      const entry = readEntry(fileFor(document));
      return entry?.key === key && stillHolds(entry.grounds) ? entry.result : undefined;
    },
    store: (document, key, grounds, result) => {
      const text = JSON.stringify({ key, grounds, result });
      keep(fileFor(document), `${digestOf(text)}\n${text}`);
    },
  };
}

interface Entry {
  readonly key: string;
  readonly grounds: Grounds;
  readonly result: unknown;
}

/** An entry starts with the digest of what follows, so that one that was cut or changed is told. */
function readEntry(file: string): Entry | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === digestOf(body) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

function stillHolds({ files, paths }: Grounds): boolean {
  return (
    Object.entries(paths).every(([path, was]) => existsSync(path) === was) &&
    Object.entries(files).every(([path, digest]) => fileDigest(path) === digest)
  );
}
