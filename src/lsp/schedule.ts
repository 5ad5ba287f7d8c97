/** Lets what else waits have its turn: the next message of the editor. */
export function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Runs a job for each key some time after it was last asked for. */
export interface Schedule {
  readonly ask: (key: string, milliseconds: number) => void;
  readonly cancel: (key: string) => void;
}

/** A schedule whose jobs handle their own failures. */
export function scheduleOf(job: (key: string) => Promise<void>): Schedule {
  const timers = new Map<string, NodeJS.Timeout>();
  const cancel = (key: string) => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  return {
    cancel,
    ask: (key, milliseconds) => {
      cancel(key);
      const run = () => {
        timers.delete(key);
        void job(key);
      };
      timers.set(key, setTimeout(run, milliseconds));
    },
  };
}
