import { resolve } from 'node:path';
import { formats } from '../report/formats.ts';
import type { FormatName } from '../report/names.ts';
import { type Medium, type Report, totalsOf } from '../report/report.ts';
import { inChunks } from '../text/lazy.ts';
import { type Complaint, failure, isFailure } from '../workspace/failure.ts';
import { addressOf, shownPath } from '../workspace/paths.ts';
import { appendTo, obstacleTo, writeWhole } from '../workspace/write.ts';
import { complain } from './complain.ts';
import { type Io, showsLinks, wantsColour, widthOf } from './io.ts';

/** A format, and the file that it goes to; without one, standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** Fails when two reports would go to one place, before anything is judged. */
export function refuseClashes({ cwd }: Io, outputs: readonly Output[]): void {
  const seen = new Set<string>();
  for (const { format, file } of outputs) {
    const place = file === undefined ? '' : resolve(cwd, file);
    if (seen.has(place)) {
      const text = file === undefined ? 'two formats go to standard output' : `two formats go to ${file}`;
      throw failure({ text, remedy: `Name a file of its own: --format ${format}=FILE.` });
    }
    seen.add(place);
  }
}

/** Prints a report and writes its files; what keeps a file from being written is returned. */
export async function deliver(
  io: Io,
  report: Report,
  outputs: readonly Output[],
  target: Io['stdout'] | Io['stderr'] | undefined,
): Promise<Complaint[]> {
  const trouble: Complaint[] = [];
  for (const { format, file } of outputs) {
    if (file !== undefined) trouble.push(...(await writeReport(io, report, format, file)));
    else if (target) {
      for (const chunk of inChunks(formats[format](report, await mediumOf(io, target)))) target.write(chunk);
    }
  }
  if (outputs.every(({ file }) => file !== undefined)) io.stderr.write(`${totalsOf(report)}\n`);
  if (outputs.some(({ format }) => format === 'github')) await summarise(io, report);
  return trouble;
}

async function mediumOf(io: Io, target: Io['stdout'] | Io['stderr']): Promise<Medium> {
  const links = (await showsLinks(io, target)) && { addressOf: (path: string) => addressOf(io.cwd, path) };
  return { color: wantsColour(io), width: widthOf(io), ...links };
}

async function writeReport({ cwd }: Io, report: Report, format: FormatName, file: string): Promise<Complaint[]> {
  const path = resolve(cwd, file);
  const shown = shownPath(cwd, path);
  for (const { source } of report.documents) {
    if (resolve(cwd, source.path) !== path) continue;
    return [{ place: shown, text: 'is one of the documents checked', remedy: 'Name another file for the report.' }];
  }
  const obstacle = await obstacleTo(path, shown, true);
  if (obstacle) return [obstacle];
  const text = inChunks(formats[format](report, { color: false, width: 80 }));
  return troubleOf(writeWhole(path, shown, text, true));
}

/** GitHub shows what stands in this file on the page of the run. That it cannot be written spoils no check. */
async function summarise(io: Io, report: Report): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const text = inChunks(formats.markdown(report, { color: false, width: 80 }));
  complain(io, await troubleOf(appendTo(resolve(io.cwd, file), file, text)));
}

async function troubleOf(work: Promise<void>): Promise<Complaint[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [...error.failure];
  }
}
