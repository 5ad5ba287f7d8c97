import type { Table } from '../document/blocks.ts';
import { isFilled, type Prose } from '../document/prose.ts';
import { signedDay } from '../text/date.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { dated, isNoSignature, isSigned, type SignatureEntry, signer, signing, worded } from './signature-entry.ts';
import { isDayAlone, isNameAlone, signedLines } from './signature-lines.ts';

/** An entry a row, an entry a column, or one for the whole table: as the labels for signature and date stand. */
export function tableEntries(table: Table, above: string): SignatureEntry[] {
  const { columns, rows } = table;
  const isAsked = (text: string | undefined) => signing.test((text ?? '').trim());
  const asked = columns.flatMap((column, index) => (isAsked(column.text) ? [index] : []));
  const names = columns.flatMap((column, index) => (signer.test(column.text.trim()) ? [index] : []));
  const cell = (row: Table['columns'], index: number) => (row[index]?.text ?? '').trim();
  if (columns.length > 2 ? asked.length > 0 : asked.includes(1)) {
    const signs = asked.every((index) => isNoSignature(columns[index]?.text ?? '')) ? [...asked, ...names] : asked;
    return rows.map((row) => ({
      text: `${above} ${row.map((one) => one.text).join(' ')}`,
      filled: signs.some((index) => isSigned(cell(row, index))),
      dates: asked.flatMap((index) => (dated.test(columns[index]?.text ?? '') ? (row[index] ?? []) : [])),
      signers: names.flatMap((index) => row[index] ?? []),
    }));
  }
  const all = [columns, ...rows];
  // Where the cells beside it have labels of their own, the first cell is one of them.
  const labelled = all.filter(
    ([label, ...others]) => isAsked(label?.text) && !others.some((one) => pairsIn(one).length > 0),
  );
  const named = all.filter(([label]) => signer.test((label?.text ?? '').trim()));
  if (labelled.length === 0)
    return firstFound(signatoryEntries(table, above), cellEntries(table, above), plainEntries(table));
  const signs = labelled.every(([label]) => isNoSignature(label?.text ?? '')) ? [...labelled, ...named] : labelled;
  return columns.slice(1).map((_column, index) => ({
    text: `${above} ${all.map((row) => cell(row, index + 1)).join(' ')}`,
    filled: signs.some((row) => isSigned(cell(row, index + 1))),
    dates: labelled.flatMap((row) => (dated.test(row[0]?.text ?? '') ? (row[index + 1] ?? []) : [])),
    signers: named.flatMap((row) => row[index + 1] ?? []),
  }));
}

const signatory = /^(?:authori[sz]ed )?signator(?:y|ies)$/i;

/** A day until which somebody is to sign, or from which they hold a post. */
const toCome = /\b(?:to sign|(?:by|from|since|until|before|due)(?: on)? \d)/i;

/** A row for each party, where a column for who signs has a name and the day in one cell, if only for some of them. */
function signatoryEntries({ columns, rows }: Table, above: string): SignatureEntry[] {
  const index = columns.findIndex(({ text }) => signatory.test(text.trim()));
  const hasDay = (text: string) => signedDay(text) !== undefined && !isDayAlone(text) && !toCome.test(text);
  if (!rows.some((row) => hasDay(row[index]?.text ?? ''))) return [];
  return rows.flatMap((row) => {
    const cell = row[index];
    if (!cell) return [];
    const text = `${above} ${row.map((one) => one.text).join(' ')}`;
    return [
      { text, filled: isSigned(cell.text), dates: [hasDay(cell.text) ? cell : worded(cell, '')], signers: [cell] },
    ];
  });
}

const cellLabel =
  /(?:Signed(?: by)?|Signature|(?:Print )?Name|Position|Post|Title|Role|Rank|Date(?: signed| of signature)?)\s*:/g;

/** What the cells of a row or column ask for, where each cell has its own label: `Signed: A. Clerk`. */
function cellEntries({ columns, rows }: Table, above: string): SignatureEntry[] {
  const all = [columns, ...rows];
  const isLabelled = (cell: Prose | undefined) => cell !== undefined && pairsIn(cell).length > 0;
  const labelled = all.filter((row) => row.some(isLabelled));
  if (labelled.length === 0) return [];
  // A row for each party starts with its name; else each party has a column.
  const isByRow = labelled.every(([first]) => first && first.text.trim() !== '' && !isLabelled(first));
  const groups = isByRow ? labelled : columns.map((_column, index) => all.flatMap((row) => row[index] ?? []));
  return groups.flatMap((cells): SignatureEntry[] => {
    const pairs = cells.flatMap(pairsIn);
    const asked = pairs.filter(({ label }) => signing.test(label));
    if (asked.length === 0) return [];
    const signers = pairs.filter(({ label }) => signer.test(label)).map(({ value }) => value);
    const dates = asked.filter(({ label }) => dated.test(label)).map(({ value }) => value);
    const isDated = asked.every(({ label }) => isNoSignature(label));
    const filled = [...asked.map(({ value }) => value), ...(isDated ? signers : [])].some(({ text }) => isSigned(text));
    const text = `${above} ${cells.map((cell) => cell.text).join(' ')}`;
    return [{ text, filled, dates, signers }];
  });
}

/** The labels in a cell, each with what stands behind it. */
function pairsIn(cell: Prose): { readonly label: string; readonly value: Prose }[] {
  const labels = [...cell.text.matchAll(cellLabel)];
  return labels.map((match, index) => {
    const value = cell.text.slice(match.index + match[0].length, labels[index + 1]?.index);
    return { label: match[0].slice(0, -1).trim(), value: worded(cell, value.trim()) };
  });
}

/** The cells of a row or column; a row may have fewer than the table has columns. */
type Cells = readonly (Prose | undefined)[];

/** A column or a row for each party, without labels: who it is for, a name, perhaps a post, and a day. */
function plainEntries({ columns, rows }: Table): SignatureEntry[] {
  const all = [columns, ...rows];
  const byColumn = columns.map((_column, index) => all.map((row) => row[index]));
  return firstFound(unlabelledEntries(byColumn), unlabelledEntries(all));
}

/** Where the cells of one party are signed, name and day of the others stand where its own do. */
function unlabelledEntries(parties: readonly Cells[]): SignatureEntry[] {
  const signed = parties.find((cells) => signedLines(cells.filter(isFilled)) !== undefined);
  const [owner = 0, name = 0, ...others] = signed?.flatMap((cell, index) => (isFilled(cell) ? [index] : [])) ?? [];
  const day = others.at(-1);
  if (day === undefined) return [];
  return parties.flatMap((cells): SignatureEntry[] => {
    const [signer, date] = [cells[name], cells[day]];
    const isFor = /\p{L}{2}/u.test(cells[owner]?.text ?? '');
    const fits = isLike(signer, isNameAlone) && isLike(date, isDayAlone);
    if (!isFor || !fits || !(signer && date)) return [];
    const text = cells.map((cell) => cell?.text ?? '').join(' ');
    return [{ text, filled: isFilled(signer) || isFilled(date), dates: [date], signers: [signer] }];
  });
}

/** Whether a cell is what is asked for, or still to be filled in. */
function isLike(cell: Prose | undefined, asked: (text: string) => boolean): boolean {
  return !isFilled(cell) || asked(cell.text) || findPlaceholders(cell.text).length > 0;
}

function firstFound(...all: SignatureEntry[][]): SignatureEntry[] {
  return all.find((entries) => entries.length > 0) ?? [];
}
