import { cueOf } from './concordance.ts';
import { findPeriod } from './duration.ts';
import { numberWords, scaleOf } from './number.ts';
import type { Stretch } from './stretch.ts';
import { latin } from './words.ts';

/** A sum of money: pounds unless another sign or code is written. */
export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** How many of something happen: "at least 4 public meetings a year". */
export interface Count extends Stretch {
  readonly amount: number;
  /** What is counted, such as `meetings`. */
  readonly of: string;
  /** The time in which they happen, in days by the longest reading; undefined when none is named. */
  readonly days: number | undefined;
}

/** The first percentage of a text, in hundredths of the whole: `99.5%`, `99.5 per cent`; else undefined. */
export function findPercentage(text: string): number | undefined {
  const match = /(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b|percent\b)/i.exec(text);
  return match ? Number(match[1]) : undefined;
}

const currencies: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: 'USD' };

/** A text without any of them states no sum. */
export const moneyCue = cueOf(...Array.from('0123456789', (digit) => `${digit}…`));

/** The first sum of money of a text: `£1,250.50`, `£84k`, `EUR 12 million`; else undefined. */
export function findMoney(text: string): Money | undefined {
  const match =
    /([£€$]|\b(?:GBP|EUR|USD)\b)\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(k\b|m\b|million\b|thousand\b)?/i.exec(
      text,
    );
  if (!match) return undefined;
  const sign = (match[1] ?? '').toUpperCase();
  const figure = Number((match[2] ?? '').replaceAll(',', ''));
  return { amount: figure * scaleOf(match[3] ?? ''), currency: currencies[sign] ?? sign };
}

const occasions =
  'meeting event newsletter report bulletin briefing survey consultation session forum workshop visit inspection audit walkabout'.split(
    ' ',
  );
const events = `${occasions.map((one) => `${one}s?`).join('|')}|surgeries|drop-ins?`;
/** A text without any of them counts no events. */
export const countCue = cueOf(...occasions.flatMap((one) => [one, `${one}s`]), 'surgeries', 'drop');
const counted = new RegExp(
  `(?<![${latin}\\d.,/£-])(?<!\\b(?:section|clause|question|activity|annex|schedule|table|part|principle|appendix|paragraph|article)\\s)(\\d{1,3}|${numberWords.slice(1, 13).join('|')})\\s+(?:[${latin}-]+\\s+){0,3}?(${events})\\b(?!\\s+(?:of the )?(?:members|guidance))`,
  'i',
);

/** The first count of events that a text states, with the time in which they happen; else undefined. */
export function findCount(text: string): Count | undefined {
  const match = counted.exec(text);
  if (!match) return undefined;
  const word = (match[1] ?? '').toLowerCase();
  const amount = numberWords.includes(word) ? numberWords.indexOf(word) : Number(word);
  const named =
    /\b(?:in|during|for|by|over)\s+(?:the\s+)?(?:financial\s+year\s+)?(?:19|20)\d\d(?:[/–-]\d{2,4})?\b/i.test(text);
  const [from, to] = [match.index, match.index + match[0].length];
  return { amount, of: match[2] ?? '', days: findPeriod(text) ?? (named ? 366 : undefined), from, to };
}
