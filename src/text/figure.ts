import { scaleOf, withCommas } from './number.ts';

/** A figure that is all there is in a cell. */
export interface Figure {
  readonly value: number;
  /** The sign of a currency, or the empty text. */
  readonly sign: string;
  /** What is counted, in the singular; the empty text where it is not said. */
  readonly unit: string;
  /** What one more in the last place is worth: 1, 0.01, 1000. Zero for a count, which is not rounded. */
  readonly step: number;
}

const pattern =
  /^\(?([£€$]?)\s?([-–−]?)\s?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?\s?(k|m|million|thousand)?(?:\s+([A-Za-zÀ-ɏḀ-ỿ]+(?: [A-Za-zÀ-ɏḀ-ỿ]+)?))?\s?\)?[*†‡]?$/i;

/** What stands in a cell for nothing. */
const nothing = /^(?:|[-–—−.]|nil|none|n\/?a)$/i;

/** The figure that a cell states: `£1,250.50`, `42`, `12 cameras`, `£84k`; zero for a dash or nothing; else undefined. */
export function readFigure(cell: string): Figure | undefined {
  const text = cell.trim();
  if (nothing.test(text)) return { value: 0, sign: '', unit: '', step: 0 };
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign = '', minus, whole = '', decimals = '', scale = '', unit = ''] = match;
  const times = scaleOf(scale);
  const value = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`) * times;
  const isNegative = minus !== '' || (text.startsWith('(') && text.endsWith(')'));
  const isExact = sign === '' && decimals === '' && times === 1;
  return {
    value: isNegative ? -value : value,
    sign,
    unit: unit.toLowerCase().replace(/s$/, ''),
    step: isExact ? 0 : times * 10 ** -decimals.length,
  };
}

/** A figure in the way of another one: `£287,750`, `3.5`. */
export function writeFigure(value: number, { sign, step }: Pick<Figure, 'sign' | 'step'>): string {
  const decimals = step > 0 && step < 1 ? Math.round(-Math.log10(step)) : 0;
  const [whole = '', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  return `${value < 0 ? '-' : ''}${sign}${withCommas(whole)}${rest && `.${rest}`}`;
}

/** A total that a sentence states: "64 cameras in total". */
export interface StatedTotal {
  readonly amount: number;
  readonly of: string;
  readonly from: number;
  readonly to: number;
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
