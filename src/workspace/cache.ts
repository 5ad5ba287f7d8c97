import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

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

/** Where the cache lies when the user names no folder: where the system wants caches to be. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'sla');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'sla', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'sla');
  return join(homedir(), '.cache', 'sla');
}

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
