import { id } from 'built:id';
import { resolve } from 'node:path';
import { fromAsciiJson } from '../workspace/ascii-json.ts';
import type { Cache } from '../workspace/cache.ts';
import type { Config } from '../workspace/config.ts';
import { digestOf, fileDigest } from '../workspace/digest.ts';
import type { Candidate } from '../workspace/documents.ts';
import { packedList } from '../workspace/packed-list.ts';
import { shareOut, threads } from '../workspace/workers.ts';
import type { Brief, Finished, Outcome } from './brief.ts';
import { headsOf } from './heads.ts';

import type { Told } from './worker.ts';

/** What a run may use. */
export interface Means {
  /** Results of earlier runs; undefined where none are to be used. */
  readonly cache: Cache | undefined;
  /** What the repository says of all its documents. */
  readonly config: Config | undefined;
  /** How many threads to use; as many as the machine has, where it pays, when it is left out. */
  readonly concurrency?: number;
  /** Called whenever a document is done, with its place in the run; in whatever order. */
  readonly onDone: (outcome: Outcome, index: number) => void;
}

/** In bytes. A worker has to start, and its code to be compiled anew, before it helps; with less it does not pay. */
const worthWorker = 4_000_000;

/**
 * Judges the documents of a run and gives what became of each, in their order. What has not changed since the last run is
 * taken from the cache, and the rest is divided among workers when it is much. Neither changes what is found.
 */
export async function judgeFiles(brief: Brief, files: readonly Candidate[], means: Means): Promise<Iterable<Outcome>> {
  const { cache, config, onDone } = means;
  const isAlone = files.length === 1 && !cache;
  const isStored = cache !== undefined;
  const heads = isAlone ? [] : await headsOf(brief.cwd, files, isStored);
  const neighbours = files.length < 2 ? [] : heads.flatMap(({ neighbour }) => neighbour ?? []);
  const told: Told = { brief, neighbours, stored: isStored };
  const ground = cache ? digestOf(id, JSON.stringify({ told, config })) : '';
  const documents = files.map((file, index): OpenDocument => {
    const { digest, size = 0 } = heads[index] ?? {};
    const key = digest === undefined ? undefined : digestOf(ground, file.path, String(file.named), digest);
    return { file, index, path: resolve(brief.cwd, file.path), digest, size, key };
  });
  const outcomes = packedList<Outcome>();
  const done = (index: number, outcome: Outcome, json: Uint8Array) => {
    outcomes.put(index, json);
    onDone(outcome, index);
  };
  const open = documents.filter(({ index, path, key }) => {
    const stored = key === undefined ? undefined : cache?.find(path, key);
    if (stored) done(index, stored.value as Outcome, stored.json);
    return !stored;
  });
  // What is wrong with the settings or the framework of the command line is told even when there is nothing to judge.
  if (open.length > 0 || files.length === 0) {
    await judgeOpen(told, open, means, (finished, { index, path, key, digest }) => {
      const { outcome: json, looked } = finished;
      const outcome = fromAsciiJson<Outcome>(json);
      done(index, outcome, json);
      // A document that has changed since its digest was taken is another one.
      if (!cache || key === undefined || outcome.state === 'failed' || finished.digest !== digest) return;
      const read = Object.fromEntries(finished.files.map((one) => [one, fileDigest(one)]));
      const paths = Object.fromEntries(Object.entries(looked).map(([one, is]) => [resolve(brief.cwd, one), is]));
      cache.store(path, key, { files: read, paths }, json);
    });
  }
  return outcomes;
}

/** A document of a run, before it is judged. */
interface OpenDocument {
  readonly file: Candidate;
  readonly index: number;
  /** Its full path. */
  readonly path: string;
  readonly digest: string | undefined;
  /** In bytes. */
  readonly size: number;
  /** Under which its result is stored; undefined where it cannot be read, or no result is stored. */
  readonly key: string | undefined;
}

/** Judges what is not in the cache, in workers where there is enough for them, else in this thread. */
async function judgeOpen(
  told: Told,
  open: readonly OpenDocument[],
  { concurrency }: Means,
  onFinished: (finished: Finished, document: OpenDocument) => void,
): Promise<void> {
  const size = open.reduce((sum, one) => sum + one.size, 0);
  await shareOut(open, {
    program: new URL('./worker.cjs', import.meta.url),
    data: told,
    threads: concurrency ?? Math.min(threads(), Math.floor(size / worthWorker) + 1),
    own: async () => {
      const { judgeFor } = await import('./brief.ts');
      return judgeFor(told.brief, told.neighbours, told.stored);
    },
    jobOf: ({ file }) => file,
    onResult: onFinished,
  });
}
