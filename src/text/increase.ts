import { cueOf } from './concordance.ts';
import type { Stretch } from './stretch.ts';
import { latin } from './words.ts';

const change =
  '(?:increas(?:e[ds]?|ing)|reduc(?:e[ds]?|ing|tion)|rais(?:e[ds]?|ing)|lower(?:ed|ing)?|improv(?:e[ds]?|ing|ement)|higher|fewer|more|decreas(?:e[ds]?|ing)|cut(?:s|ting)?|boost(?:s|ed|ing)?|grow(?:s|ing)?)';
/** “A fall in the number of complaints”. */
const noun = '(?:falls?|drops?|rises?|reductions?|increases?|decreases?|declines?|growth|cuts?)\\s+in';
const figure =
  '(?:rates?|(?<!\\ba\\s)numbers?|percentages?|proportions?|attendance|turnout|membership|readership|circulation|footfall|uptake|take-up|levels of (?:crime|reporting))';
const few = `(?:\\s+[${latin}-]+)`;
const share = '\\d{1,3}(?:\\.\\d{1,2})?\\s?(?:%|per\\s?cent\\b)';
/** By how much something rises or falls, which gives no figure that it starts from. */
const byShare = new RegExp(
  `\\b(?:by|up|down)\\s+(?:at least\\s+|up to\\s+|a further\\s+)?${share}|\\b${share}\\s+(?:increase|rise|growth|reduction|fall|drop|decrease|cut|more|fewer|less|higher|lower|up|down)\\b`,
  'gi',
);
/** A text without any of them has no figure rise or fall. */
export const increaseCue = cueOf(
  ...['rate', 'number', 'percentage', 'proportion'].flatMap((one) => [one, `${one}s`]),
  ...['attendance', 'turnout', 'membership', 'levels', 'readership', 'circulation', 'footfall', 'uptake', 'take'],
  ...['increas…', 'reduc…', 'rais…', 'lower…', 'improv…', 'decreas…', 'cut…', 'boost…', 'grow…'],
  ...['fall', 'falls', 'drop', 'drops', 'rise', 'rises', 'decline', 'declines'],
);
const direction = new RegExp(
  [
    `\\b${change}\\b${few}{0,4}?\\s+${figure}\\b`,
    `\\b${noun}${few}{0,4}?\\s+${figure}\\b`,
    `\\b${figure}\\s+(?:of\\s+[${latin}-]+\\s+)?(?:is|are|to be)\\s+${change}\\b`,
    `\\b${figure}\\s+(?:up|down)\\s+by\\b`,
    `\\b${change}\\b${few}{1,5}?\\s+by\\s+(?:at least\\s+|up to\\s+)?${share}`,
    `\\b${share}\\s+(?:increase|rise|growth|reduction|fall|drop|decrease|cut)\\s+in${few}{1,4}`,
  ].join('|'),
  'i',
);

const figureGiven =
  /\d+(?:\.\d+)?\s*(?:%|per cent)|\bfrom\s+\d|\bby\s+(?:at least\s+)?(?:a\s+)?(?:\d|half|third|quarter)|\bbaseline\b|‹/i;
/** A year or a level that is known, on which it is more or less. */
const compared =
  /\b(?:against|compared|relative to|than|year[- ]on[- ]year|since|baseline|current|present|last year|previous|year before|(?:19|20)\d\d)\b/i;
/** What is paid goes up or down by a share of itself, by an index or as a penalty. */
const money =
  /[£€$]|\b(?:charges?|charging|fees?|prices?|costs?|contributions?|payments?|payable|rents?|invoices?|tariffs?|budgets?|bills?|discounts?|credits?|salar(?:y|ies)|index|inflation|CPI|RPI)\b/i;
/** A figure to be reached, which can be checked whatever it was before: “to fewer than 5 a year”. */
const figureReached =
  /\bto\s+(?:(?:fewer|less|no more|not more|more)\s+than|at (?:least|most)|under|below|above|over)\s+(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b)|\bto\s+(?:zero|nil)\b/i;
/** An aim or a duty, not what happened or follows by itself. */
const aimed =
  /(?:^\W*(?:to\s+)?|\b(?:will|shall|must|aims?\s+to|is\s+to|are\s+to|agrees?\s+to|seeks?\s+to|in\s+order\s+to)\s+)$/i;
/** “A fall in the number of complaints” is an aim where it is all that is said. */
const opening = /^\W*an?\s+$/i;
const verb =
  /\b(?:is|are|was|were|be|been|will|shall|must|may|might|can|could|would|should|has|have|had|does|means?|leads?|needs?|requires?|appl(?:y|ies)|gives?)\b/i;
const startsWithNoun = new RegExp(`^(?:${noun}|${share})`, 'i');

/** The words by which a text has a figure rise or fall. */
export function increaseIn(text: string): string | undefined {
  return direction.exec(text)?.[0];
}

/** Where a sentence promises more or less of a figure, and names none. */
export function openIncrease(sentence: string): Stretch | undefined {
  const match = direction.exec(sentence);
  if (!match || gives(sentence, figureGiven)) return undefined;
  const before = sentence.slice(0, match.index);
  const isAim = startsWithNoun.test(match[0])
    ? (opening.test(before) || aimed.test(before)) && !verb.test(sentence.slice(match.index))
    : aimed.test(before);
  return isAim ? { from: match.index, to: match.index + match[0].length } : undefined;
}

/** Whether the cell of a plan gives a figure to start from or to reach. */
export function cellGivesFigure(text: string): boolean {
  return gives(text, givenInCell);
}

const givenInCell = /\d+(?:\.\d+)?\s*(?:%|per cent)|\bfrom\s+\d|\bbaseline\b|‹/i;

/** Whether a text gives a figure to start from or to reach. That of a year that it names can be looked up. */
function gives(text: string, given: RegExp): boolean {
  const rest = text.replace(byShare, '');
  if (given.test(rest) || figureReached.test(rest)) return true;
  return rest !== text && (compared.test(rest) || money.test(rest));
}
