import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, fileDigest } from './digest.ts';

/** What a result rests on, beside its key: framework files by their digests, and paths by whether something is there. */
export interface Grounds {
  readonly files: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, boolean>>;
}

/** Results of earlier runs, one for each document: the newest. */
export interface Cache {
  /** The result that was stored for a document under a key, if what it rests on is as it was. */
  readonly find: (document: string, key: string) => unknown;
  readonly store: (document: string, key: string, grounds: Grounds, result: unknown) => void;
}

/**
 * The cache in a folder. A cache that cannot be read or written, or that holds what is none of ours, is no cache: nothing
 * is said of it, for the work is then done anew. Each result is a file that is renamed into place, so that two runs at
 * once never see half of one.
 */
export function cacheIn(folder: string): Cache {
  const results = join(folder, 'results');
  const fileFor = (document: string) => join(results, `${digestOf(document)}.json`);
  let isReady = false;
  return {
    find: (document, key) => {
      const entry = readEntry(fileFor(document));
      return entry?.key === key && stillHolds(entry.grounds) ? entry.result : undefined;
    },
    store: (document, key, grounds, result) => {
      try {
        if (!isReady) prepare(results);
        isReady = true;
        const text = JSON.stringify({ key, grounds, result });
        const file = fileFor(document);
        const aside = `${file}.${process.pid}.tmp`;
        writeFileSync(aside, `${digestOf(text)}\n${text}`);
        renameSync(aside, file);
      } catch {
        // The next run does the work again.
      }
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

const month = 30 * 86_400_000;

/** Makes the folder; once in a month what has not been written since the last time is taken out. */
function prepare(results: string): void {
  mkdirSync(results, { recursive: true });
  const mark = join(results, '.swept');
  const before = Date.now() - month;
  if (existsSync(mark) && statSync(mark).mtimeMs > before) return;
  for (const name of readdirSync(results)) {
    const file = join(results, name);
    if (statSync(file).mtimeMs < before) rmSync(file, { force: true });
  }
  writeFileSync(mark, '');
}
