import { cueOf } from './concordance.ts';
import { months } from './date.ts';
import { numberWords, tens } from './number.ts';
import { remembered } from './remember.ts';
import { patternsFor, type SignedPattern } from './signs.ts';
import type { Stretch } from './stretch.ts';
import { latin } from './words.ts';

/** Days by the longest reading, so that a bound such as "at most 31 days" never blames "one month". */
const daysIn = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
  month: 31,
  quarter: 92,
  year: 366,
} as const;
export type Unit = keyof typeof daysIn;

/** A length of time as a text states it. */
export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
  /** Whether only working days (or hours) count: "within 2 working days". */
  readonly working: boolean;
  /** In days by the longest reading; twelve months are one year. Working days are counted as days. */
  readonly days: number;
}

const amount = `(?<![${latin}\\d.,]|[${latin}]-|hundred |hundred and )(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|(?:${tens.join('|')})(?:[- ](?:${numberWords.slice(1, 10).join('|')}))?|${[...numberWords].reverse().join('|')}|an?)`;
/** "12 (twelve)" and "twelve (12)" say the same thing twice. */
const again = '(?:\\s*\\([^()]{1,30}\\))?';
const unit = `(?:working\\s+|calendar\\s+|business\\s+|clear\\s+)?(${Object.keys(daysIn).join('|')})s?`;
/** A text without any of them states no length of time. */
export const durationCue = cueOf(...Object.keys(daysIn).flatMap((name) => [name, `${name}s`]));
/** The words without which a text names no stretch of time, and no cycle. */
const units = new RegExp(Object.keys(daysIn).join('|'), 'i');
const cycles = new RegExp(`${units.source}|ennial|annual|annum|daily|anniversary|every|each`, 'i');
const stretch = new RegExp(`${amount}${again}[\\s-]+${unit}\\b`, 'gi');

/** What stands before or behind a stretch that is no duration: a deadline, a repetition, `24 hours a day`. */
const deadline = /\b(?:within|every|each|in the (?:last|next)|hours?|times?|once|twice)\s+(?:the\s+)?$/i;
const perDay = /^\s+(?:a|per|each|every)\s+(?:day|week|month|year)\b/i;
/** A deadline for deleting is how long a thing is kept. */
const deleting =
  /\b(?:overwrit\w*|delet\w*|eras\w*|wiped?|destroy\w*|purg\w*|kept|keeps?|retain\w*|retention|held|stored?)\b[^.;:]{0,80}$/i;
const ofRecording = /^\s+(?:of|after|from)\s+(?:being\s+|the\s+)?(?:record\w*|captur\w*)\b/i;
const unitFirst = new RegExp(`\\b${unit}\\s*[:=]\\s*(\\d+)\\b`, 'i');

/**
 * The first length of time that a text states: `31 days`, `one year`, `twelve (12) months`, `days: 31`. A deadline or a
 * repetition is none: "within 7 days", "every 31 days", unless it is one for deleting.
 */
export const findDuration: (text: string) => Duration | undefined = remembered((text) => {
  if (!units.test(text)) return undefined;
  for (const match of text.matchAll(stretch)) {
    const before = text.slice(Math.max(0, match.index - 120), match.index);
    const duration = durationOf(match);
    if (duration === undefined || perDay.test(text.slice(match.index + match[0].length))) continue;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    if (!deadline.test(before) || deleting.test(before.replace(deadline, '')) || ofRecording.test(after))
      return duration;
  }
  const turned = unitFirst.exec(text);
  return turned ? durationOf([turned[0], turned[2], turned[1]]) : undefined;
});

/** A length of time and where a text has it. */
export interface PlacedDuration extends Stretch {
  readonly duration: Duration;
}

/** Every length of time in a text, deadlines and repetitions too. */
export function* durationsIn(text: string): Generator<PlacedDuration> {
  for (const match of text.matchAll(stretch)) {
    const duration = durationOf(match);
    if (duration) yield { duration, from: match.index, to: match.index + match[0].length };
  }
}

/** The first length of time in a text, a deadline or not: `within 2 working days` is two days that keep their "working". */
export const firstDuration: (text: string) => Duration | undefined = remembered((text) => {
  if (!units.test(text)) return undefined;
  const [first] = durationsIn(text);
  return first?.duration;
});

function durationOf([words, count, unitName]: readonly (string | undefined)[]): Duration | undefined {
  const amount = number(count);
  const days = stretchDays(count, unitName);
  if (amount === undefined || days === undefined) return undefined;
  const working = /\b(?:working|business)\b/i.test(words ?? '');
  return { amount, unit: (unitName ?? '').toLowerCase() as Unit, working, days };
}

