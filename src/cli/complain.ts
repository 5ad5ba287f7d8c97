import { Help } from 'commander';
import { printable } from '../report/printable.ts';
import type { Complaint } from '../workspace/failure.ts';
import { isFailure } from '../workspace/failure.ts';
import type { ExitCode, Io } from './io.ts';

/** Tells on standard error what is in the way, one block for each thing: where, what, and what to do. */
export function complain({ stderr }: Pick<Io, 'stderr'>, complaints: readonly Complaint[]): void {
  for (const { place, text, remedy } of complaints) {
    const lead = place === undefined ? '' : `${printable(place)}: `;
    stderr.write(fitting(stderr, `sla: ${lead}${printable(text)}\n${printable(remedy)}`, '     '));
  }
}

/**
 * Lines as they fit a stream, all but the first set in: broken between words at a terminal, and left as they are elsewhere,
 * where a program may read them.
 */
export function fitting({ isTTY, columns = 80 }: Io['stderr'], text: string, indent = ''): string {
  const lines = isTTY ? new Help().boxWrap(text, columns - indent.length) : text;
  return `${lines.replaceAll('\n', `\n${indent}`)}\n`;
}

/** Runs a job; what stands in its way becomes a complaint and the code 2. Anything else is a fault of the program. */
export async function guarded(io: Io, job: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await job();
  } catch (error) {
    if (isFailure(error)) complain(io, error.failure);
    else {
      const message = error instanceof Error ? error.message : String(error);
      complain(io, [
        {
          text: `a fault in the program: ${message}`,
          remedy: 'Please report it, with what --debug prints.',
        },
      ]);
    }
    if (error instanceof Error) io.trace?.(error.stack ?? error.message);
    return 2;
  }
}
