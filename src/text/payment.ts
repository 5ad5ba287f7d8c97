import { periodsIn } from './period.ts';
import { phraseFinder } from './phrases.ts';
import { findPlaceholders } from './placeholder.ts';
import { findMoney, findPercentage } from './quantity.ts';
import { sentencesOf } from './sentence.ts';
import { excerpt, withoutEnd } from './shorten.ts';
import type { Stretch } from './stretch.ts';
import type { Wording } from './wording.ts';
import { latin } from './words.ts';

/** A payment that a text promises without saying how much, or over which time. */
export interface OpenPayment extends Stretch {
  readonly lack: 'amount' | 'period';
  readonly text: string;
}

/** What a section says of when its payments are due. */
export interface Billing {
  /** Those of whom a sentence on invoices and payments says when. */
  readonly billed: ReadonlySet<string>;
  /** Whether such a sentence names nobody, and holds for all. */
  readonly isForAll: boolean;
}

/** What stands around a text. */
export interface PaymentPlace {
  readonly billing: Billing;
  /** Whether the sums stand in a table of the section, or behind a label such as "Amount". */
  readonly hasSums: boolean;
  /** Whether the document has any sum at all. */
  readonly hasMoney: boolean;
  /** The headings and the label. */
  readonly titles: string;
}

export interface PaymentReader {
  readonly openPayments: (text: string, place: PaymentPlace) => OpenPayment[];
  readonly billingIn: (texts: readonly string[]) => Billing;
  readonly isTimed: (text: string) => boolean;
}

const few = `(?:[${latin}’'-]{1,40}\\s+){0,3}`;
/** No period is without the number of a year. */
const years = /(?:19|20)\d\d/;
/** “Insurers pay £75 to obtain footage”: a fee each time. */
const fee =
  /[£€]\d[\d,.]{0,12}(?:\s+(?:plus|and|excluding|including|inclusive of|exclusive of|\+)\s+VAT|\s+\(?\+\s?VAT\)?)?\s+(?:to\s+(?:obtain|get|have|see|view|receive|request)|for\s+(?:an?|any)\s+(?:copy|search|request|disc|extract|still|download))\b/i;
/** “At a price to be agreed”, where nothing says when or how it is. */
const toBeAgreed =
  /\bat (?:a|an|the)\s+(?:price|rate|fee|cost|charge)\s+(?:which is |that is |yet |still )?to be (?:agreed|confirmed|determined|decided|set)\b/i;
const howAgreed = /\b(?:before|beforehand|advance|each|every|case|quot\w{1,8}|writing|within|schedule|annex|by|per)\b/i;
const bills = /\b(?:invoic\w*|bills?|billed|billing|payments?|pays?|paid|due|instalments?)\b/i;
const payer =
  /(?<![A-Za-zÀ-ɏḀ-ỿ’'-])([A-Za-zÀ-ɏḀ-ỿ’'-]{1,40})\s+(?:(?:will|shall|must|also|then|each)\s+){0,2}(?:pays?|contributes?)\b[^.;£€]{0,60}[£€]/i;

/** Reads promises of money by the words of a list. */
export function paymentReader(wording: Wording['charge-incomplete']): PaymentReader {
  const isBasis = phraseFinder(wording.basis);
  const inTime = phraseFinder(wording.time);
  const isTimed = (text: string) => inTime(text).length > 0 || (years.test(text) && periodsIn(text).length > 0);
  const sum = `(?:${wording.sums.join('|')})`;
  const costs = '(?:costs?|expenses?|funding|upkeep|budget|price|purchase|salar(?:y|ies))';
  const promised = new RegExp(
    `\\b(?:pays?|makes?|owes?)\\s+${few}(?:an?|another)\\s+${few}${sum}\\b|\\ban?\\s+${few}${sum}\\s+(?:is|will be|shall be|becomes)\\s+(?:also\\s+)?(?:made|charged|payable|levied|paid|due)\\b|\\ban?\\s+${few}${sum}\\s+(?:also\\s+)?(?:applies|will apply|shall apply)\\b|\\bcontributes?\\s+(?:towards\\b|to\\s+${few}${costs}\\b)`,
    'i',
  );
  const share = new RegExp(
    `\\b(?:pays?|meets?|bears?|funds?|covers?)\\s+(?:${few}(?:an?|some)\\s+${few}(?:proportion|part|portion|share)|part)\\s+of\\s+${few}${costs}\\b`,
    'i',
  );
  // What something has cost is an amount.
  const repaid = new RegExp(
    `\\breimburses?\\s+${few}for\\s+(?![^.;]{0,80}\\b(?:cost|expen|incur|spen|paid|charge))`,
    'i',
  );
  const referredTo = new RegExp(`\\b(?:pays?|makes?)\\s+${few}(?:its|their|the)\\s+${few}${sum}s?\\b`, 'i');
  const amountless = (sentence: string, later: readonly string[], { hasSums, hasMoney }: PaymentPlace) => {
    const open = toBeAgreed.exec(sentence);
    if (open && !howAgreed.test(sentence)) return open;
    if (hasSums || isBasis(sentence).length > 0 || later.some(saysHowMuch)) return null;
    const promise = promised.exec(sentence) ?? share.exec(sentence) ?? repaid.exec(sentence);
    return promise ?? (hasMoney ? null : referredTo.exec(sentence));
  };
  const periodless = (sentence: string, { titles, billing }: PaymentPlace) => {
    const match = payer.exec(sentence);
    if (!match || fee.test(sentence) || isTimed(sentence) || isTimed(titles) || billing.isForAll) return null;
    return billing.billed.has((match[1] ?? '').toLowerCase()) ? null : match;
  };
  return {
    isTimed,
    billingIn: (texts) => {
      const sentences = texts.flatMap((text) => sentencesOf(text)).map(({ text }) => text);
      const payers = new Set(sentences.flatMap((one) => payer.exec(one)?.[1]?.toLowerCase() ?? []));
      const named = sentences
        .filter((one) => bills.test(one) && isTimed(one))
        .map((one) => lowerCaseWords(one).filter((word) => payers.has(word)));
      return { billed: new Set(named.flat()), isForAll: named.some((names) => names.length === 0) };
    },
    openPayments: (text, place) => {
      if (findPlaceholders(text).length > 0) return [];
      const sentences = sentencesOf(text);
      return sentences.flatMap((sentence, index): OpenPayment[] => {
        const later = sentences.slice(index + 1, index + 3).map((one) => one.text);
        const lack = saysHowMuch(sentence.text) ? 'period' : 'amount';
        const match = lack === 'amount' ? amountless(sentence.text, later, place) : periodless(sentence.text, place);
        if (!match) return [];
        const words = withoutEnd(sentence.text, ' \n.;:');
        return [{ lack, from: sentence.from, to: sentence.from + words.length, text: excerpt(words, 100) }];
      });
    },
  };
}

function saysHowMuch(text: string): boolean {
  return findMoney(text) !== undefined || findPercentage(text) !== undefined;
}

function lowerCaseWords(text: string): string[] {
  return text.toLowerCase().match(/[A-Za-zÀ-ɏḀ-ỿ’'-]+/gu) ?? [];
}
