import { readDate } from './date.ts';
import { findPeriod, firstDuration } from './duration.ts';
import { findPercentage } from './quantity.ts';

const clock =
  /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2}\s?(?:am|pm)\b|\b(?:noon|midnight)\b|\b(?:same|next|following) (?:working |business )?(?:day|shift)\b|\b(?:on|by|each|every) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i;

/** “By the fifth working day”, “on the day it is received”, “at month end”. */
const day =
  /\b(?:by|on|before) the (?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:working |business |calendar )?(?:day|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bon the (?:working )?day (?:it|they|that|of receipt|on which|when)\b|\b(?:at|by|before) (?:the )?(?:month|quarter|year|week)[- ]end\b|\b(?:at|by|before) the end of (?:the|each|every|that) (?:same |working |business |calendar |financial )?(?:day|shift|week|month|quarter|year)\b|\bclose of business\b/i;

/** Whether a text holds a figure by which a promise can be measured: a time, a date, how often, or a share. */
export function hasMeasure(text: string): boolean {
  return (
    firstDuration(text) !== undefined ||
    findPeriod(text) !== undefined ||
    readDate(text) !== undefined ||
    findPercentage(text) !== undefined ||
    clock.test(text) ||
    day.test(text)
  );
}
