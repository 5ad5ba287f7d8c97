import { failure } from '../workspace/failure.ts';
import { isFile } from '../workspace/frameworks.ts';
import { settledChanges } from '../workspace/watch.ts';
import { type CheckOptions, runCheck } from './check.ts';
import { guarded } from './complain.ts';
import { canErase, type ExitCode, type Io } from './io.ts';

/** Erases the screen and goes to its first line; what was on it stays above, where the terminal can scroll. */
const clear = '\u001b[2J\u001b[H';

/**
 * Checks documents now, and again whenever they, the configuration or a framework change, until the user interrupts it. What
 * is in the way of one run is told, and the next one starts from nothing. `options` are asked for at each run, for a day may
 * have passed.
 */
export async function runWatch(io: Io, paths: readonly string[], options: () => CheckOptions): Promise<ExitCode> {
  const first = options();
  refuse(first);
  const { stdout, stderr } = io;
  const end = new AbortController();
  let code: ExitCode = 0;
  io.onInterrupt?.(() => {
    code = 130;
    end.abort();
  });
  // When nobody reads the reports any more, there is nothing to watch for.
  stdout.once('error', () => end.abort());
  for await (const changed of settledChanges(watchedBy(io, paths, first), end.signal)) {
    if (canErase(io, stdout)) stdout.write(clear);
    if (changed.length > 0) io.trace?.(`changed: ${changed.join(', ')}`);
    await guarded(io, () => runCheck(io, paths, options()));
    stderr.write(`\nChecked at ${new Date().toLocaleTimeString('en-GB')}. Watching for changes; Ctrl-C ends it.\n`);
  }
  // The prompt of the shell begins on a line of its own.
  if (stderr.isTTY) stderr.write('\n');
  return code;
}

function watchedBy({ cwd }: Io, paths: readonly string[], options: CheckOptions) {
  const { framework, baseline, filesFrom, format = [] } = options;
  const ownFramework = framework !== undefined && isFile(framework) ? [framework] : [];
  return {
    cwd,
    paths: filesFrom === undefined ? paths : ['.'],
    files: [...ownFramework, baseline ?? [], filesFrom ?? []].flat(),
    written: format.flatMap(({ file }) => file ?? []),
  };
}

/** What can be done once only, or writes to the files that are watched. */
function refuse(options: CheckOptions): void {
  const { stdin, filesFrom, fix, fixSuggested, updateBaseline } = options;
  const other = [
    stdin && '--stdin',
    filesFrom === '-' && '--files-from -',
    fix && '--fix',
    fixSuggested && '--fix-suggested',
    updateBaseline && '--update-baseline',
  ].find((one) => one);
  if (other) throw failure({ text: `--watch and ${other} do not go together`, remedy: 'Leave one of them out.' });
}
