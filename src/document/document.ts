import type { Source } from '../text/source.ts';
import { type Block, blocksOf } from './blocks.ts';
import { withClauseHeadings } from './clause-headings.ts';
import { type FrontMatter, readFrontMatter, withoutFrontMatter } from './front-matter.ts';
import { type Link, linksOf } from './links.ts';
import type { MarkdownParser } from './parser.ts';
import { type Suppression, suppressionsOf } from './suppressions.ts';

/** A Markdown text as the rest of the program sees it. */
export interface Document {
  readonly source: Source;
  readonly frontMatter: FrontMatter;
  /** The body, in the order of the text. */
  readonly blocks: readonly Block[];
  /** The comments that silence findings. */
  readonly suppressions: readonly Suppression[];
  /** Its links, images and the addresses that they name, in the order of the text. */
  readonly links: readonly Link[];
}

/** Reads a document. Every text is one: what is wrong with it is said later, by rules. */
export function parseDocument(
  source: Source,
  parse: MarkdownParser,
  frontMatter: FrontMatter = readFrontMatter(source),
): Document {
  const body = withoutFrontMatter(source, frontMatter);
  const tree = parse(body);
  const blocks = withClauseHeadings(source, blocksOf(source, tree));
  const suppressions = suppressionsOf(source, tree, blocks, frontMatter);
  return { source, frontMatter, blocks, suppressions, links: linksOf(source, tree) };
}
