import packageJson from '../../package.json' with { type: 'json' };
import { run } from './program.ts';

/** Runs the command line of this process. The exit code is set, not forced, so that all output gets out. */
export async function main(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    // Whoever reads the output may stop early, as `head` does; that is no error.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = await run(
    process.argv.slice(2),
    { stdin, stdout, stderr, env, cwd: process.cwd() },
    packageJson.version,
  );
}
