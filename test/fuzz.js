// @ts-check
// Looks for texts that break a law of the tool: `npm run fuzz -- --seconds 60`. Each kind of text is tried until either
// bound is reached; a text that breaks a law is made small and kept in test/fixtures/fuzz.
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    kind: { type: 'string' },
  },
});
const [runs, seconds] = [Number(values.runs), Number(values.seconds)];
if (!(runs > 0 && seconds > 0)) {
  console.error('npm run fuzz -- [--runs N] [--seconds N] [--seed N] [--kind WORDS]: both bounds are numbers above 0');
  process.exit(2);
}
const vitest = await startVitest('test', [], {
  watch: false,
  include: ['test/laws.fuzz.ts'],
  testTimeout: 0,
  disableConsoleIntercept: true,
  provide: { fuzz: { runs, seconds, seed: Number(values.seed ?? Date.now() % 2 ** 31) } },
  ...(values.kind !== undefined && { testNamePattern: values.kind }),
});
await vitest.close();
