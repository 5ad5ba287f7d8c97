import { cueOf } from './concordance.ts';
import { datesIn, type PlacedDate } from './date.ts';
import { findPeriod } from './duration.ts';
import type { Stretch } from './stretch.ts';

/** What a sentence says of how long an agreement lasts. */
export interface Term {
  readonly start: PlacedDate | undefined;
  readonly end: PlacedDate | undefined;
  /** The words that let it go on until somebody ends it. */
  readonly open: Stretch | undefined;
}

const starting =
  /\b(?:from|starts?|starting|begins?|beginning|commenc\w{1,6}|in(?:to)? force|effective|effect)\s+(?:(?:on|from)\s+)?$/i;
const ending =
  /\b(?:ends?|ending|expires?|expiring|terminates?|finish(?:es)?|until|till|up to|through)\s+(?:and including\s+)?(?:on\s+)?$/i;
const between = /^\s*(?:to|until|till|up to|through|and ends? on|and expires? on|[–—-])\s*(?:and including\s+)?$/i;
const goesOn = new RegExp(
  [
    '\\b(?:remain|stay|continu|run|last|thereafter|then)\\w{0,3}\\b[^.;]{0,60}?\\buntil\\s+(?:it is\\s+|they are\\s+)?(?:terminated|ended|cancelled|replaced|superseded|further notice|notice)\\b',
    '\\buntil\\s+(?:either|any|one|a party|each|the part)[^.;]{0,50}?\\b(?:gives?|serves?|ends?|terminates?|cancels?|withdraws?|leaves?)\\b',
    '\\bindefinitely\\b|\\bfor an (?:indefinite|unlimited) (?:period|term|time)\\b',
    '\\b(?:has|with|have|there is) no (?:fixed |set )?(?:end(?:ing)?(?: date)?|term|expiry(?: date)?)\\b|\\bopen[- ]ended\\b',
  ].join('|'),
  'i',
);
const later =
  /\b(?:initial(?:ly)?|first (?:term|period)|minimum (?:term|period)|thereafter|then|after (?:that|this|which|the|it)|afterwards|beyond|subsequently|re-?new\w{0,4}|rolls?|rolling|automatically extend\w{0,3})\b/i;
const endless = /\b(?:has|have|with|there is) no (?:fixed |set )?(?:end|ending|expiry)\b/i;
const rolling = /\broll(?:s|ing)?(?: (?:on|over))?\b/gi;
const notRenewed = /\b(?:not|never) (?:be )?(?:automatically )?re-?new\w{0,4}/gi;
const sooner = /\b(?:unless|earlier|sooner|whichever|or until)\b/i;

/** What is told of another agreement: “replaces the one that ran from 1 April 2023 to 31 March 2026”. */
const replaced =
  /\b(?:replac|supersed|succeed)(?:es?|ing|s)\s+(?:the|an?|any|all|our|its)\b[^,;]{0,80}?\b(?:that|which|dated|of|made|signed|covering)\b[^,;]*?(?=[,;]|\band (?:starts?|begins?|ends?|expires?|runs?|takes|is|comes|lasts?|continues?|remains?)\b|$)/gi;
/** Sentences on how long something else lasts, be it in a clause on the term. */
const ofSomethingElse = new RegExp(
  [
    '^\\W*(?:(?:the|all|any|our|its|these|those|this)\\s+)?(?:[A-Za-zÀ-ɏḀ-ỿ-]+\\s+){0,2}?(?:prices?|pricing|charges?|fees?|rates?|tariffs?|costs?|discounts?|budgets?|grants?|funding|licen[cs]es?|permits?|insurance|polic(?:y|ies)|warrant(?:y|ies)|guarantees?)(?:\\s+[A-Za-zÀ-ɏḀ-ỿ-]+){0,5}?\\s+(?:is|are|was|were|will|shall|may|stays?|remains?|continues?|appl(?:y|ies)|holds?|runs?|lasts?|ends?|expires?|renews?)\\b',
    '^\\W*(?:the\\s+)?(?:clauses?|sections?|paragraphs?|parts?|schedules?|annex(?:es)?|appendi(?:x|ces)|provisions?|obligations?|duties)\\b[^.;]{0,120}?\\b(?:surviv|continu|remain|stay|appl|last|end|bind|will|shall)\\w*',
    '^\\W*(?:the|our|its|an?)\\s+(?:previous|earlier|former|last|old|preceding)\\s',
  ].join('|'),
  'i',
);

/** Whether a sentence tells how long something else than the agreement lasts: its prices, some of its clauses, the last one. */
export function isTermOfSomethingElse(text: string): boolean {
  return ofSomethingElse.test(text);
}

/** Reads a sentence for the start and the end of a term, and for words that leave the end open. */
export function readTerm(whole: string): Term {
  const text = whole.replace(replaced, (words) => ' '.repeat(words.length));
  const dates = datesIn(text);
  const before = (one: PlacedDate) => text.slice(Math.max(0, one.from - 40), one.from);
  const second = dates.find((one, index) => {
    const last = dates[index - 1];
    return last !== undefined && between.test(text.slice(last.to, one.from));
  });
  const first = second && dates[dates.indexOf(second) - 1];
  const open = goesOn.exec(text);
  return {
    start: first ?? dates.find((one) => starting.test(before(one))),
    end: second ?? dates.find((one) => ending.test(before(one))),
    open: open ? { from: open.index, to: open.index + open[0].length } : undefined,
  };
}

