import { lineSpan, type Source } from '../text/source.ts';
import type { Block } from './blocks.ts';

/**
 * The headings of clauses in legal prose that nobody has marked: `1. PARTIES AND TERM` above `1.1 This Agreement …`. To
 * Markdown such a line is a list of one item; what stands right below it tells that it heads a clause.
 */
export function withClauseHeadings(source: Source, blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => headed(source, block, blocks[index + 1]));
}

interface Clause {
  /** As it is typed: 7, or 7.3. */
  readonly number: string;
  readonly title: string;
}

function clauseOf(block: Block): Clause | undefined {
  if (block.kind === 'item' && block.nesting === 1 && block.number !== undefined)
    return { number: String(block.number), title: block.prose.text };
  const [, number, title] = (block.kind === 'paragraph' && /^(\d+(?:\.\d+)*)\.?\s+(.*)$/.exec(block.prose.text)) || [];
  return number !== undefined && title !== undefined ? { number, title } : undefined;
}

function headed(source: Source, block: Block, next: Block | undefined): Block {
  if (block.quoted || !('prose' in block) || block.prose.text.length > longest || next?.kind !== 'paragraph')
    return block;
  const clause = clauseOf(block);
  if (!clause || /[.;:,]\s*$/.test(clause.title)) return block;
  const isInCapitals = /\p{Lu}{4}/u.test(clause.title) && !/\p{Ll}/u.test(clause.title);
  if (!isInCapitals && !next.prose.text.startsWith(`${clause.number}.1`)) return block;
  // The first level is the title's. The span holds the number too, so that nothing is written between the two.
  const level = Math.min(6, clause.number.split('.').length + 1);
  const { prose, span } = block;
  return { kind: 'heading', level, prose, span: lineSpan(source, span.start.line), nesting: 0, quoted: false };
}

const longest = 80;
