import { resolve } from 'node:path';
import type { Outcome, Repaired } from '../court/brief.ts';
import type { Fix } from '../finding/finding.ts';
import { diffOf } from '../report/diff.ts';
import { printable } from '../report/printable.ts';
import { counted } from '../report/report.ts';
import { readDocument } from '../workspace/documents.ts';
import { type Complaint, failure, isFailure } from '../workspace/failure.ts';
import { obstacleTo, writeWhole } from '../workspace/write.ts';
import type { Io } from './io.ts';
import { uninterrupted } from './signals.ts';

/** What the command line says of repairs. */
export interface RepairOptions {
  readonly fix?: boolean;
  readonly fixSuggested?: boolean;
  readonly fixDryRun?: boolean;
  readonly diff?: boolean;
  /** Whether the document came on standard input; then the repaired one goes to standard output. */
  readonly stdin?: boolean;
}

/** The kinds of repairs that the options ask for. */
export function fixesFor({ fix, fixSuggested, fixDryRun, diff }: RepairOptions): readonly Fix['safety'][] {
  if (fixSuggested) return ['safe', 'suggested'];
  return fix || fixDryRun || diff ? ['safe'] : [];
}

/** Shows or writes what was repaired, and tells how much; what keeps a file from being written is returned. */
export async function makeRepairs(
  io: Io,
  outcomes: Iterable<Outcome>,
  options: RepairOptions,
): Promise<readonly Complaint[]> {
  if (fixesFor(options).length === 0) return [];
  const trouble: Complaint[] = [];
  let repaired = 0;
  let made = 0;
  for (const one of outcomes) {
    if (one.state !== 'judged' || !one.fixed) continue;
    const { fixed } = one;
    try {
      await uninterrupted(() => showOrWrite(io, fixed, options));
      repaired += 1;
      made += fixed.made.length;
    } catch (error) {
      if (!isFailure(error)) throw error;
      trouble.push(...error.failure);
    }
  }
  const verb = options.fixDryRun || options.diff ? 'Would fix' : 'Fixed';
  io.stderr.write(`${verb} ${counted(made, 'finding')} in ${counted(repaired, 'document')}.\n`);
  return trouble;
}

/** A fixed text: shown as a diff, printed where the document came on standard input, or written in place of the old one. */
async function showOrWrite(io: Io, { before, text }: Repaired, options: RepairOptions): Promise<void> {
  if (options.diff) {
    const diff = diffOf(before.path, before.text, text);
    // A patch is the same to the byte; a terminal is shown no commands.
    io.stdout.write(io.stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff);
    return;
  }
  if (options.fixDryRun) return;
  if (options.stdin) {
    io.stdout.write(text);
    return;
  }
  const path = resolve(io.cwd, before.path);
  const obstacle = await obstacleTo(path, before.path, true);
  if (obstacle) throw failure(obstacle);
  const now = readDocument(io.cwd, before.path);
  if (now.text !== before.text) {
    throw failure({
      place: before.path,
      text: 'was changed by another program while it was checked; nothing was written',
      remedy: 'Run the command again.',
    });
  }
  await writeWhole(path, before.path, `${before.bom ? '\uFEFF' : ''}${text}`, true);
}
