import { dirname, relative, resolve } from 'node:path';
import { type Baseline, type Known, knownOf, readBaseline, withoutKnown, writtenAs } from '../check/baseline.ts';
import type { Json } from '../data/json.ts';
import type { DocumentReport } from '../report/report.ts';
import type { Config } from '../workspace/config.ts';
import { readText } from '../workspace/documents.ts';
import { failure, isFailure } from '../workspace/failure.ts';
import { isThere, shownPath } from '../workspace/paths.ts';
import { obstacleTo, writeWhole } from '../workspace/write.ts';

/** A baseline file, with paths relative to its own folder. */
export interface BaselineFile {
  readonly path: string;
  readonly known: Baseline;
}

/** The path of the baseline: the option's, else the configuration's. */
export function baselinePath(cwd: string, option: string | undefined, config: Config | undefined): string | undefined {
  if (option !== undefined) return resolve(cwd, option);
  return config?.baseline === undefined ? undefined : resolve(config.folder, config.baseline);
}

/** Reads a baseline, or fails with what is wrong with it. It may be longer than what people write by hand. */
export function loadBaseline(cwd: string, path: string): BaselineFile {
  const source = readText(cwd, path);
  const known = readBaseline(jsonIn(source.text));
  if (known) return { path, known };
  throw failure({ place: source.path, text: 'is no baseline', remedy: 'Write a new one with --update-baseline.' });
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A report without the findings that the baseline knows. */
export function beyondBaseline(cwd: string, { path, known }: BaselineFile, report: DocumentReport): DocumentReport {
  const own = known[keyOf(cwd, path, report)] ?? [];
  return own.length === 0 ? report : { ...report, findings: withoutKnown(report.findings, own) };
}

/**
 * Writes the findings of a run to the baseline. What it knows of documents that the run did not check stays, unless they are
 * gone. Gives what it holds now, and how much of that was there before.
 */
export async function writeBaseline(
  cwd: string,
  path: string,
  reports: Iterable<DocumentReport>,
): Promise<{ readonly held: number; readonly kept: number }> {
  const shown = shownPath(cwd, path);
  const obstacle = await obstacleTo(path, shown, true);
  if (obstacle) throw failure(obstacle);
  const checked = Object.fromEntries(
    Array.from(reports, (one) => [keyOf(cwd, path, one), knownOf(one.findings)] as const),
  );
  const before = Object.entries(isThere(path) ? formerBaseline(cwd, path) : {});
  const kept = before.filter(
    ([document]) => !Object.hasOwn(checked, document) && isThere(resolve(dirname(path), document)),
  );
  const baseline = { ...Object.fromEntries(kept), ...checked };
  await writeWhole(path, shown, `${JSON.stringify(writtenAs(baseline), null, 2)}\n`, true);
  return { held: countOf(Object.values(baseline)), kept: countOf(kept.map(([, known]) => known)) };
}

function countOf(known: readonly (readonly Known[])[]): number {
  return known.reduce((sum, { length }) => sum + length, 0);
}

/** A file that is there is replaced only where it is a baseline, and not where somebody named the agreement. */
function formerBaseline(cwd: string, path: string): Baseline {
  try {
    return loadBaseline(cwd, path).known;
  } catch (error) {
    if (!isFailure(error)) throw error;
    throw failure({
      place: shownPath(cwd, path),
      text: 'is no baseline, and is not replaced',
      remedy: 'Name another file, or delete it first.',
    });
  }
}

function keyOf(cwd: string, baseline: string, { source }: DocumentReport): string {
  return relative(dirname(baseline), resolve(cwd, source.path)).replaceAll('\\', '/');
}
