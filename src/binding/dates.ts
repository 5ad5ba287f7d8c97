import { property, segmentsOf, valueAt } from '../data/json.ts';
import { spanIn, textSpan } from '../document/prose.ts';
import { cueOf } from '../text/concordance.ts';
import { findDate, isIsoDate, lastDay, type PlacedDate, signedDay } from '../text/date.ts';
import { oncePer } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import type { Stretch } from '../text/stretch.ts';
import {
  isTermOfSomethingElse,
  readNextReview,
  readReviewCycle,
  readTerm,
  renewalCue,
  renewsItself,
  reviewCue,
  speaksOfLater,
  startsWithItself,
  thisAgreement,
} from '../text/term.ts';
import { type Binding, placeOf } from './binding.ts';
import { statementsOf } from './facts.ts';
import { partiesOf } from './parties.ts';
import { passagesOf } from './passages.ts';
import { type Saying, sayingsOf } from './sayings.ts';
import { signatureBlock } from './signatures.ts';

/** A day of the agreement, and where it is said. */
export interface AgreementDate {
  /** As YYYY-MM-DD; the last day that can be meant where none is named. */
  readonly day: string;
  readonly at: Span;
}

/** The days that say when an agreement holds. What is not known, or cannot be read, is undefined. */
export interface AgreementDates {
  readonly agreed: AgreementDate | undefined;
  readonly effective: AgreementDate | undefined;
  readonly expires: AgreementDate | undefined;
  readonly review: AgreementDate | undefined;
}

/** The dates of the front matter; those it does not have as a label, a component or a clause on the term states them. */
export function datesOf(binding: Binding, terms: readonly TermSentence[]): AgreementDates {
  const firm = terms.filter(({ open, text }) => !open && !speaksOfLater(text));
  return {
    agreed: keyed(binding, '/agreed', undefined),
    effective: keyed(binding, '/effective', firm.find(({ start }) => start)?.start),
    expires: keyed(binding, '/expires', firm.find(({ end }) => end)?.end),
    review: keyed(binding, '/review/next', nextReviewIn(binding)),
  };
}

/** A key that is there counts alone: what is wrong with it is said elsewhere. */
function keyed(binding: Binding, pointer: string, clause: AgreementDate | undefined): AgreementDate | undefined {
  const front = valueAt(binding.frontMatter, segmentsOf(pointer));
  if (front !== undefined) {
    return isIsoDate(front) ? { day: front, at: placeOf(binding, `/front-matter${pointer}`) } : undefined;
  }
  const stated = statementsOf(binding).find((one) => one.pointer === pointer);
  if (!stated) return clause;
  // A month is past when its last day is; of a start, its first day would count.
  const isLast = pointer === '/expires' || pointer === '/review/next';
  const day = isLast ? lastDay(stated.text) : findDate(stated.text);
  return day === undefined ? undefined : { day, at: stated.at };
}

/** A sentence on how long the agreement lasts. */
export interface TermSentence {
  readonly start: AgreementDate | undefined;
  readonly end: AgreementDate | undefined;
  /** Where the words stand that let it go on until somebody ends it. */
  readonly open: Span | undefined;
  readonly text: string;
  /** The sentence before it. */
  readonly before: string;
}

const aboutTerm =
  /\b(?:term|duration|commencement|expiry|start and end|period of (?:the |this )?(?:agreement|contract)|length of (?:the |this )?(?:agreement|contract))\b/i;
const agreement = new RegExp(`\\b${thisAgreement}\\b`, 'i');
const ofTerm = /\b(?:19|20)\d\d\b|\buntil\b|\bindefinite|\bno (?:fixed |set )?(?:end|term|expiry)|open[- ]ended/i;

const cue = cueOf('19…', '20…', 'until', 'indefinite…', 'no', 'open');

/** What the text says of the term: below a heading or label on it, or of “this agreement”. */
export const termsIn = oncePer((binding: Binding): TermSentence[] => {
  const { source } = binding.document;
  const wanted = passagesOf(binding)
    .with(cue)
    .filter(
      ({ prose: { text }, about }) =>
        ofTerm.test(text) && (aboutTerm.test(about) || agreement.test(text) || /\bit\b/i.test(text)),
    );
  return sayingsOf(wanted).flatMap((saying): TermSentence[] => {
    if (!isOfAgreement(saying)) return [];
    const { prose, from, text, before } = saying;
    const { start, end, open } = readTerm(text);
    if (!start && !end && !open) return [];
    const place = (one: Stretch) => spanIn(source, prose, from + one.from, from + one.to);
    const dated = (one: PlacedDate | undefined) => one && { day: one.day, at: place(one) };
    return [{ start: dated(start), end: dated(end), open: open && place(open), text, before }];
  });
});

