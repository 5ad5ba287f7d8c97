import type { Judged } from '../court/judge.ts';
import type { Project } from '../court/project.ts';
import { counted } from '../report/report.ts';
import type { Candidate } from '../workspace/documents.ts';
import type { Io } from './io.ts';

/** Tells with `--debug` which configuration holds, and which files are passed over by their first lines. */
export function traceStart({ trace }: Io, { config }: Project, others: readonly Candidate[]): void {
  if (!trace) return;
  const place = config?.placeOf('').replace(/(?::\d+){2}$/, '');
  trace(place === undefined ? 'there is no configuration' : `the configuration is ${place}`);
  for (const { path } of others) trace(`${path}: passed over, for its front matter names no framework`);
}

/** Tells with `--debug` what became of one document. */
export function traceVerdict({ trace }: Io, path: string, judged: Judged | undefined): void {
  if (!trace) return;
  if (!judged) {
    trace(`${path}: passed over, for its front matter names no framework of this program`);
    return;
  }
  const { framework, status, findings, suppressed } = judged.report;
  const held = framework === undefined ? 'held against no framework' : `held against ${framework}`;
  trace(`${path}: ${held} as ${status}, ${counted(findings.length, 'finding')}, ${suppressed.length} silenced`);
}
