import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { settleIn } from './engine.ts';
import { codeOf } from './failure.ts';

/** How many threads the machine can run at once. */
export function threads(): number {
  return availableParallelism();
}

/** How many jobs a worker is given at a time at most: few, so that all end at about the same time. */
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
  const share = Math.max(1, Math.min(batch, Math.ceil(open.length / threads)));
  const busy = Math.min(threads, Math.ceil(open.length / share));
  // A single worker would do what this thread can, and has to start.
  const count = busy > 1 ? busy : 0;
  const workers = Array.from({ length: count }, () => new Worker(program, { workerData: data, resourceLimits: room }));
  const tooLarge: Task[] = [];
  const beginners = new Set(workers);
  let setBack = () => {};
  const hasBegun = (worker: Worker) => {
    if (beginners.delete(worker) && beginners.size === 0) setBack = settleIn();
  };
  const served = workers.map((worker) =>
    keepBusy<Task, Job, Result>(worker, {
      jobOf,
      onResult,
      take: () => open.splice(0, share),
      onBegun: () => hasBegun(worker),
      onTooLarge: (given) => tooLarge.push(...given),
    }),
  );
  try {
    await Promise.all(served);
    setBack();
    const rest = [...tooLarge, ...open];
    if (count > 0 && rest.length === 0) return;
    const work = await own();
    for (const task of rest) onResult(await work(jobOf(task)), task);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    setBack();
  }
}

interface Post<Task, Job, Result> extends Pick<Division<Task, Job, Result>, 'jobOf' | 'onResult'> {
  /** The next tasks; none where all are given. */
  readonly take: () => Task[];
  /** Told when the worker has begun, and again with each sign of it. */
  readonly onBegun: () => void;
  /** Told which tasks a worker was given when its memory ran out. */
  readonly onTooLarge: (given: readonly Task[]) => void;
}

/** Gives a worker tasks until none are left, or its memory runs out. */
function keepBusy<Task, Job, Result>(
  worker: Worker,
  { jobOf, onResult, take, onBegun, onTooLarge }: Post<Task, Job, Result>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let given: Task[] = [];
    const giveMore = () => {
      given = take();
      worker.postMessage(given.map(jobOf));
      if (given.length === 0) resolve();
    };
    worker.on('message', (results: readonly Result[]) => {
      onBegun();
      try {
        for (const [index, task] of given.entries()) {
          const result = results[index];
          if (result !== undefined) onResult(result, task);
        }
        giveMore();
      } catch (error) {
        reject(error);
      }
    });
    worker.on('messageerror', reject);
    worker.on('error', (error) => {
      if (codeOf(error) !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
      onBegun();
      onTooLarge(given);
      resolve();
    });
    worker.on('exit', () => reject(new Error('a worker ended before its work was done')));
    giveMore();
  });
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
