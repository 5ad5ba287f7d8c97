import { loadParser, type MarkdownParser } from '../document/parser.ts';
import type { Io } from './io.ts';

/** The Markdown engine: the fast one where it can be had, micromark where the environment asks for it. */
export function parserFor({ env }: Io): Promise<MarkdownParser> {
  return loadParser(env.SLA_PARSER === 'micromark' ? 'micromark' : undefined);
}
