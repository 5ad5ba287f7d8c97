import { readDate } from './date.ts';
import { findPeriod, firstDuration } from './duration.ts';
import { findPercentage } from './quantity.ts';

const clock =
  /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2}\s?(?:am|pm)\b|\b(?:noon|midnight)\b|\b(?:same|next|following) (?:working |business )?(?:day|shift)\b|\b(?:on|by|each|every) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i;

/** Whether a text holds a figure by which a promise can be measured: a time, a date, how often, or a share. */
export function hasMeasure(text: string): boolean {
  return (
    firstDuration(text) !== undefined ||
    findPeriod(text) !== undefined ||
    readDate(text) !== undefined ||
    findPercentage(text) !== undefined ||
    clock.test(text)
  );
}
