import type { Outcome } from '../court/brief.ts';
import { counted } from '../report/report.ts';
import type { Config } from '../workspace/config.ts';
import type { Candidate } from '../workspace/documents.ts';
import type { Io } from './io.ts';

/** Tells with `--debug` which configuration holds, and which files are passed over by their first lines. */
export function traceStart({ trace }: Io, config: Config | undefined, others: readonly Candidate[]): void {
  if (!trace) return;
  const place = config?.placeOf('').replace(/(?::\d+){2}$/, '');
  trace(place === undefined ? 'there is no configuration' : `the configuration is ${place}`);
  for (const { path } of others) trace(`${path}: passed over, for its front matter names no framework`);
}

/** Tells with `--debug` what became of each document. */
export function traceVerdicts({ trace }: Io, files: readonly Candidate[], outcomes: Iterable<Outcome>): void {
  if (!trace) return;
  let index = 0;
  for (const outcome of outcomes) {
    const fate = fateOf(outcome);
    if (fate !== undefined) trace(`${files[index]?.path}: ${fate}`);
    index += 1;
  }
}

function fateOf(outcome: Outcome): string | undefined {
  if (outcome.state === 'failed') return undefined;
  if (outcome.state === 'passed-over') return 'passed over, for its front matter names no framework of this program';
  const { framework, status, findings, suppressed } = outcome.report;
  const held = framework === undefined ? 'held against no framework' : `held against ${framework}`;
  return `${held} as ${status}, ${counted(findings.length, 'finding')}, ${suppressed.length} silenced`;
}
