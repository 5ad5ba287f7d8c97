import { statementsOf } from '../binding/facts.ts';
import { sayingsOf } from '../binding/sayings.ts';
import { property } from '../data/json.ts';
import type { Violation } from '../framework/framework.ts';
import { readDate } from '../text/date.ts';
import { findPeriod } from '../text/duration.ts';
import { hasMisspelt } from '../text/nearest.ts';
import { thisAgreement } from '../text/term.ts';
import { comparableTitle } from '../text/title.ts';
import type { Context } from './context.ts';

/** What the framework misses in the front matter on reviews. */
export interface ReviewLack {
  readonly violation: Violation;
  /** `review`: neither a cycle nor a date is given anywhere. `date`: a cycle is, and the framework wants a date too. */
  readonly lacks: 'review' | 'date';
}

/** What is missing on reviews in the front matter, unless the text has it or the key is misspelt. */
export function reviewLack({ binding, passages }: Pick<Context, 'binding' | 'passages'>): ReviewLack | undefined {
  if (!binding.frontMatter || binding.framework.form) return undefined;
  const violation = binding.violations.find(
    ({ keyword, pointer, property: key }) =>
      keyword === 'required' &&
      ((pointer === '/front-matter' && key === 'review') || (pointer === '/front-matter/review' && key === 'next')),
  );
  if (!violation) return undefined;
  const known = binding.framework.frontMatter.fields.map(({ key }) => key);
  const isMisspelt = hasMisspelt(Object.keys(binding.frontMatter), known, 'review');
  const stated = statedReview(binding, passages);
  if (isMisspelt || stated.date) return undefined;
  const hasCycle = stated.cycle || property(property(binding.frontMatter, 'review'), 'every') !== undefined;
  if (hasCycle && violation.pointer === '/front-matter') return undefined;
  return { violation, lacks: hasCycle ? 'date' : 'review' };
}

/** Whether the text says on which day the agreement is reviewed next, or how often. */
function statedReview(binding: Context['binding'], passages: Context['passages']) {
  const has = (key: string) => statementsOf(binding).some(({ pointer, text }) => pointer === key && text.trim() !== '');
  const wanted = passages.all.filter(({ prose, about }) => review.test(prose.text) || review.test(about));
  const texts = sayingsOf(wanted).flatMap(({ text, about }) =>
    ofAgreement.test(text) || about.split(' | ').some((title) => heading.test(comparableTitle(title))) ? [text] : [],
  );
  return {
    date: has('/review/next') || texts.some((text) => readDate(text) !== undefined),
    cycle: has('/review/every') || texts.some((text) => findPeriod(text) !== undefined),
  };
}

const review = /\breview(?:ed|s|ing)?\b/i;
/** A review of the members, the cameras or the charges is none of the agreement. */
const ofAgreement = new RegExp(
  `\\b${thisAgreement}\\b[^.;]{0,80}\\breview(?:ed|s)?\\b|\\breview(?:ed|s|ing)?\\b[^.;]{0,40}\\b${thisAgreement}\\b`,
  'i',
);
const heading =
  /^(?:(?:next|annual|periodic|regular) )?reviews?(?: (?:cycle|date|period|frequency|arrangements|schedule|due))?$|\breview of (?:this|the) (?:agreement|sla|plan|document)\b|^(?:term|evaluation|monitoring|performance|governance) (?:and )?review$|^review and \w+$/u;
