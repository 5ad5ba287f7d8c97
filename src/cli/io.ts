import type { Readable, Writable } from 'node:stream';
import { serialised } from '../report/serialise.ts';
import { inChunks } from '../text/lazy.ts';

/** The shell around a run. */
export interface Io {
  /** Opened when it is first asked for, for most runs read nothing. */
  readonly stdin: () => Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** What `--color` or `--no-color` says. */
  readonly color?: boolean;
  /** Calls back when the user interrupts the program, as with Ctrl-C, which else ends it. */
  readonly onInterrupt?: (act: () => void) => void;
  /** Tells what the program does, where `--debug` asks for it. */
  readonly trace?: (text: string) => void;
}

/** What a run ends with: 0 nothing at the failing level, 1 findings, 2 the job could not be done, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Whether to colour what goes to standard output: a flag first, then the environment, then whether it is a terminal. */
export function wantsColour({ stdout, env, color }: Io): boolean {
  if (color !== undefined) return color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

/** Whether to link what is linked at a stream: only at a terminal that is known to show links, never in files and pipes. */
export async function showsLinks(io: Io, stream: Io['stdout'] | Io['stderr']): Promise<boolean> {
  if (!stream.isTTY || !wantsColour(io)) return false;
  return (await import('supports-hyperlinks')).createSupportsHyperlinks({ isTTY: true });
}

/** Whether a stream is a terminal on which what was written can be erased. */
export function canErase({ env }: Io, stream: Io['stdout'] | Io['stderr']): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** The columns of the terminal; 80 where there is none. */
export function widthOf({ stdout, env }: Io): number {
  const wanted = Number(env.COLUMNS);
  return stdout.columns ?? (wanted > 0 ? wanted : 80);
}

/** Prints a value as JSON, without what a terminal would take for a command. */
export function writeJson(stdout: Io['stdout'], value: unknown): void {
  for (const chunk of inChunks(serialised(value))) stdout.write(chunk);
}

/** All of standard input; no more than is needed to see that it is more than `most` bytes. */
export async function readAll(stdin: Readable, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}
