import { readDate } from './date.ts';
import { labelEnd } from './label.ts';
import { type PhraseFinder, phraseFinder } from './phrases.ts';
import { type Count, findCount } from './quantity.ts';
import { sentencesOf } from './sentence.ts';
import { oneLine } from './shorten.ts';
import type { Wording } from './wording.ts';

/** A number of events that a text promises without a time. */
export interface Promised extends Count {
  readonly text: string;
}

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
    if (findCount(text) === undefined || saysWhen(isSettled, label)) return [];
    const sentences = sentencesOf(text);
    return sentences.flatMap((sentence, index): Promised[] => {
      const count = timelessCount(sentence.text);
      if (!count || saysWhen(isSettled, sentence.text)) return [];
      const next = sentences[index + 1];
      if (next && findCount(next.text) === undefined && saysWhen(isSettled, next.text)) return [];
      const before = sentence.text.slice(0, count.from).replace(atLeast, '');
      const opens = label !== '' && index === 0 && before.length <= labelEnd(text, label);
      if (!opens && isPromise(sentence.text).length === 0) return [];
      if (refersBack.has(lastWord.exec(before)?.[1]?.toLowerCase() ?? '')) return [];
      const [from, to] = [count.from + sentence.from, count.to + sentence.from];
      return [{ ...count, from, to, text: oneLine(text.slice(from, to)) }];
    });
  };
}

function saysWhen(isSettled: PhraseFinder, text: string): boolean {
  return isSettled(text).length > 0 || readDate(text) !== undefined || /\b(?:19|20)\d\d\b/.test(text);
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
