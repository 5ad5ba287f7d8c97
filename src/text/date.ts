import { cueOf } from './concordance.ts';
import type { Stretch } from './stretch.ts';

/** The months in their order, in lower case. */
export const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Whether a value is a text, and that a day of the calendar as YYYY-MM-DD. */
export function isIsoDate(value: unknown): value is string {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The one full date that a text states, as YYYY-MM-DD: `12 March 2026`, `March 12, 2026`, `12/03/2026`, `2026-03-12`; else undefined. Only a text that is nothing but a day may leave out its century. */
export function findDate(text: string): string | undefined {
  const found = new Set(allDates(text));
  if (found.size === 0) return text.length < 30 ? shortDate(text.trim().replace(/\.$/, '')) : undefined;
  return found.size === 1 ? [...found][0] : undefined;
}

/** The day that a line or a cell of a signature block gives, where the century may be left out, and hyphens divide: `A. Clerk, 12.03.26`, `3-Apr-2026`. */
export function signedDay(text: string): string | undefined {
  const day = findDate(text);
  if (day !== undefined || allDates(text).length > 0) return day;
  const [, date, month, name = '', year = ''] = dayLast.exec(text) ?? [];
  if (year === '' || (month === undefined && /^(?:19|20)$/.test(year))) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  const [found] = iso(full, month ?? monthCalled(name), date);
  // The month first, where it cannot be the day: 04/23/2026.
  return found ?? (month === undefined ? undefined : iso(full, date, month)[0]);
}

const dayLast =
  /(?<![\d/.-])(\d{1,2})(?:[/.-](\d{1,2})[/.-]|(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})[\s-]+['’]?)(\d{4}|\d{2})(?=\W*$)/;

/** A text that is nothing but a day whose century is left out: `12/03/26`, `12 March 26`. 19 and 20 are cut short instead. */
function shortDate(text: string): string | undefined {
  const match = /^(\d{1,2})(?:\/(\d{1,2})\/|(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\s+['’]?)(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, day, month, name = '', year = ''] = match;
  if (month === undefined && /^(?:19|20)$/.test(year)) return undefined;
  return iso(`20${year}`, month ?? monthCalled(name), day)[0];
}

/**
 * A date as it is written.
 * - `month`: no day is named, or nothing but a year; `earliest` and `latest` are the days that can be meant
 * - `impossible`: no calendar has that day, or the year is cut short
 */
export type WrittenDate =
  | { readonly state: 'day'; readonly day: string }
  | { readonly state: 'month'; readonly earliest: string; readonly latest: string; readonly text: string }
  | { readonly state: 'impossible'; readonly text: string };

/** The date that a text states, complete or not; undefined when it states none, or several. */
export function readDate(text: string): WrittenDate | undefined {
  const day = findDate(text);
  if (day !== undefined) return { state: 'day', day };
  if (allDates(text).length > 0) return undefined;
  const wrong = impossibleDay.exec(text) ?? cutYear.exec(text);
  if (wrong) return { state: 'impossible', text: wrong[0].trim() };
  const month = monthAndYear.exec(text);
  const year = month ? Number(month[2]) : Number(/^\W*((?:19|20)\d\d)\W*$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) return undefined;
  const index = month ? monthCalled(month[1] ?? '') : 12;
  const earliest = isoDay(Date.UTC(year, month ? index - 1 : 0, 1));
  const latest = isoDay(Date.UTC(year, index, 0));
  return { state: 'month', earliest, latest, text: (month ? month[0] : text).trim() };
}

/** The day that a date with its month in front means, as in the United States: 16 September 2025 for `09/16/2025`. */
export function monthFirst(text: string): string | undefined {
  const [, month, day, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  return month === undefined ? undefined : findDate(`${day}/${month}/${year}`);
}

/** The last day that the date in a text can mean: 31 March 2026 for `March 2026`, 30 June 2026 for `Q1 2026`; undefined when it states none. */
export function lastDay(text: string): string | undefined {
  const written = readDate(text);
  if (written?.state === 'day') return written.day;
  if (written) return written.state === 'month' ? written.latest : undefined;
  const [, number, year] = quarterOfYear.exec(text) ?? [];
  if (year === undefined) return undefined;
  // A financial year’s quarter ends three months later than that of a calendar year.
  return isoDay(Date.UTC(Number(year), 3 * Number(number) + 3, 0));
}

/** `Q1 2026`, `Q3 2026/27`. */
export const quarterOfYear = /\bQ([1-4])\s(?:of\s)?((?:19|20)\d\d)\b/i;

/** What may stand between a day and its month: "12th of March", "12th day of March". */
const ofMonth = '\\s+(?:(?:day\\s+)?of\\s+)?';
/** The names of months, long and short, as they stand in a pattern. */
export const monthNames = `${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept`;
const monthAndYear = new RegExp(`\\b(${monthNames})\\.?,?\\s+((?:19|20)\\d\\d)\\b`, 'i');
/** "March 12", "March the 12th". */
const americanDay = `(?:${monthNames})\\.?\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?`;
/** A day with its month and a year, in figures or with the name of the month; no calendar need have it. */
const fullDay = (year: string) =>
  `\\b(?:${year}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]${year}|\\d{1,2}(?:st|nd|rd|th)?${ofMonth}(?:${monthNames})\\.?,?\\s+${year}|${americanDay},?\\s+${year})\\b`;
const impossibleDay = new RegExp(fullDay('(?:19|20)\\d\\d'), 'i');
const everyWrittenDay = new RegExp(impossibleDay, 'gi');
const anyDay = new RegExp(fullDay('\\d{4}'), 'gi');
/** A text without any of them has no day that is written out in full, be it a right or a wrong one. */
export const yearCue = cueOf('19…', '20…');
/** The days of a text that no calendar has, such as 31 April 2026, and where they stand in it. */
export function impossibleDays(text: string): { readonly text: string; readonly index: number }[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(everyWrittenDay)].flatMap((match) =>
    readDate(match[0])?.state === 'impossible' ? [{ text: match[0], index: match.index }] : [],
  );
}

/** "1 April 201", "dated 201". */
const cutYear = new RegExp(
  `(?:\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(${monthNames})\\.?,?\\s+|^\\W*)(?:19|20)\\d?(?![\\d/])\\W*$`,
  'i',
);

/** A day in full, and where it stands in a text. */
export interface PlacedDate extends Stretch {
  /** As YYYY-MM-DD. */
  readonly day: string;
}

/** Every day that a text states in full, in order. */
export function datesIn(text: string): PlacedDate[] {
  return [...text.matchAll(anyDay)].flatMap(({ 0: written, index }) => {
    const day = findDate(written);
    return day === undefined ? [] : [{ day, from: index, to: index + written.length }];
  });
}

/** How many days lie between two days (YYYY-MM-DD), the first one first. */
export function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000;
}

/** The day (YYYY-MM-DD) that comes so many days after another. */
export function dayAfter(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * 86_400_000);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A day (YYYY-MM-DD) as people write it: 12 March 2026. */
export function longDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = months[Number(month) - 1] ?? '';
  return `${Number(date)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/** The same day a year later; 29 February gives 1 March. Takes and gives YYYY-MM-DD. */
export function yearAfter(day: string): string {
  const date = new Date(day);
  return isoDay(date.setUTCFullYear(date.getUTCFullYear() + 1));
}

function allDates(text: string): string[] {
  return /\d/.test(text) ? [...isoDates(text), ...slashedDates(text), ...wordyDates(text)] : [];
}

function isoDates(text: string): string[] {
  return [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map((match) => match[0]).filter(isIsoDate);
}

/** Day first, as in Britain. */
function slashedDates(text: string): string[] {
  return [...text.matchAll(/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g)].flatMap((match) =>
    iso(match[3], match[2], match[1]),
  );
}

const wordyDate = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?${ofMonth}([a-z]{3,9})\\.?,?\\s+(\\d{4})\\b`, 'gi');
/** As in the United States: "March 12, 2026". */
const americanDate = /\b([a-z]{3,9})\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/gi;
/** As deeds have them: "the twenty-first day of March 2026". */
const deedDate = /\b((?:(?:twenty|thirty)[ -])?[a-z]{5,11})\s+day\s+of\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/gi;
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

function wordyDates(text: string): string[] {
  const inDeed = text.includes('day of') ? [...text.matchAll(deedDate)] : [];
  const dayFirst = [...text.matchAll(wordyDate), ...inDeed].map(([, day, month, year]) => ({ day, month, year }));
  const american = [...text.matchAll(americanDate)].map(([, month, day, year]) => ({ day, month, year }));
  return [...dayFirst, ...american].flatMap(({ day = '', month = '', year }) => {
    const number = monthCalled(month);
    return number === 0 ? [] : iso(year, number, dayCalled(day));
  });
}

/** The number of a day: of "12", "twelfth", "thirty-first"; 0 when it is none. */
function dayCalled(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [last = '', tens = ''] = written.toLowerCase().split(/[ -]/).reverse();
  if (last === 'thirtieth') return 30;
  const unit = ordinals.indexOf(last) + 1;
  return unit === 0 ? 0 : unit + (tens === 'twenty' ? 20 : tens === 'thirty' ? 30 : 0);
}

/** The number of a month by its name or the beginning of it; 0 when there is none. */
function monthCalled(beginning: string): number {
  return months.findIndex((name) => name.startsWith(beginning.toLowerCase())) + 1;
}

function iso(year: unknown, month: unknown, day: unknown): string[] {
  if (!isDay(Number(year), Number(month), Number(day))) return [];
  return [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`];
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day that a clock shows where it stands, as YYYY-MM-DD. */
export function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
