import { expect, test } from 'vitest';
import { shareOut } from '../src/workspace/workers.ts';

/** A worker that squares numbers, and that a negative one is too much for: it needs more memory than a worker may take. */
const program = new URL(`data:text/javascript,
  import { parentPort } from 'node:worker_threads';
  const memory = [];
  parentPort.on('message', (jobs) => {
    while (jobs.some((job) => job < 0)) memory.push(new Array(1_000_000).fill(memory.length));
    if (jobs.length > 0) parentPort.postMessage(jobs.map((job) => job * job));
  });`);

async function squaresOf(numbers: readonly number[], threads: number) {
  const found = new Map<number, number[]>();
  const here: number[] = [];
  await shareOut(numbers, {
    program,
    data: undefined,
    threads,
    jobOf: (task) => task,
    own: async () => async (job) => {
      here.push(job);
      return job * job;
    },
    onResult: (result: number, task) => found.set(task, [...(found.get(task) ?? []), result]),
  });
  expect([...found].sort(([a], [b]) => a - b)).toEqual(
    [...numbers].sort((a, b) => a - b).map((one) => [one, [one * one]]),
  );
  return here;
}

const numbers = Array.from({ length: 100 }, (_one, index) => index);

test('one thread does all by itself, in order', async () => {
  expect(await squaresOf(numbers, 1)).toEqual(numbers);
});

test.each([2, 3, 30])('%i workers do all, each once', async (threads) => {
  expect(await squaresOf(numbers, threads)).toEqual([]);
});

test('what is too much for a worker’s memory is done here', async () => {
  expect(await squaresOf([...numbers, -1, ...numbers.map((one) => one + 1000)], 2)).toContain(-1);
}, 60_000);

test('any other error in a worker ends the work', async () => {
  const broken = new URL('data:text/javascript,throw new Error("broken")');
  const own = async () => async () => 0;
  const division = {
    program: broken,
    data: undefined,
    threads: 2,
    jobOf: (one: number) => one,
    own,
    onResult: () => {},
  };
  await expect(shareOut(numbers, division)).rejects.toThrow('broken');
});
