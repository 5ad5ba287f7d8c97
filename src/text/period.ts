import { datesIn, monthNames } from './date.ts';

/** A period that figures are for, by the years in which it starts and ends: 2025/26, or the calendar year 2025. */
export interface Period {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** Where it starts in its text. */
  readonly from: number;
}

/** 2025/26, 2025-26, 2025–2026. */
const twoYears = /(?<![\d/.-])((?:19|20)\d\d)\s?[/–-]\s?((?:19|20)?\d\d)(?!\d|[/.-]\d|[A-Za-zÀ-ɏḀ-ỿ])/gu;
const calendar = /\bcalendar year ((?:19|20)\d\d)\b/gi;
const yearTo = new RegExp(
  `\\b(?:year|months) (?:to|ending|ended|ending on|ended on) \\d{1,2}(?:st|nd|rd|th)? (${monthNames}) ((?:19|20)\\d\\d)\\b`,
  'gi',
);
const monthsOf = new RegExp(
  `\\b(?:${monthNames})(?: ((?:19|20)\\d\\d))?\\s?(?:to|and|–|-)\\s?(?:${monthNames}) ((?:19|20)\\d\\d)\\b`,
  'gi',
);

/** The periods that a text names: years of two numbers, calendar years, and stretches from one date to another. */
export function periodsIn(text: string): Period[] {
  const found = [...yearsOfTwo(text), ...calendarYears(text), ...yearsUpTo(text), ...stretches(text)];
  return found.sort((a, b) => a.from - b.from);
}

/** A document number such as 2014/40 is no period: the second year follows the first. */
function yearsOfTwo(text: string): Period[] {
  return [...text.matchAll(twoYears)].flatMap((match) => {
    const first = Number(match[1]);
    const end = match[2] ?? '';
    const last = end.length === 4 ? Number(end) : Math.floor((first + 1) / 100) * 100 + Number(end);
    return last === first + 1 ? [{ first, last, text: match[0], from: match.index }] : [];
  });
}

function calendarYears(text: string): Period[] {
  return [...text.matchAll(calendar)].map((match) => {
    const year = Number(match[1]);
    return { first: year, last: year, text: match[0], from: match.index };
  });
}

function yearsUpTo(text: string): Period[] {
  return [...text.matchAll(yearTo)].map((match) => {
    const last = Number(match[2]);
    const isCalendar = /^dec/i.test(match[1] ?? '');
    return { first: isCalendar ? last : last - 1, last, text: match[0], from: match.index };
  });
}

/** "1 April 2024 to 31 March 2025", "between 1 April 2024 and 31 March 2025", "January to December 2025". */
function stretches(text: string): Period[] {
  const dates = datesIn(text);
  const days = dates.flatMap((one, index): Period[] => {
    const next = dates[index + 1];
    if (!next || !/^\s*(?:to|and|until|–|—|-)\s*$/u.test(text.slice(one.to, next.from))) return [];
    return [{ ...yearsFrom(one.day, next.day), text: text.slice(one.from, next.to), from: one.from }];
  });
  const named = [...text.matchAll(monthsOf)].map((match) => {
    const last = Number(match[2]);
    return { first: match[1] === undefined ? last : Number(match[1]), last, text: match[0], from: match.index };
  });
  return [...days, ...named];
}

function yearsFrom(start: string, end: string): { readonly first: number; readonly last: number } {
  return { first: Number(start.slice(0, 4)), last: Number(end.slice(0, 4)) };
}
