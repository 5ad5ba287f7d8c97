import type { JsonObject } from '../data/json.ts';
import type { Block, Table } from '../document/blocks.ts';
import { type Prose, withoutStruck } from '../document/prose.ts';
import type { Reads, Requirement } from '../framework/framework.ts';
import { type AnswerLine, readChoice } from '../text/answer.ts';
import { readDate } from '../text/date.ts';
import { findDuration, findOccasions, findPeriod, firstDuration } from '../text/duration.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { findCount, findMoney, findPercentage } from '../text/quantity.ts';
import { oncePer } from '../text/remember.ts';
import { oneLine } from '../text/shorten.ts';
import type { Source } from '../text/source.ts';
import { wordsOf } from '../text/words.ts';
import { actionsIn } from './actions.ts';
import type { Row } from './binding.ts';
import { rowsIn } from './rows.ts';

/** The texts of a block: one for a paragraph, one for each cell of a table. */
export const textsOf: (block: Block) => readonly string[] = oncePer((block: Block) => {
  if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'item') return [block.prose.text];
  if (block.kind === 'table')
    return [
      ...block.columns.map((cell) => cell.text),
      ...block.rows.flatMap((row) => row.map((cell, index) => withUnit(cell.text, block.columns[index]?.text))),
    ];
  if (block.kind === 'html') return [block.text.replace(/<[^<>]*>/g, ' ')];
  return block.kind === 'code' ? [block.text] : [];
});

/** A bare number below a heading that names a unit of time is so many of them. */
function withUnit(cell: string, column = ''): string {
  if (!/^\s*\d+\s*$/.test(cell)) return cell;
  const unit = /\b(?:hour|day|week|month|year)s?\b/i.exec(column)?.[0];
  return unit ? `${cell.trim()} ${unit}` : cell;
}

/** What a block adds to the content that it stands in. A heading labels content, and adds nothing. */
interface Share {
  /** Its texts, each in one line. */
  readonly text: string;
  readonly words: number;
  readonly isUnfinished: boolean;
}

const shareOf = oncePer((block: Block): Share => {
  const texts = block.kind === 'heading' ? [] : textsOf(block);
  return {
    text: joined(texts.map((one) => oneLine(one).trim())),
    words: wordsIn(texts),
    isUnfinished: isUnfinished(texts),
  };
});

/** How many words the content has. */
export function countWords(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + shareOf(block).words, 0);
}

/** Whether the content has any words; no more of it is read than to know that. */
export function hasWords(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind !== 'heading' && textsOf(block).some((text) => wordsIn([text]) > 0));
}

function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (wordsOf(text).words.length || Number(text.includes('‹'))), 0);
}

/** What a component says: as the schema sees it, and row by row where it is a table or a plan. */
export interface Content {
  readonly value: JsonObject;
  readonly rows: readonly Row[];
}

/**
 * The content of a component: its text, the number of words, and what `reads` asks for. `asked` are the words behind the
 * question mark in a question's own block, which are the form's but for the options at their end.
 */
export function componentContent(
  source: Source,
  requirement: Requirement,
  blocks: readonly Block[],
  asked: ReadonlySet<Prose>,
): Content {
  const { reads } = requirement;
  if (reads === 'choice') return { value: choiceValue(blocks, asked), rows: [] };
  const shares = blocks.map(shareOf);
  const text = joined(shares.map((share) => share.text));
  const rows =
    reads === 'table' ? rowsIn(requirement, blocks) : reads === 'actions' ? actionsIn(source, requirement, blocks) : [];
  const typed = reads === 'table' && rows.length === 0 ? {} : typedValue(reads, text, rows);
  const isPending = shares.some((share) => share.isUnfinished);
  return { value: { text, words: countWords(blocks), ...(isPending && { placeholder: true }), ...typed }, rows };
}

function joined(texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n');
}

function isUnfinished(texts: readonly string[]): boolean {
  return texts.some((one) => findPlaceholders(one).length > 0);
}

/** Of a closed question only the words that explain the answer count. */
function choiceValue(blocks: readonly Block[], asked: ReadonlySet<Prose>): JsonObject {
  const { answer, detail } = readChoice(blocks.flatMap((block) => linesOf(block, asked)));
  return {
    text: oneLine(detail).trim(),
    words: wordsIn([detail]),
    ...(isUnfinished(detail.split('\n')) && { placeholder: true }),
    ...(answer && { answer }),
  };
}

function linesOf(block: Block, asked: ReadonlySet<Prose>): AnswerLine[] {
  if (block.kind === 'heading') return [];
  const question = 'prose' in block && asked.has(block.prose);
  const marked = block.kind === 'table' ? markedOptions(block) : undefined;
  if (marked) return marked;
  const texts = 'prose' in block ? [withoutStruck(block.prose)] : textsOf(block);
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '')
    .map((text, index) => {
      const checked = block.kind === 'item' && index === 0 ? block.checked : undefined;
      return { text: text.trim(), checked, question };
    });
}

const mark = /^(?:x|yes|[✓✔☑☒✗✘■]|\[x\])$/i;

/** The options of a table as lines with boxes, where each has a cell below it or beside it, and one of these has a mark. */
function markedOptions({ columns, rows }: Table): AnswerLine[] | undefined {
  const [below] = rows;
  const across = below && rows.length === 1 ? columns.map((name, index) => [name, below[index]]) : [];
  for (const pairs of [across, columns.length === 2 ? [columns, ...rows] : []]) {
    const lines = pairs.flatMap(([name, cell]): AnswerLine[] => {
      const [text, said] = [name?.text.trim() ?? '', cell?.text.trim() ?? ''];
      if (!isOption(text)) return said === '' ? [] : [{ text: said, checked: undefined, question: false }];
      return [{ text, checked: said === '' ? false : mark.test(said) || undefined, question: false }];
    });
    const options = lines.filter(({ text }) => isOption(text));
    if (options.some(({ checked }) => checked) && options.every(({ checked }) => checked !== undefined)) return lines;
  }
  return undefined;
}

function isOption(text: string): boolean {
  const { answer, detail } = readChoice([{ text, checked: undefined, question: false }]);
  return answer !== undefined && detail === '';
}

/** What a text says in the form that the schema wants; nothing where it does not say it. */
function typedValue(reads: Reads, text: string, rows: readonly Row[]): JsonObject {
  if (reads === 'table' || reads === 'actions') return { rows: rows.map((row) => row.value) };
  if (reads === 'duration') return { ...findDuration(text) };
  if (reads === 'deadline') return { ...firstDuration(text) };
  if (reads === 'count') {
    const found = findCount(text);
    return found ? { count: found.amount, ...(found.days !== undefined && { days: found.days }) } : {};
  }
  if (reads === 'money') return { ...findMoney(text) };
  if (reads === 'date') {
    const written = readDate(text);
    return written?.state === 'day' ? { date: written.day } : {};
  }
  const days = reads === 'period' ? (findPeriod(text) ?? findOccasions(text)) : undefined;
  if (days !== undefined) return { days };
  const percentage = reads === 'percentage' ? findPercentage(text) : undefined;
  return percentage === undefined ? {} : { percentage };
}
