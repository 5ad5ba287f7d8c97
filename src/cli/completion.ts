import { render as bash } from '#templates/completion/bash.hbs';
import { render as fish } from '#templates/completion/fish.hbs';
import { render as powershell } from '#templates/completion/powershell.hbs';
import { render as zsh } from '#templates/completion/zsh.hbs';
import type { ExitCode, Io } from './io.ts';
import type { ShellName } from './shells.ts';

const scripts: Readonly<Record<ShellName, (context: unknown) => string>> = { bash, zsh, fish, powershell };

/**
 * Prints the completion script of a shell. The scripts ask `sla complete` at each key, so that they never lag behind the
 * program, and what is suggested is worked out in one place.
 */
export async function runCompletion({ stdout }: Io, shell: ShellName): Promise<ExitCode> {
  stdout.write(scripts[shell]({}));
  return 0;
}
