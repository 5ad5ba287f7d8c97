import type { Table } from '../document/blocks.ts';
import type { Prose } from '../document/prose.ts';
import { type Figure, readFigure } from '../text/figure.ts';

/** A total in a table, with what the figures above or beside it add up to. */
export interface Total {
  readonly cell: Prose;
  readonly stated: Figure;
  readonly sum: number;
}

const totalLabel =
  /^(?:(?:grand|overall|sub|net)[ -]?)?totals?(?:[^A-Za-zÀ-ɏḀ-ỿ\d]{1,5}[A-Za-zÀ-ɏḀ-ỿ]{1,30}){0,3}[^A-Za-zÀ-ɏḀ-ỿ\d]{0,5}$/i;
/** The end of “Total for year 1”, “Total for 2026/27”. “Total over 3 years” may be three times what stands above it. */
const ofPeriod =
  /\b(?:year|quarter|month|period|phase|stage|part|lot)\s\d{1,2}(?![\d.,])|(?<=\bfor\s)20\d\d(?:[/–-]\d{2,4})?(?!\d)/i;
const noSum = /\b(?:average|mean|median|rate|ratio|unit|percent|share|target|cumulative|running|balance)\b|%/i;
/** The weights of measures are shares that add up. */
const weights = /\bweight(?:s|ing|ings)?\b/i;
/** Rows that count a part of another row once more, and rows that are taken off. */
const partOfAnother = /^\W*(?:of which|thereof|including|incl\b)/i;
const takenOff = /^\W*(?:less|minus|deduct|discount|rebate)/i;
/** What a discount is called may also be an item: the total may add it, or take it off. */
const maybeOff = /^\W*(?:discount|rebate)/i;
/** A total of some of the rows: “Total (unique)”, “Total (without options)”. A tax that is left out is in no row. */
const ofSome =
  /\b(?:unique|distinct|deduplicated|without|excluding|excl|except|not counting)\b(?!\W*(?:the )?(?:VAT|tax))/i;

/** Each total that differs from its figures: those of the total rows, then those of a total column. */
export function wrongTotals(table: Table): Total[] {
  const figures = table.rows.map((row) => row.map(({ text }) => readFigure(text)));
  return [...wrongInRows(table, figures), ...wrongInColumn(table, figures)];
}

/** The total of the whole table: the last figure of its last row, where that is a total row. */
export function grandTotal({ rows }: Table): { readonly cell: Prose; readonly value: number } | undefined {
  const last = rows.at(-1);
  const numbers = last?.slice(1).filter(({ text }) => /\d/.test(text)) ?? [];
  const cell = numbers.at(-1);
  const figure = cell && readFigure(cell.text);
  return last && isTotal(last) && !last.some(({ text }) => ofSome.test(text)) && cell && figure && figure.unit !== '%'
    ? { cell, value: figure.value }
    : undefined;
}

type Figures = readonly (readonly (Figure | undefined)[])[];

/** A total row may add up all rows, those since the last total, or the totals above it. */
function wrongInRows({ columns, rows }: Table, figures: Figures): Total[] {
  if (!rows.some(isTotal)) return [];
  return columns.flatMap((column, index): Total[] => {
    if (index === 0 || (noSum.test(column.text) && !weights.test(column.text))) return [];
    const wrong: Total[] = [];
    let [all, since, totals, whole]: [Sum, Sum, Sum, Sum] = [nothing, nothing, nothing, nothing];
    for (const [number, row] of rows.entries()) {
      const figure = figures[number]?.[index];
      const cell = row[index];
      if (!isTotal(row)) {
        const part = asPart(row, figure);
        [all, since, whole] = [
          add(all, part),
          add(since, part),
          add(whole, maybeOff.test(row[0]?.text ?? '') ? figure : part),
        ];
        continue;
      }
      if (row.some(({ text }) => ofSome.test(text))) continue;
      const sums = [all, whole, since, totals, add(totals, { ...empty, value: since.value })];
      if (cell && figure && isStated(cell) && differs(figure, all, sums))
        wrong.push({ cell, stated: figure, sum: all.value });
      [since, totals] = [nothing, add(totals, figure)];
    }
    return wrong;
  });
}

