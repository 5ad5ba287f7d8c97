import { cueOf } from './concordance.ts';
import { readDate } from './date.ts';
import { findPeriod } from './duration.ts';
import { labelEnd } from './label.ts';
import { numberWords } from './number.ts';
import { type PhraseFinder, phraseFinder } from './phrases.ts';
import { type Count, findCount } from './quantity.ts';
import { sentencesOf } from './sentence.ts';
import { oneLine } from './shorten.ts';
import type { Wording } from './wording.ts';

/** A number of events that a text promises without a time. */
export interface Promised extends Count {
  readonly text: string;
}

const numbers = [...numberWords.slice(2, 13), '\\d{1,2}'].join('|');
/** “The board shall meet twice” counts meetings by how often; what meets “twice the demand” counts none. */
const meeting = new RegExp(
  `\\bmeets?\\s{1,3}(?:(?:formally|together|at least|at most|no fewer than|not fewer than|no less than|not less than|a minimum of)\\s{1,3}){0,2}(?:(twice)|(${numbers})\\s{1,3}times)\\b(?!\\s{1,3}(?:the|an?|as|its|their|this|that|what)\\b)`,
  'i',
);
/** A text without any of them counts no meetings so. */
export const meetingCue = cueOf('meet twice', 'meets twice', 'meet times', 'meets times');
/** Behind the number they say in which time, and before it that it is a condition. */
const timed = /\b(?:day|week|month|quarter|season|term|year)s?\b/i;
const conditional = /^\W*(?:where|should|unless|once)\b/i;

const atLeast = /(?:\b(?:at least|no fewer than|not fewer than|no less than|not less than|a minimum of|up to)\s+)$/i;
const lastWord = /(?<![\p{L}’'])([\p{L}’']{1,20})\s{1,9}$/u;
const noEvents =
  /\b(?:minutes?|hours?|days?|weeks?|months?|years?|of|and|or|at|to|for|in|on|with|from|by|about)\b|\s\d/i;

/** Finds the promises of a text. `bindings` are the words of a duty, such as "will"; `label` is what stands before the text. */
export function promiseReader(
  wording: Wording['count-without-period'],
  bindings: readonly string[],
): (text: string, label: string) => Promised[] {
  const isPromise = phraseFinder([...bindings, ...wording.promises]);
  const isSettled = phraseFinder(wording.settled);
  const refersBack = new Set(wording['not-after']);
  return (text, label) => {
    if ((findCount(text) === undefined && !meeting.test(text)) || saysWhen(isSettled, label)) return [];
    const sentences = sentencesOf(text);
    return sentences.flatMap((sentence, index): Promised[] => {
      const met = meetingsIn(sentence.text);
      const count = met ?? timelessCount(sentence.text);
      // The “twice” of “meet twice” is no time.
      const rest = met ? sentence.text.slice(0, met.from) + sentence.text.slice(met.to) : sentence.text;
      if (!count || saysWhen(isSettled, rest)) return [];
      const next = sentences[index + 1];
      if (next && findCount(next.text) === undefined && saysWhen(isSettled, next.text)) return [];
      const before = sentence.text.slice(0, count.from).replace(atLeast, '');
      const opens = label !== '' && index === 0 && before.length <= labelEnd(text, label);
      if (!opens && !met && isPromise(sentence.text).length === 0) return [];
      if (refersBack.has(lastWord.exec(before)?.[1]?.toLowerCase() ?? '')) return [];
      const [from, to] = [count.from + sentence.from, count.to + sentence.from];
      return [{ ...count, from, to, text: oneLine(text.slice(from, to)) }];
    });
  };
}

function saysWhen(isSettled: PhraseFinder, text: string): boolean {
  return isSettled(text).length > 0 || readDate(text) !== undefined || /\b(?:19|20)\d\d\b/.test(text);
}

/** “meet four times”, where the sentence names no stretch of time. */
function meetingsIn(sentence: string): Count | undefined {
  const match = meeting.exec(sentence);
  if (!match || conditional.test(sentence) || timed.test(sentence.slice(match.index))) return undefined;
  if (findPeriod(sentence) !== undefined) return undefined;
  const [text, twice, number = ''] = match;
  const amount = twice ? 2 : Math.max(numberWords.indexOf(number.toLowerCase()), Number(number) || 0);
  return { amount, of: 'meetings', days: undefined, from: match.index, to: match.index + text.length };
}

/** The first count of more than one event; "six weeks of consultation" counts weeks. */
function timelessCount(sentence: string): Count | undefined {
  let start = 0;
  for (let tries = 0; tries < 5; tries++) {
    const count = findCount(sentence.slice(start));
    if (!count) return undefined;
    const from = count.from + start;
    const to = endOf(sentence, count.to + start);
    const words = sentence.slice(from, to);
    if (!noEvents.test(words) && count.amount > 1 && /s$/i.test(words))
      return count.days === undefined ? { ...count, from, to } : undefined;
    start = from + (/^\S+/.exec(words)?.[0].length ?? 1);
  }
  return undefined;
}

/** Where what is counted ends: "three consultation events" counts events, "3 report forms" none. */
function endOf(sentence: string, to: number): number {
  const next = /^\s{1,9}[\p{L}-]{1,20}/u.exec(sentence.slice(to, to + 40))?.[0] ?? '';
  const isSingular = sentence.charAt(to - 1).toLowerCase() !== 's';
  return isSingular && findCount(`2${next}`) ? to + next.length : to;
}
