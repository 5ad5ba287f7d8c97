import { type EngineName, loadParser, type MarkdownParser } from '../document/parser.ts';
import type { Io } from './io.ts';

/** The Markdown engine that the environment asks for; undefined where it leaves the choice to the program. */
export function engineFor({ env }: Io): EngineName | undefined {
  return env.SLA_PARSER === 'micromark' ? 'micromark' : undefined;
}

export function parserFor(io: Io): Promise<MarkdownParser> {
  return loadParser(engineFor(io));
}
