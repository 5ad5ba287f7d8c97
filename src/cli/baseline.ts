import { dirname, relative, resolve } from 'node:path';
import { type Baseline, baselineOf, readBaseline, withoutKnown } from '../check/baseline.ts';
import { toJson } from '../data/node.ts';
import type { DocumentReport } from '../report/report.ts';
import type { Config } from '../workspace/config.ts';
import { readDataFile } from '../workspace/data-files.ts';
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

/** Reads a baseline, or fails with what is wrong with it. */
export async function loadBaseline(cwd: string, path: string): Promise<BaselineFile> {
  const { source, root } = await readDataFile(cwd, path);
  const known = readBaseline(toJson(root));
  if (known) return { path, known };
  throw failure({ place: source.path, text: 'is no baseline', remedy: 'Write a new one with --update-baseline.' });
}

/** A report without the findings that the baseline knows. */
export function beyondBaseline(cwd: string, { path, known }: BaselineFile, report: DocumentReport): DocumentReport {
  const own = known[keyOf(cwd, path, report)] ?? [];
  return own.length === 0 ? report : { ...report, findings: withoutKnown(report.findings, own) };
}

/** Writes the findings of a run as the new baseline. */
export async function writeBaseline(cwd: string, path: string, reports: Iterable<DocumentReport>): Promise<void> {
  const shown = shownPath(cwd, path);
  const obstacle = await obstacleTo(path, shown, true);
  if (obstacle) throw failure(obstacle);
  if (isThere(path)) await keepWhatIsNone(cwd, path);
  const documents = Array.from(reports, (one) => ({ path: keyOf(cwd, path, one), findings: one.findings }));
  await writeWhole(path, shown, `${JSON.stringify(baselineOf(documents), null, 2)}\n`, true);
}

/** A file that is there is replaced only where it is a baseline, and not where somebody named the agreement. */
async function keepWhatIsNone(cwd: string, path: string): Promise<void> {
  const is = await loadBaseline(cwd, path).catch((error: unknown) => {
    if (isFailure(error)) return undefined;
    throw error;
  });
  if (is) return;
  const place = shownPath(cwd, path);
  throw failure({
    place,
    text: 'is no baseline, and is not replaced',
    remedy: 'Name another file, or delete it first.',
  });
}

function keyOf(cwd: string, baseline: string, { source }: DocumentReport): string {
  return relative(dirname(baseline), resolve(cwd, source.path)).replaceAll('\\', '/');
}