const paper = '(?:agreement|sla|mou|memorandum|contract|protocol|plan|document|arrangements?)';
/** How a document speaks of itself, as a part of a pattern. */
export const thisAgreement = `(?:this|the|our)\\s+(?:[\\w-]+\\s+){0,3}?${paper}`;

/** This agreement and no other: “the partnership agreement” may be another one. */
const itself = `(?:this\\s+(?:[\\w-]+\\s+){0,3}?|(?:the|our)\\s+(?:service\\s+level\\s+)?)${paper}`;

const ofItself = new RegExp(
  `^\\W*(?:${itself}(?:\\s+\\([^()]{1,60}\\))?|it)\\s+(?:(?:shall|will|is|to|be|only|formally)\\s+){0,3}(?:takes?|comes?|starts?|begins?|commences?|runs?|lasts?|effective|in force|valid|ends?|expires?|terminates?|remains?|continues?|appl(?:y|ies)|covers?|operates?|has effect)\\b`,
  'i',
);
const labelled =
  /^\W*(?:(?:agreement|contract)\s+)?(?:term|duration|period|start and end)(?:\s+of\s+(?:the\s+|this\s+)?(?:agreement|contract|sla))?\s*:/i;
const changed = /\b(?:amend|revis|vari(?:ed|ation)|extend|extension|re-?new|replac|original|first|previous|initial)/i;

/** Whether a sentence plainly tells when the agreement itself starts or ends, and not of what it was before. */
export function isPlainTerm(text: string): boolean {
  return (ofItself.test(text) || labelled.test(text)) && !changed.test(text);
}

const nextReview =
  /\b(?<!\b(?:its|their|whose) )(?:next\s+(?:(?:annual|formal|full|scheduled|joint)\s+)?review|(?:due for|be|is) review(?:ed)?(?:\s+(?:again|next))?)(?:\s+(?:date|of|the|this|our|agreement|sla|mou|document|plan|protocol|is|are|will|shall|be|due|planned|scheduled|set|held|completed|carried|out|take|takes|place|falls|on|by|in|for|before|no|later|than|again|next|during))*\s*$/i;
/** A text without any of them tells of no review. */
export const reviewCue = cueOf('review', 'reviewed');

/** How often a sentence says that the agreement is reviewed, in days, and where. */
export function readReviewCycle(text: string) {
  const match = reviewCycle.exec(text);
  const cycle = match?.[1] ?? '';
  const days = findPeriod(cycle);
  if (!match || days === undefined) return undefined;
  const to = match.index + match[0].length;
  return { days, from: to - cycle.length, to };
}

const reviewCycle = new RegExp(
  `(?:^\\W*(?:${itself}|it)\\s+(?:is|will be|shall be|must be|is to be)\\s+(?:[\\w-]+\\s+){0,2}?reviewed|\\breviews?\\s+${itself})\\s+(?:[\\w-]+\\s+){0,5}?((?:every|each|once|twice|annually|yearly|half-yearly|six-monthly|quarterly|monthly)\\b[^.;:,]{0,40})`,
  'i',
);

/** Whether a sentence is about the agreement itself, so that “it” in the next one is, too. */
export function startsWithItself(text: string): boolean {
  return subject.test(text);
}

const subject = new RegExp(`^\\W*${itself}\\b`, 'i');

/** The day on which a sentence says that the agreement is reviewed next; a month is no day. */
export function readNextReview(text: string): PlacedDate | undefined {
  return datesIn(text).find(({ from }) => nextReview.test(text.slice(Math.max(0, from - 100), from)));
}

/**
 * Whether a text speaks of what follows a term: "an initial term of three years and thereafter until notice". What has no
 * end rolls on from its start.
 */
export function speaksOfLater(text: string): boolean {
  const rest = text.replace(notRenewed, '');
  return later.test(endless.test(rest) ? rest.replace(rolling, '') : rest);
}

/** Whether a text lets a term end before its day: "until 31 March 2029, unless ended sooner by notice". */
export function speaksOfSooner(text: string): boolean {
  return sooner.test(text);
}

const renews = new RegExp(
  [
    '\\b(?:automatically|itself)\\s+(?:be\\s+)?(?:renew|extend|roll)\\w*',
    '\\b(?:renew|extend|roll)(?:s|ed|ing)?\\b(?:\\s+(?:itself|over|on))?\\s+(?:automatically|from year to year|year (?:by|on) year|each year|every year|annually|for (?:a )?(?:further|successive|consecutive|additional))\\b',
    '\\bautomatic (?:renewal|extension)\\b',
    '\\brolling (?:basis|contract|agreement|term)\\b',
  ].join('|'),
  'i',
);
const mayRenew =
  /\b(?:not|never|no|nor|without|may|can|could|might|if|unless it is|option to)\b[^.,;]{0,40}\b(?:renew|extend|extension|roll)/i;
/** A text without any of them tells of no renewal. */
export const renewalCue = cueOf('renew…', 'extend…', 'extension', 'roll…', 'automatic…');

/** Whether a sentence lets an agreement go on for another term by itself; `about` is what stands above it. */
export function renewsItself(text: string, about: string): boolean {
  if (mayRenew.test(text)) return false;
  return renews.test(text) || (/^\W*automatic/i.test(text) && /\brenewal\b/i.test(about));
}
