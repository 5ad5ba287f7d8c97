import { scaleOf, withCommas } from './number.ts';
import type { Stretch } from './stretch.ts';

/** A figure that is all there is in a cell. */
export interface Figure {
  readonly value: number;
  /** The sign of a currency, or the empty text. */
  readonly sign: string;
  /** What is counted, in the singular; `%` for a share, the empty text where it is not said. */
  readonly unit: string;
  /** What one more in the last place is worth: 1, 0.01, 1000. Zero for a count, which need not be rounded. */
  readonly step: number;
}

const pattern =
  /^\(?([£€$]?)\s?([-–−]?)\s?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?\s?(k|m|million|thousand)?(?:\s+([A-Za-zÀ-ɏḀ-ỿ]+(?: [A-Za-zÀ-ɏḀ-ỿ]+)?)|\s?(%))?\s?\)?[*†‡]?$/i;

/** What stands in a cell for nothing. */
const nothing = /^(?:|[-–—−.]|nil|none|n\/?a)$/i;

/** The figure that a cell states: `£1,250.50`, `42`, `12 cameras`, `£84k`, `60%`; zero for a dash or nothing; else undefined. */
export function readFigure(cell: string): Figure | undefined {
  const text = cell.trim();
  if (nothing.test(text)) return { value: 0, sign: '', unit: '', step: 0 };
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign = '', minus, whole = '', decimals = '', scale = '', unit = '', share = ''] = match;
  const times = scaleOf(scale);
  const value = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`) * times;
  const isNegative = minus !== '' || (text.startsWith('(') && text.endsWith(')'));
  const isExact = sign === '' && share === '' && decimals === '' && times === 1;
  return {
    value: isNegative ? -value : value,
    sign,
    unit: share || unit.toLowerCase().replace(/s$/, ''),
    step: isExact ? 0 : times * 10 ** -decimals.length,
  };
}

/** A figure in the way of another one: `£287,750`, `3.5`, `60%`. */
export function writeFigure(value: number, { sign, step, unit }: Pick<Figure, 'sign' | 'step' | 'unit'>): string {
  const decimals = step > 0 && step < 1 ? Math.round(-Math.log10(step)) : 0;
  const [whole = '', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  return `${value < 0 ? '-' : ''}${sign}${withCommas(whole)}${rest && `.${rest}`}${unit === '%' ? unit : ''}`;
}

/** A total that a sentence states: "64 cameras in total". */
export interface StatedTotal extends Stretch {
  readonly amount: number;
  readonly of: string;
}

const stated =
  /\ba total of (\d{1,3}(?:,\d{3})+|\d{1,6})(?:\s+[A-Za-zÀ-ɏḀ-ỿ-]{1,30}){0,3}?\s+([A-Za-zÀ-ɏḀ-ỿ]{3,30}s)\b|(?<![A-Za-zÀ-ɏḀ-ỿ\d.,/£€$-])(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\s+[A-Za-zÀ-ɏḀ-ỿ-]{1,30}){0,3}?\s+([A-Za-zÀ-ɏḀ-ỿ]{3,30}s)\s+(?:in total|in all|altogether)\b/gi;

/** The totals that a text states in words. */
export function findTotals(text: string): StatedTotal[] {
  if (!/total|altogether|in all/i.test(text)) return [];
  return [...text.matchAll(stated)].map((match) => ({
    amount: Number((match[1] ?? match[3] ?? '').replaceAll(',', '')),
    of: (match[2] ?? match[4] ?? '').toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** A sum of money that a sentence divides into parts, where the parts give another sum. */
export interface BrokenSum extends Stretch {
  readonly stated: string;
  readonly sum: string;
}

const money = /([£€$])(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?(?:\s?(k|m|million|thousand)\b)?/gi;
/** What stands behind the whole: “a year: ”, “, made up of ”. */
const opensParts = /^[^.;:£€$]{0,40}(?::|\b(?:made up of|consisting of|composed of|namely))\s+$/i;
/** What stands behind a part: “for printers, ”. The list is all there is, and nothing in it is worked out or left open. */
const ofPart = /^\s(?:for|from|by|towards|in|on)\s[^.:£€$]{1,60}\.?\s{0,3}$/i;
const noPart =
  /\b(?:each|per|every|a (?:day|week|month|quarter|year|visit|copy|request)|monthly|quarterly|yearly|annually|or|plus|less|minus|including|excluding|up to|about|between|vat|discount|at least|rest|remainder|balance)\b|\bfrom\s?$/i;

/** The sums of a sentence that do not add up to what it gives first: “£9,000 a year: £5,000 for printers and £1,000 for repairs”. */
export function findBrokenSum(sentence: string): BrokenSum | undefined {
  const sums = [...sentence.matchAll(money)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
    figure: readFigure(match[0]),
  }));
  const [whole, ...parts] = sums;
  if (!whole?.figure || parts.length < 2) return undefined;
  const behind = sums.map(({ to }, index) => sentence.slice(to, sums[index + 1]?.from));
  const [opening = '', ...others] = behind;
  if (!opensParts.test(opening) || !others.every((one) => ofPart.test(one) && !noPart.test(one))) return undefined;
  const { sign, value, step } = whole.figure;
  const figures = parts.flatMap(({ figure }) => (figure?.sign === sign ? [figure] : []));
  const sum = figures.reduce((total, figure) => total + figure.value, 0);
  const slack = figures.reduce((coarsest, figure) => Math.max(coarsest, figure.step), step) + 1e-6;
  if (figures.length < parts.length || Math.abs(sum - value) <= slack) return undefined;
  const { from, to, text, figure } = whole;
  return { stated: text, sum: writeFigure(sum, figure), from, to };
}
