import { id } from 'built:id';
import { resolve } from 'node:path';
import type { Cache } from '../workspace/cache.ts';
import type { Config } from '../workspace/config.ts';
import { digestOf, fileDigest } from '../workspace/digest.ts';
import type { Candidate } from '../workspace/documents.ts';
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
  /** Called whenever a document is done. */
  readonly onDone?: () => void;
}

/** Starting a worker takes as long as judging so many characters does. */
const worthWorker = 400_000;

/**
 * Judges the documents of a run and gives what became of each, in their order. What has not changed since the last run is
 * taken from the cache, and the rest is divided among workers when it is much. Neither changes what is found.
 */
export async function judgeFiles(brief: Brief, files: readonly Candidate[], means: Means): Promise<Outcome[]> {
  const { cache, config, concurrency, onDone } = means;
  const isAlone = files.length === 1 && !cache;
  const heads = isAlone ? [] : await headsOf(brief.cwd, files);
  const neighbours = files.length < 2 ? [] : heads.flatMap(({ neighbour }) => neighbour ?? []);
  const ground = cache ? digestOf(id, JSON.stringify({ brief, neighbours, config })) : '';
  const keys = files.map(({ path, named }, index) => digestOf(ground, path, String(named), heads[index]?.digest ?? ''));
  const outcomes = files.map((file, index) => {
    const stored =
      cache && heads[index]?.digest ? cache.find(resolve(brief.cwd, file.path), keys[index] ?? '') : undefined;
    if (stored) onDone?.();
    return stored as Outcome | undefined;
  });
  const open = files.flatMap((file, index) => (outcomes[index] ? [] : [{ file, index }]));
  const finish = ({ outcome, files: read, looked }: Finished, place: number) => {
    const one = open[place];
    if (!one) return;
    outcomes[one.index] = outcome;
    onDone?.();
    if (!cache || outcome.state === 'failed' || !heads[one.index]?.digest) return;
    const digests = Object.fromEntries(read.map((path) => [path, fileDigest(path)]));
    const paths = Object.fromEntries(Object.entries(looked).map(([path, is]) => [resolve(brief.cwd, path), is]));
    cache.store(resolve(brief.cwd, one.file.path), keys[one.index] ?? '', { files: digests, paths }, outcome);
  };
  const length = open.reduce((sum, { index }) => sum + (heads[index]?.length ?? 0), 0);
  const workers = concurrency ?? Math.min(threads(), Math.floor(length / worthWorker) + 1);
  const jobs = open.map(({ file }) => file);
  if (workers > 1) {
    const told: Told = { brief, neighbours };
    await shareOut(new URL('./worker.cjs', import.meta.url), told, jobs, workers, finish);
  } else if (jobs.length > 0) {
    const { judgeFor } = await import('./brief.ts');
    const judgeOne = await judgeFor(brief, neighbours);
    for (const [place, job] of jobs.entries()) finish(await judgeOne(job), place);
  }
  return outcomes.flatMap((one) => one ?? []);
}
