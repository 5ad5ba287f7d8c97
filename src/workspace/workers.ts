import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** How many threads the machine can run at once. */
export function threads(): number {
  return availableParallelism();
}

/** How many jobs a worker is given at a time: few, so that all end at about the same time. */
const batch = 8;

interface Answer<T> {
  readonly index: number;
  readonly result: T;
}

/**
 * Has jobs done by some workers at once, and gives the results in the order of the jobs. `program` is a module that calls
 * `serve`; it gets `data`. What goes to and fro is plain data. An error in a worker ends all of them and rejects.
 */
export async function shareOut<J, T>(
  program: URL,
  data: unknown,
  jobs: readonly J[],
  count: number,
  onResult: (result: T, index: number) => void,
): Promise<void> {
  let next = 0;
  const workers = Array.from({ length: Math.min(count, jobs.length) }, () => new Worker(program, { workerData: data }));
  const done = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        const giveMore = () => {
          const given = jobs.slice(next, next + batch).map((job, offset) => ({ index: next + offset, job }));
          next += given.length;
          worker.postMessage(given);
          if (given.length === 0) resolve();
        };
        worker.on('message', (answers: readonly Answer<T>[]) => {
          for (const { index, result } of answers) onResult(result, index);
          giveMore();
        });
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error('a worker ended before its work was done')));
        giveMore();
      }),
  );
  try {
    await Promise.all(done);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Does the jobs that the main thread hands out, until there are no more. `start` gets the data that goes to every worker. */
export function serve<D, J, T>(start: (data: D) => Promise<(job: J) => Promise<T>>): void {
  const port = parentPort;
  if (isMainThread || !port) return;
  const ready = start(workerData);
  port.on('message', async (given: readonly { readonly index: number; readonly job: J }[]) => {
    if (given.length === 0) return;
    const work = await ready;
    const answers: Answer<T>[] = [];
    for (const { index, job } of given) answers.push({ index, result: await work(job) });
    port.postMessage(answers);
  });
}
