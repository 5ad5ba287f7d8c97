import packageJson from '../../package.json' with { type: 'json' };
import { complain } from './complain.ts';
import { run } from './program.ts';

/** Runs the command line of this process. The exit code is set, not forced, so that all output gets out. */
export async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  const onInterrupt = (act: () => void) => void process.once('SIGINT', act);
  const io = { stdin: () => process.stdin, stdout, stderr, env, cwd: '.', onInterrupt };
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop early, as `head` does; that is no error.
    if (error.code === 'EPIPE') return;
    complain(io, [{ text: `the output cannot be written: ${error.message}`, remedy: 'Check where it goes.' }]);
    process.exitCode = 2;
  });
  // When complaints cannot be told, there is nobody to tell.
  stderr.on('error', () => undefined);
  const cwd = workingFolder();
  if (cwd === undefined) {
    complain(io, [{ text: 'the working folder is gone', remedy: 'Change to a folder that exists, and try again.' }]);
    process.exitCode = 2;
    return;
  }
  const code = await run(process.argv.slice(2), { ...io, cwd }, packageJson.version);
  process.exitCode ??= code;
}

function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