/** Other things are reviewed too. */
const ofSomethingElse =
  /\b(?:assessments?|dpia|polic(?:y|ies)|cameras?|signs?|signage|charges?|fees?|prices?|risks?|training|equipment|register)\b/i;

const reviewSayings = oncePer((binding: Binding) => sayingsOf(passagesOf(binding).with(reviewCue)));

/** The day of the next review, where a sentence of the text gives it. */
export const nextReviewIn = oncePer((binding: Binding): AgreementDate | undefined => {
  for (const { prose, from, text, about, before } of reviewSayings(binding)) {
    const around = agreement.test(text) ? text : `${about} ${before} ${text}`;
    const isOfIt = startsWithItself(text) || !ofSomethingElse.test(around);
    const next = isOfIt ? readNextReview(text) : undefined;
    if (next) {
      return { day: next.day, at: spanIn(binding.document.source, prose, from + next.from, from + next.to) };
    }
  }
  return undefined;
});

/** How often the agreement is reviewed, in days, where a sentence of the text tells. */
export const reviewCycleIn = oncePer((binding: Binding): { readonly days: number; readonly at: Span } | undefined => {
  for (const { prose, from, text, before } of reviewSayings(binding)) {
    const cycle = !isIt.test(text) || startsWithItself(before) ? readReviewCycle(text) : undefined;
    if (cycle) {
      return { days: cycle.days, at: spanIn(binding.document.source, prose, from + cycle.from, from + cycle.to) };
    }
  }
  return undefined;
});

const isIt = /^\W*it\b/i;

/** Whether a saying may tell how long the agreement lasts, and not something else. */
function isOfAgreement({ text, before, about }: Saying): boolean {
  if (isTermOfSomethingElse(text)) return false;
  return (isIt.test(text) && agreement.test(before)) || aboutTerm.test(about) || agreement.test(text.slice(0, 160));
}

/** Whether the text lets the agreement go on after its end by itself: “It renews automatically for a further year”. */
export const isRenewed = oncePer((binding: Binding): boolean =>
  sayingsOf(passagesOf(binding).with(renewalCue)).some(
    (saying) =>
      renewsItself(saying.text, saying.about) &&
      (isOfAgreement(saying) || (/\brenewal\b/i.test(saying.about) && !isTermOfSomethingElse(saying.text))),
  ),
);

/** Whether the front matter says that the agreement goes on until notice. */
export function runsUntilNotice({ frontMatter }: Binding): boolean {
  return property(frontMatter, 'expires') === 'until-notice';
}

/** The day on which an agreement ended, if it is past, and nothing says that it goes on or that the day is a slip. */
export function endedBefore(
  binding: Binding,
  terms: readonly TermSentence[],
  today: string,
): AgreementDate | undefined {
  if (runsUntilNotice(binding)) return undefined;
  const { effective, expires } = datesOf(binding, terms);
  if (!expires || expires.day >= today || (effective && effective.day > expires.day)) return undefined;
  const goesOn = terms.some(({ open, text, before }) => open || speaksOfLater(`${before} ${text}`));
  return goesOn || isRenewed(binding) ? undefined : expires;
}

/** The last day on which somebody signed, as the front matter says, else the signature block. */
export function lastSigned(binding: Binding): AgreementDate | undefined {
  const declared = partiesOf(binding).flatMap(({ value, pointer }): AgreementDate[] => {
    const day = property(value.signatory, 'signed');
    const at = placeOf(binding, `${pointer}/signatory/signed`);
    return isIsoDate(day) ? [{ day, at }] : [];
  });
  const written = signatureBlock(binding.document.blocks)?.entries.flatMap(({ dates }) => dates) ?? [];
  const inText = written.flatMap((prose): AgreementDate[] => {
    const day = signedDay(prose.text);
    return day === undefined ? [] : [{ day, at: textSpan(prose) }];
  });
  const [first, ...others] = declared.length > 0 ? declared : inText;
  return first && others.reduce((last, one) => (last.day >= one.day ? last : one), first);
}
