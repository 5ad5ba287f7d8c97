import { datesIn, type PlacedDate } from './date.ts';

/** What a sentence says of how long an agreement lasts. Offsets are relative to the text. */
export interface Term {
  readonly start: PlacedDate | undefined;
  readonly end: PlacedDate | undefined;
  /** The words that let it go on until somebody ends it. */
  readonly open: { readonly from: number; readonly to: number } | undefined;
}

const starting =
  /\b(?:from|starts?|starting|begins?|beginning|commenc\w{1,6}|in force|effective)\s+(?:(?:on|from)\s+)?$/i;
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
const notRenewed = /\b(?:not|never) (?:be )?(?:automatically )?re-?new\w{0,4}/gi;
const sooner = /\b(?:unless|earlier|sooner|whichever|or until)\b/i;

/** Reads a sentence for the start and the end of a term, and for words that leave the end open. */
export function readTerm(text: string): Term {
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

/** Whether a text speaks of what follows a term: "an initial term of three years and thereafter until notice". */
export function speaksOfLater(text: string): boolean {
  return later.test(text.replace(notRenewed, ''));
}

/** Whether a text lets a term end before its day: "until 31 March 2029, unless ended sooner by notice". */
export function speaksOfSooner(text: string): boolean {
  return sooner.test(text);
}