/** The words for a cycle, in the order in which they are tried. */
const adverbs: readonly (readonly [RegExp, number])[] = [
  [/\b(?:twice[- ](?:yearly|annually)|half[- ]?yearly|bi-?annual(?:ly)?|semi-?annual(?:ly)?)\b/i, daysIn.year / 2],
  [/\bbiennial(?:ly)?\b/i, daysIn.year * 2],
  [/\b(?:triennial(?:ly)?|every (?:third|3rd) year)\b/i, daysIn.year * 3],
  [
    /\b(?:annual(?:ly)?|yearly|per annum|(?:each|its|the|every) anniversary|(?:once )?(?:a|per|each|every) (?:calendar |financial |academic |school )?year)\b/i,
    daysIn.year,
  ],
  [/\b(?:quarterly|(?:once )?(?:a|per|each|every) quarter)\b/i, daysIn.quarter],
  [/\b(?:monthly|(?:once )?(?:a|per|each|every) (?:calendar )?month)\b/i, daysIn.month],
  [/\b(?:fortnightly|(?:a|per|each|every) fortnight)\b/i, daysIn.fortnight],
  [/\b(?:weekly|(?:once )?(?:a|per|each|every) week)\b/i, daysIn.week],
  [/\b(?:daily|nightly|(?:a|per|each|every) (?:working )?(?:day|night))\b/i, daysIn.day],
  [/\b(?:hourly|(?:per|each|every) hour)\b/i, daysIn.hour],
  [new RegExp(`\\b(?:each|every) (?:spring|summer|autumn|winter|${months.join('|')})\\b`, 'i'), daysIn.year],
];
const times: readonly SignedPattern[] = [
  [
    ['time', 'twice'],
    new RegExp(`(?:${amount}\\s+times?|\\b(twice))\\s+(?:a|per|each|every|in (?:a|the|each|every))\\s+${unit}\\b`, 'i'),
  ],
];
/** A stretch between two times. */
const spacings: readonly SignedPattern[] = [
  [
    ['every', 'each', 'interval', 'more than'],
    new RegExp(
      `\\b(?:every|each|intervals? (?:of(?: (?:no more than|at most|up to))?|not exceeding)|no more than)\\s+${amount}${again}[\\s-]+${unit}\\b`,
      'i',
    ),
  ],
  [['interval'], new RegExp(`${amount}${again}[\\s-]+${unit}\\s+intervals?\\b`, 'i')],
  [['yearly', 'monthly', 'weekly'], new RegExp(`${amount}[\\s-]*(year|month|week)ly\\b`, 'i')],
  [
    Object.keys(daysIn),
    new RegExp(`^\\W*(?:at least |at most |up to )?${amount}${again}[\\s-]+${unit}\\W*(?:$|\\n|\\.)`, 'i'),
  ],
];
const other = new RegExp(`\\bevery\\s+(?:other|second)\\s+${unit}\\b`, 'i');

/**
 * How often something happens, as the days between two times: `every 12 months`, `annually`, `four times a year`. A bare
 * length of time counts only where it is the whole answer: "a two-day course" is no cycle.
 */
export const findPeriod: (text: string) => number | undefined = remembered((text) => {
  if (!cycles.test(text)) return undefined;
  const often = firstOf(times, text);
  const count = often?.[2] ? 2 : number(often?.[1]);
  const whole = stretchDays('1', often?.[3]);
  if (count && whole) return whole / count;
  const spaced = firstOf(spacings, text);
  if (spaced) return stretchDays(spaced[1], spaced[2]);
  const alternate = other.exec(text);
  if (alternate) return stretchDays('2', alternate[1]);
  return adverbs.find(([pattern]) => pattern.test(text))?.[1];
});

/** What the first of some patterns finds that finds anything. */
function firstOf(patterns: readonly SignedPattern[], text: string): RegExpExecArray | undefined {
  for (const pattern of patternsFor(text, patterns)) {
    const found = pattern.exec(text);
    if (found) return found;
  }
  return undefined;
}

/** The same for the times that a text lists: “in January and July”, “on the first Monday of the month”, “in spring and in autumn”. */
export function findOccasions(text: string): number | undefined {
  if (ofMonth.test(text)) return daysIn.month;
  if (isStretch.test(text)) return undefined;
  const named = new Set([...text.matchAll(monthOrSeason)].map(([, name = '']) => name.toLowerCase().slice(0, 3)));
  return named.size > 1 ? daysIn.year / named.size : undefined;
}

const ofMonth =
  /\b(?:first|second|third|fourth|last|\d{1,2}(?:st|nd|rd|th))\s+(?:[a-z]+\s+){0,2}?of\s+(?:the|each|every)\s+month\b/i;
const monthOrSeason = new RegExp(`\\b(${months.join('|')}|spring|summer|autumn|winter)\\b`, 'gi');
/** From one month to another, or months of a year. */
const isStretch = /\b(?:to|until|till|between|from)\b|\b(?:19|20)\d\d\b/i;

function stretchDays(count: string | undefined, unitName: string | undefined): number | undefined {
  const quantity = number(count);
  const name = (unitName ?? '').toLowerCase() as Unit;
  const each = daysIn[name];
  if (quantity === undefined || each === undefined) return undefined;
  if (name !== 'month') return quantity * each;
  return Math.floor(quantity / 12) * daysIn.year + (quantity % 12) * each;
}

/** "45", "forty-five", "a". */
function number(word: string | undefined): number | undefined {
  if (word === undefined || word === '') return undefined;
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  const [first = '', second = ''] = lower.split(/[- ]/);
  const ten = tens.indexOf(first);
  if (ten >= 0) return 20 + ten * 10 + Math.max(0, numberWords.indexOf(second));
  const one = numberWords.indexOf(lower);
  const value = one >= 0 ? one : Number(lower.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}
