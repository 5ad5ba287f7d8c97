import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { inject, test } from 'vitest';
import { check } from '../src/check/check.ts';
import { parseData } from '../src/data/parse.ts';
import { scaffold } from '../src/scaffold/scaffold.ts';
import { decode } from '../src/text/decode.ts';
import { anyDocument, anyWords, damaged, damagedBytes, markdownLine, yamlLine } from './arbitraries.ts';
import { filesBelow, markdownFiles, root } from './files.ts';
import { everyLawHolds } from './laws.ts';
import { read, shipped } from './sla.ts';

declare module 'vitest' {
  interface ProvidedContext {
    fuzz: { runs: number; seconds: number; seed: number };
  }
}

/** Run by `npm run fuzz`, not by the suite: what is drawn differs from run to run, and it goes on as long as it is told to. */
const { runs, seconds, seed } = inject('fuzz');
const texts = markdownFiles().map(([, text]) => text);
const dataFiles = ['schemas', 'examples']
  .flatMap((folder) => filesBelow(join(root, folder)))
  .filter((path) => /\.(?:yaml|yml|json)$/.test(path))
  .map((path) => readFileSync(path));

function fuzz<T>(title: string, arbitrary: Arbitrary<T>, law: (value: T) => void): void {
  test(title, () => {
    const limit = { numRuns: runs, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false };
    const run = fc.check(fc.property(arbitrary, law), { ...limit, seed });
    console.log(`${title}: ${run.numRuns} tried, seed ${run.seed}`);
    if (!run.failed || run.counterexample === null) return;
    const [found] = run.counterexample;
    if (typeof found === 'string') keep(found, run.seed);
    throw new Error(firstLines(String(run.errorInstance)));
  });
}

/** What an assertion says at its start; its difference of two documents would fill pages. */
function firstLines(words: string): string {
  return words.split('\n').slice(0, 40).join('\n').slice(0, 2000);
}

/** A text that breaks a law is put where it becomes a fixture when it is given a name. */
function keep(text: string, found: number): void {
  const folder = join(root, 'test/fixtures/fuzz');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `found-${Math.abs(found)}.md`);
  writeFileSync(path, text);
  console.log(`Kept as ${path.slice(root.length)}. Name it after what was wrong, and mend that.`);
}

fuzz('documents by a framework', anyDocument, everyLawHolds);
fuzz(
  'lines of Markdown',
  fc.array(markdownLine, { maxLength: 20 }).map((lines) => lines.join('\n')),
  everyLawHolds,
);
fuzz(
  'words',
  fc.array(anyWords, { maxLength: 12 }).map((all) => all.join('')),
  everyLawHolds,
);
fuzz('damaged documents', fc.constantFrom(...texts).chain(damaged), everyLawHolds);
fuzz(
  'YAML',
  fc.array(fc.oneof(yamlLine, anyWords), { maxLength: 12 }).map((all) => `---\n${all.join('\n')}\n---\n\n# A\n`),
  everyLawHolds,
);

fuzz('damaged bytes', fc.constantFrom(...texts.map((text) => Buffer.from(text))).chain(damagedBytes), (bytes) => {
  const decoded = decode('a.md', bytes);
  if (decoded.state === 'read') everyLawHolds(decoded.source.text);
});

fuzz('damaged data files', fc.constantFrom(...dataFiles).chain(damagedBytes), (bytes) => {
  const decoded = decode('a.yaml', bytes);
  if (decoded.state === 'read') parseData(decoded.source);
});

// Empty answers are none, so nothing asks for a draft with them.
const name = fc
  .string({ unit: fc.constantFrom(...'aB é字\n-*_`[]()<>|#:"\'{}&!'), maxLength: 30 })
  .map((text) => `N${text}`);
const answers = fc.record(
  {
    title: name,
    parties: fc.array(fc.record({ name }), { maxLength: 3 }),
    systems: fc.array(fc.record({ name }), { maxLength: 2 }),
    surveillance: fc.subarray(['cctv', 'anpr', 'drone', 'covert', 'body-worn-video', 'facial-recognition'], {
      minLength: 1,
    }),
  },
  { requiredKeys: [] },
);
fuzz('first drafts', fc.tuple(fc.constantFrom(...shipped), answers), ([framework, given]) => {
  // A self-assessment is that of one party.
  const most = framework.name === 'self-assessment' ? 1 : 3;
  const draft = scaffold(framework, { ...given, ...(given.parties && { parties: given.parties.slice(0, most) }) });
  const { findings } = check(read(draft), framework, { today: '2026-03-12' });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(`${errors.map(({ rule, text }) => `${rule}: ${text}`).join('\n')}\n${JSON.stringify(given)}`);
});
