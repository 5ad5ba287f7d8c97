import type { Table } from '../document/blocks.ts';
import { ownWords, type Prose } from '../document/prose.ts';
import { phraseFinder } from '../text/phrases.ts';
import { findMoney } from '../text/quantity.ts';
import { oncePer, remembered } from '../text/remember.ts';
import type { Wording } from '../text/wording.ts';
import type { Binding } from './binding.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type Around, sectionAround, titlesAround } from './surroundings.ts';

/** A passage below a heading, or behind a label, that speaks of money. */
export interface MoneyPassage {
  readonly passage: Passage;
  /** Its text without code and quotations, at the same offsets. */
  readonly text: string;
  readonly section: string;
  readonly titles: string;
}

/** A table of sums below such a heading. */
export interface SumTable {
  readonly table: Table;
  readonly section: string;
  /** The first cells of the rows that name something and no sum. */
  readonly blanks: readonly Prose[];
}

type Lists = Wording['charge-incomplete'];

const moneyTest = oncePer(({ about }: Lists) => {
  const find = phraseFinder(about);
  return remembered((text) => find(text).length > 0);
});

/** The passages on money, in the order of the text. */
export function moneyPassages(binding: Binding, around: Around, words: Lists): MoneyPassage[] {
  const isMoney = moneyTest(words);
  return passagesOf(binding).all.flatMap((passage): MoneyPassage[] => {
    if (passage.kind === 'heading') return [];
    const place = around(passage.prose.span.start.offset);
    const above = titlesAround(place);
    if (!isMoney(above) && !isMoney(passage.label)) return [];
    const text = ownWords(passage.prose);
    return [{ passage, text, section: sectionAround(place), titles: `${above} | ${passage.label}` }];
  });
}

/** The tables with a column of sums: half of its rows have one, or some row does and the heading says “Cost” or the like. */
export function sumTables({ document: { blocks } }: Binding, around: Around, words: Lists): SumTable[] {
  const isMoney = moneyTest(words);
  return blocks.flatMap((table): SumTable[] => {
    if (table.kind !== 'table' || table.quoted) return [];
    const place = around(table.span.start.offset);
    const sums = sumColumns(table, isMoney);
    if (sums.length === 0 || !isMoney(titlesAround(place))) return [];
    const blanks = table.rows.flatMap((row) => (row[0] && isBlank(row, sums, table, unsaidIn(words)) ? [row[0]] : []));
    return [{ table, section: sectionAround(place), blanks }];
  });
}

function sumColumns({ columns, rows }: Table, isMoney: (text: string) => boolean): number[] {
  const withSum = (index: number) => rows.filter((row) => findMoney(row[index]?.text ?? '') !== undefined).length;
  return columns.flatMap(({ text }, index) => {
    const count = index > 0 ? withSum(index) : 0;
    return count > 0 && (count * 2 >= rows.length || isMoney(text)) ? [index] : [];
  });
}

const unsaidIn = oncePer(({ unsaid }: Lists) => new Set(unsaid.map((one) => one.toLowerCase())));

const nothingToPay = /\b(?:included|no (?:charge|cost)|free(?: of charge)?|waived)\b/i;

/** A row that names something and its basis, and no sum; a row in bold is a heading. */
function isBlank(
  row: readonly Prose[],
  sums: readonly number[],
  { columns }: Table,
  unsaid: ReadonlySet<string>,
): boolean {
  const [name] = row;
  if (row.some(({ text }) => nothingToPay.test(text))) return false;
  if (!name || name.text.trim() === '' || name.runs.every(({ style }) => style === 'emphasis')) return false;
  const isFilled = (index: number) => {
    const text = (row[index]?.text ?? '').trim();
    return text !== '' && !(sums.includes(index) && unsaid.has(text.toLowerCase()));
  };
  const hasMore = row.some((_cell, index) => index > 0 && !sums.includes(index) && isFilled(index));
  return !sums.some(isFilled) && (columns.length === 2 || hasMore);
}
