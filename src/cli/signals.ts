const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does work that must not be left half done: a signal that would end the program meanwhile ends it afterwards. */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  const held: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals) => held.push(signal);
  for (const signal of signals) process.on(signal, hold);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, hold);
    for (const signal of held.slice(0, 1)) process.kill(process.pid, signal);
  }
}
