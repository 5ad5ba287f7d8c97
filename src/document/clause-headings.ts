import { lineSpan, type Source } from '../text/source.ts';
import type { Block, Heading, Item, Paragraph } from './blocks.ts';

/**
 * The headings of clauses in legal prose that nobody has marked: `1. PARTIES AND TERM` above `1.1 This Agreement …`. To
 * Markdown such a line is a list of one item; what stands right below it tells that it heads a clause. What is added at the
 * end has such headings too, in bold or capitals: `SCHEDULE 3 – REQUEST FORM`.
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

/** A line by itself that names a schedule: all of it set in bold, or in capitals. */
function isSchedule({ nesting, prose: { text, runs } }: Paragraph): boolean {
  if (nesting > 0 || text.length > longest || !schedule.test(text) || /[.;,]\s*$/.test(text)) return false;
  return !/\p{Ll}/u.test(text) || runs.every(({ style, text: words }) => style === 'emphasis' || words.trim() === '');
}

const schedule = /^(?:schedule|annex|appendix)\s+(?:\d{1,2}|[a-z]|[ivx]+)(?:\s*[:.–—-]\s+\S.*|\s*)$/i;

function headed(source: Source, block: Block, next: Block | undefined): Block {
  if (block.kind === 'paragraph' && isSchedule(block)) return asHeading(source, block, 2);
  if (block.quoted || !('prose' in block) || block.prose.text.length > longest || next?.kind !== 'paragraph')
    return block;
  const clause = block.kind === 'heading' ? undefined : clauseOf(block);
  if (block.kind === 'heading' || !clause || /[.;:,]\s*$/.test(clause.title)) return block;
  const isInCapitals = /\p{Lu}{4}/u.test(clause.title) && !/\p{Ll}/u.test(clause.title);
  if (!isInCapitals && !next.prose.text.startsWith(`${clause.number}.1`)) return block;
  // The first level is the title's. The span holds the number too, so that nothing is written between the two.
  const level = Math.min(6, clause.number.split('.').length + 1);
  return asHeading(source, block, level);
}

function asHeading(source: Source, { prose, span }: Paragraph | Item, level: number): Heading {
  return { kind: 'heading', level, prose, span: lineSpan(source, span.start.line), nesting: 0, quoted: false };
}

const longest = 80;
