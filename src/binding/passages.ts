import { type Block, isParagraph, labelledRows, wordingOf } from '../document/blocks.ts';
import { inOneLine, type Prose } from '../document/prose.ts';
import { readChoice } from '../text/answer.ts';
import type { Cue } from '../text/concordance.ts';
import { labelEnd } from '../text/label.ts';
import { oncePer } from '../text/remember.ts';
import { belowHeading } from './below-heading.ts';
import { allBound, type Binding, type Bound } from './binding.ts';

/** A stretch of prose in the authors' own words, in one line: where a paragraph is wrapped means nothing. */
export interface Passage {
  readonly prose: Prose;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** The level of a heading; 7 for everything else. */
  readonly level: number;
  /** The words that label it: a lead-in, or the heading of its column and the first cell of its row. */
  readonly label: string;
  /** The headings, the bold line and the label that it stands under, without the document's title; nothing for a heading. */
  readonly about: string;
  /** The end of what is said right before it below the same heading. */
  readonly before: string;
  /** The paragraph with a colon at its end that it belongs to, or is. */
  readonly opening: string | undefined;
}

/** What the authors say, in the order of the text. */
export interface Passages {
  readonly all: readonly Passage[];
  /** Those that hold a word of one of some cues. */
  readonly with: (...cues: readonly Cue[]) => Passage[];
}

/** Where the words behind the label of a passage start in a text of it; the label of a cell stands in other cells. */
export function behindLabel({ kind, label }: Pick<Passage, 'kind' | 'label'>, text: string): number {
  return kind === 'cell' ? 0 : labelEnd(text, label);
}

const history =
  /\b(?:version|document|revision|change|amendment)s? (?:history|control|record|log)\b|^\W*(?:[\d.]+\s+)?history\b/i;

/** Whether a heading is that of a history of versions. */
export function isHistory(heading: string): boolean {
  return history.test(heading);
}

/**
 * What the authors say: no quotations, no code, no history of versions, and of a form only the answers, never its own
 * words. Rules on wording and on the law read these.
 */
export const passagesOf = oncePer(({ framework, document, sections }: Binding): Passages => {
  const blocks = framework.form ? answersIn(sections) : document.blocks;
  const isInHistory = belowHeading(isHistory);
  const bare = blocks.filter((block) => !isInHistory(block) && !block.quoted).flatMap(bareIn);
  const all = inContext(bare);
  const { proses, concordance } = wordingOf(blocks);
  const byProse = new Map(bare.map(({ prose }, index) => [prose, all[index]]));
  const passages = proses.map((prose) => byProse.get(prose));
  return { all, with: (...cues) => concordance.find(...cues).flatMap((index) => passages[index] ?? []) };
});

/** Where a closed question has no room for words and its ticks are lost, what stands there is the form's. */
function answersIn(sections: readonly Bound[]): Block[] {
  return allBound(sections).flatMap(({ requirement: { reads, detail, path }, value, blocks }) => {
    if (!path.includes('/') || (reads === 'choice' && !detail && value.answer === 'lost')) return [];
    const own = blocks.filter((block) => !isNote(block));
    return reads === 'choice' ? own.filter(saysMoreThanOptions) : own;
  });
}

/** A paragraph that is in brackets from end to end, or points to the government's guidance, is a note of the form's. */
function isNote(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = block.prose.text.trim();
  return /^\(.*\)$/s.test(text) || /\bhttps?:\/\/(?:www\.)?gov\.uk\//.test(text);
}

function saysMoreThanOptions(block: Block): boolean {
  if (!('prose' in block)) return true;
  return readChoice([{ text: block.prose.text, checked: undefined, question: false }]).detail !== '';
}

/** A passage as it is written, without what stands around it. */
type Bare = Omit<Passage, 'about' | 'before' | 'opening'>;

function inContext(bare: readonly Bare[]): Passage[] {
  let headings: readonly Heading[] = [];
  let above = '';
  let before = '';
  let opening: string | undefined;
  return bare.map(({ prose: written, kind, level, label }, index): Passage => {
    const prose = kind === 'paragraph' || kind === 'item' ? inOneLine(written) : written;
    const { text } = prose;
    if (kind !== 'item') opening = kind === 'paragraph' && /:\s*$/.test(text) ? text : undefined;
    if (kind === 'heading') {
      const isTitle = index === 0 && level === 1;
      headings = isTitle ? [] : [...headings.filter((one) => one.level < level), { text, level }];
      above = titlesOf(headings);
      before = '';
      return { prose, kind, level, label, about: '', before, opening };
    }
    // A bold line without more works like a heading.
    if (label !== '' && isAll(text.trim(), label)) above = joined(titlesOf(headings), label);
    const about = joined(above, label);
    const previous = before;
    before = text.slice(-200);
    return { prose, kind, level, label, about, before: previous, opening };
  });
}

interface Heading {
  readonly text: string;
  readonly level: number;
}

function titlesOf(headings: readonly Heading[]): string {
  return headings.map(({ text }) => text).reduce(joined, '');
}

function joined(above: string, title: string): string {
  return above === '' || title === '' ? above + title : `${above} | ${title}`;
}

/** Whether a text is its label and no more. */
function isAll(text: string, label: string): boolean {
  return text.startsWith(label) && /^(?:\s*[:.])?$/.test(text.slice(label.length));
}

function bareIn(block: Block): Bare[] {
  if (block.kind === 'heading') return [{ prose: block.prose, kind: 'heading', level: block.level, label: '' }];
  if (isParagraph(block)) {
    const { kind, prose, lead } = block;
    return [{ prose, kind, level: 7, label: lead?.label.text ?? '' }];
  }
  if (block.kind !== 'table') return [];
  const pairs = new Set(block.columns.length === 2 ? labelledRows(block).map(([label]) => label) : []);
  return [block.columns, ...block.rows].flatMap((row) =>
    row.map((prose, index): Bare => {
      const column = row === block.columns ? '' : (block.columns[index]?.text ?? '');
      const first = index > 0 ? (row[0]?.text ?? '') : '';
      return { prose, kind: 'cell', level: 7, label: pairs.has(prose) ? '' : `${column} ${first}`.trim() };
    }),
  );
}
