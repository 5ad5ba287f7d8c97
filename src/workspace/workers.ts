import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { settleIn } from './engine.ts';

/** How many threads the machine can run at once. */
export function threads(): number {
  return availableParallelism();
}

/** How many jobs a worker is given at a time: few, so that all end at about the same time. */
const batch = 8;

/** In MiB. The more room V8 has, the longer it waits before it collects garbage: without bounds a worker takes twice as much. */
const room = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/** How work is divided: tasks, each with a job that is plain data. */
export interface Division<Task, Job, Result> {
  /** A module that calls `serve`, and the plain data that it gets. */
  readonly program: URL;
  readonly data: unknown;
  /** How many threads work at once. One is this one; more are workers. */
  readonly threads: number;
  readonly jobOf: (task: Task) => Job;
  /** Makes ready what does a job in this thread; called only where this thread has to. */
  readonly own: () => Promise<(job: Job) => Promise<Result>>;
  /** Told as soon as a job is done, in whatever order. */
  readonly onResult: (result: Result, task: Task) => void;
}

/**
 * Has tasks done by some workers at once, or all of them by this thread. Beside workers this one does only what is too much
 * for a worker's memory. An error in a worker ends all of them and rejects.
 */
export async function shareOut<Task, Job, Result>(
  tasks: readonly Task[],
  { program, data, threads, jobOf, own, onResult }: Division<Task, Job, Result>,
): Promise<void> {
  const open = [...tasks];
  const count = threads === 1 ? 0 : Math.min(threads, Math.ceil(open.length / batch));
  const workers = Array.from({ length: count }, () => new Worker(program, { workerData: data, resourceLimits: room }));
  const tooLarge: Task[] = [];
  const beginners = new Set(workers);
  let free = () => {};
  const served = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        let given: Task[] = [];
        const giveMore = () => {
          given = open.splice(0, batch);
          worker.postMessage(given.map(jobOf));
          if (given.length === 0) resolve();
        };
        worker.on('message', (results: readonly Result[]) => {
          if (beginners.delete(worker) && beginners.size === 0) free = settleIn(count);
          for (const [index, task] of given.entries()) {
            const result = results[index];
            if (result !== undefined) onResult(result, task);
          }
          giveMore();
        });
        worker.on('error', (error) => {
          if (!isOutOfMemory(error)) return reject(error);
          tooLarge.push(...given);
          resolve();
        });
        worker.on('exit', () => reject(new Error('a worker ended before its work was done')));
        giveMore();
      }),
  );
  try {
    await Promise.all(served);
    const rest = [...tooLarge, ...open];
    if (count > 0 && rest.length === 0) return;
    const work = await own();
    for (const [index, task] of rest.entries()) {
      onResult(await work(jobOf(task)), task);
      if (index === 0 && count === 0) free = settleIn(count);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    free();
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Does the jobs that the main thread hands out, until there are no more. `start` gets the data that goes to every worker. */
export function serve<Data, Job, Result>(start: (data: Data) => Promise<(job: Job) => Promise<Result>>): void {
  const port = parentPort;
  if (isMainThread || !port) return;
  const ready = start(workerData);
  port.on('message', async (jobs: readonly Job[]) => {
    if (jobs.length === 0) return;
    const work = await ready;
    const results: Result[] = [];
    for (const job of jobs) results.push(await work(job));
    port.postMessage(results);
  });
}
