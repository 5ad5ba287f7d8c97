import type { Argument, Command, Option } from 'commander';
import type { ExitCode, Io } from './io.ts';
import { type Values, valuesOf } from './values.ts';

/** What may stand where the cursor is. */
interface Suggestions {
  readonly values: readonly (readonly [value: string, about: string])[];
  /** Whether the name of a file may stand there, too. */
  readonly files: boolean;
}

/** Where on the command line the cursor is. */
interface Position {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly open: Option | undefined;
  readonly operands: number;
  readonly pastOptions: boolean;
}

/**
 * Prints what may stand in the place of a word, for the completion scripts: a value, a tab and what it means on each line;
 * then `:files` where files may stand there, too.
 */
export async function runComplete(
  { stdout, cwd }: Io,
  program: Command,
  before: readonly string[],
  word: string,
): Promise<ExitCode> {
  const { values, files } = await suggestions(cwd, program, before, word);
  for (const [value, about] of values) stdout.write(`${value}\t${about}\n`);
  if (files) stdout.write(':files\n');
  return 0;
}

async function suggestions(
  cwd: string,
  program: Command,
  before: readonly string[],
  typed: string,
): Promise<Suggestions> {
  const { command, open, operands, pastOptions } = positionAfter(program, before);
  // Bash makes a word of its own of the sign in `--format=json`.
  const word = open && typed === '=' ? '' : typed;
  if (open) return goingOn(await valuesOf(cwd, open), '', word);
  const [, lead = '', rest = ''] = /^(--[\w-]+=)(.*)$/s.exec(word) ?? [];
  if (!pastOptions && lead !== '') {
    const option = optionsOf(command).find(({ long }) => `${long}=` === lead);
    return option && takesValue(option) ? goingOn(await valuesOf(cwd, option), lead, rest) : nothing;
  }
  if (!pastOptions && word.startsWith('-')) {
    const all = optionsOf(command).map(({ long, short, description }) => [long ?? short ?? '', description] as const);
    return { values: all.filter(([flag]) => flag.startsWith(word)), files: false };
  }
  const subcommands = operands === 0 ? commandsOf(command) : [];
  if (subcommands.length > 0) {
    const values = subcommands.map((one) => [one.name(), one.summary() || one.description()] as const);
    return { values: values.filter(([name]) => name.startsWith(word)), files: false };
  }
  const argument = argumentAt(command, operands);
  if (!argument) return nothing;
  if (command.name() === 'help')
    return goingOn({ values: commandsOf(program).map((one) => one.name()), files: false, isList: false }, '', word);
  return goingOn(await valuesOf(cwd, argument), '', word);
}

const nothing: Suggestions = { values: [], files: false };

function positionAfter(program: Command, before: readonly string[]): Position {
  let at: Position = { command: program, open: undefined, operands: 0, pastOptions: false };
  for (const word of before) {
    if (at.open) at = word === '=' ? at : { ...at, open: undefined };
    else if (at.pastOptions) at = { ...at, operands: at.operands + 1 };
    else if (word === '--') at = { ...at, pastOptions: true };
    else if (word.startsWith('-')) {
      const option = optionsOf(at.command).find((one) => one.long === word || one.short === word);
      if (option && takesValue(option)) at = { ...at, open: option };
    } else {
      const command = at.operands === 0 ? commandsOf(at.command).find((one) => one.name() === word) : undefined;
      at = command ? { ...at, command } : { ...at, operands: at.operands + 1 };
    }
  }
  return at;
}

function optionsOf(command: Command): readonly Option[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
}

function commandsOf(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function argumentAt({ registeredArguments: all }: Command, index: number): Argument | undefined {
  const last = all.at(-1);
  return all[index] ?? (last?.variadic ? last : undefined);
}

/** The values that go on as the word begins. In a list with commas only the last part is completed. */
function goingOn({ values, files, isList }: Values, lead: string, word: string): Suggestions {
  const cut = isList ? word.lastIndexOf(',') + 1 : 0;
  const chosen = word.slice(0, cut).split(',');
  const found = values.filter((value) => value.startsWith(word.slice(cut)) && !chosen.includes(value));
  return { values: found.map((value) => [`${lead}${word.slice(0, cut)}${value}`, ''] as const), files };
}
