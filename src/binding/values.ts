import type { Json, JsonObject } from '../data/json.ts';
import type { Block, Table } from '../document/blocks.ts';
import type { Requirement } from '../framework/framework.ts';
import { findDuration, findPeriod } from '../text/duration.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { comparableTitle } from '../text/title.ts';

/** The texts of a block: one for a paragraph, one for each cell of a table. */
export function textsOf(block: Block): string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'item') return [block.prose.text];
  if (block.kind === 'table')
    return [
      ...block.columns.map((cell) => cell.text),
      ...block.rows.flatMap((row) => row.map((cell, index) => withUnit(cell.text, block.columns[index]?.text))),
    ];
  if (block.kind === 'html') return [block.text.replace(/<[^<>]*>/g, ' ')];
  return block.kind === 'code' ? [block.text] : [];
}

/** The texts of some blocks that are content; headings label content and are none. */
function contentTexts(blocks: readonly Block[]): string[] {
  return blocks.filter((block) => block.kind !== 'heading').flatMap(textsOf);
}

/** A bare number below a heading that names a unit of time is so many of them. */
function withUnit(cell: string, column = ''): string {
  const unit = /\b(?:hour|day|week|month|year)s?\b/iu.exec(column)?.[0];
  return unit && /^\d+$/.test(cell.trim()) ? `${cell.trim()} ${unit}` : cell;
}

/** How many words the content has. */
export function countWords(blocks: readonly Block[]): number {
  return wordsIn(contentTexts(blocks));
}

function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}‹]+/gu)?.length ?? 0), 0);
}

/** The content of a component as the schema sees it: its text, the number of words, and what `reads` asks for. */
export function componentValue(requirement: Requirement, blocks: readonly Block[]): JsonObject {
  const texts = contentTexts(blocks);
  const text = texts
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
  const unfinished = texts.some((one) => findPlaceholders(one).length > 0);
  return {
    text,
    words: wordsIn(texts),
    ...(unfinished && { placeholder: true }),
    ...typedValue(requirement, blocks, text),
  };
}

function typedValue(requirement: Requirement, blocks: readonly Block[], text: string): Record<string, Json> {
  if (requirement.reads === 'table') {
    const table = blocks.find((block) => block.kind === 'table');
    return table ? { rows: rowsOf(table) } : {};
  }
  if (requirement.reads === 'prose') return {};
  const days = requirement.reads === 'period' ? findPeriod(text) : findDuration(text);
  return days === undefined ? {} : { days };
}

/** The rows of a table, keyed by column heading in kebab-case. */
function rowsOf(table: Table): JsonObject[] {
  const keys = table.columns.map(
    (column, index) => comparableTitle(column.text).replaceAll(' ', '-') || `column-${index + 1}`,
  );
  return table.rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [keys[index] ?? `column-${index + 1}`, cell.text])),
  );
}
