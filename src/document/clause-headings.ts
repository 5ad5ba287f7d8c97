import { lineSpan, type Source } from '../text/source.ts';
import type { Block, Heading, Item } from './blocks.ts';

/**
 * The headings of clauses in legal prose that nobody has marked: `1. PARTIES AND TERM` above `1.1 This Agreement …`. To
 * Markdown such a line is a list of one item; what stands right below it tells that it heads a clause.
 */
export function withClauseHeadings(source: Source, blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => (isClauseHeading(block, blocks[index + 1]) ? headingOf(source, block) : block));
}

function isClauseHeading(block: Block, next: Block | undefined): block is Item {
  if (block.kind !== 'item' || block.number === undefined || block.nesting > 1 || block.quoted) return false;
  const { text } = block.prose;
  if (text.length > 80 || /[.;:,]\s*$|\n/.test(text) || next?.kind !== 'paragraph') return false;
  const isInCapitals = /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
  return isInCapitals || next.prose.text.startsWith(`${block.number}.1`);
}

/** On the second level, for the first is the title's; with its number, so that nothing is written between the two. */
function headingOf(source: Source, { prose, span, quoted }: Item): Heading {
  return { kind: 'heading', level: 2, prose, span: lineSpan(source, span.start.line), nesting: 0, quoted };
}