/** A column called "Total" counts as one where most rows add up to it: elsewhere it may be a product. */
function wrongInColumn({ columns, rows }: Table, figures: Figures): Total[] {
  const index = columns.findLastIndex(
    ({ text }, position) => position > 2 && totalLabel.test(text.trim()) && !ofSome.test(text),
  );
  if (index < 0) return [];
  const judged = rows.flatMap((row, number) => {
    const parts = figures[number]?.slice(1, index) ?? [];
    const sum = parts.reduce(add, nothing);
    const stated = figures[number]?.[index];
    const cell = row[index];
    if (!cell || !stated || !isStated(cell) || sum.count === 0) return [];
    const isWrong = differs(stated, sum, [sum]);
    // A slip in one row shows in the total row too, and would outvote the others.
    return [{ cell, stated, sum: sum.value, isWrong, isVote: sum.isKnown && !isTotal(row) }];
  });
  const wrong = judged.filter(({ isWrong }) => isWrong);
  const votes = judged.filter(({ isVote }) => isVote);
  const against = votes.filter(({ isWrong }) => isWrong).length;
  return votes.length > 0 && votes.length - against >= 2 * against ? wrong : [];
}

/** Whether a row of a table gives a total of others. */
export function isTotal(row: readonly Prose[]): boolean {
  const label = row.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
  return totalLabel.test(label.replace(ofPeriod, 'period'));
}

function asPart([label]: readonly Prose[], figure: Figure | undefined): Figure | undefined {
  if (partOfAnother.test(label?.text ?? '')) return empty;
  return figure && takenOff.test(label?.text ?? '') ? { ...figure, value: -Math.abs(figure.value) } : figure;
}

function isStated({ text }: Prose): boolean {
  return /\d/.test(text);
}

interface Sum {
  readonly value: number;
  readonly count: number;
  readonly greatest: number;
  /** The coarsest place to which one of the figures is rounded. */
  readonly step: number;
  /** False where a cell is no figure, or the figures are of different kinds. */
  readonly isKnown: boolean;
  readonly kind: string;
}

const nothing: Sum = { value: 0, count: 0, greatest: 0, step: 0, isKnown: true, kind: '' };
const empty: Figure = { value: 0, sign: '', unit: '', step: 0 };

function add(sum: Sum, figure: Figure | undefined): Sum {
  if (!figure) return { ...sum, isKnown: false };
  const kind = `${figure.sign}${figure.unit}`;
  return {
    value: sum.value + figure.value,
    count: sum.count + 1,
    greatest: Math.max(sum.greatest, figure.value),
    step: Math.max(sum.step, figure.step),
    isKnown: sum.isKnown && (kind === '' || sum.kind === '' || kind === sum.kind),
    kind: sum.kind || kind,
  };
}

/**
 * A total below its greatest part is an average or the like, and so may shares be that do not make up a whole. One unit in
 * the last place may come from rounding, half a unit in each share, and the total may be rounded to fewer places.
 */
function differs(stated: Figure, all: Sum, sums: readonly Sum[]): boolean {
  const kind = `${stated.sign}${stated.unit}`;
  const isSameKind = kind === '' || all.kind === '' || kind === all.kind;
  if (!all.isKnown || !isSameKind || all.count < 2 || stated.value <= all.greatest) return false;
  const isShare = stated.unit === '%';
  if (isShare && stated.value !== 100) return false;
  const rounded = Math.max(stated.step, all.step) * 1.001;
  const slack = Math.max(rounded, 0.5 * (stated.step || 1), isShare ? 0.5 * all.step * all.count : 0) + 1e-6;
  return sums.every((sum) => Math.abs(sum.value - stated.value) > slack);
}
