import type { ExitCode, Io } from './io.ts';

/** Runs what a command does in the shell around it, with what the options for every command say. */
export type Job = (work: (io: Io) => Promise<ExitCode>) => Promise<void>;

/** The lines that the help of a command begins with. */
export function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
