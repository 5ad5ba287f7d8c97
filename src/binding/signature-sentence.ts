import { inOneLine, type Prose } from '../document/prose.ts';
import { datesIn } from '../text/date.ts';
import { namesPost, startsWithPerson } from '../text/post.ts';
import { sentencesOf } from '../text/sentence.ts';
import { type SignatureEntry, worded } from './signature-entry.ts';

/** One who signed, in the words of a sentence. */
interface Signed {
  readonly text: string;
  readonly who: string;
  readonly day: string | undefined;
}

/** A paragraph of more letters tells of more than signatures. */
const longest = 1000;

/**
 * Who signed, as a sentence tells it: "This agreement was signed by Ruth Dale, Director, on 12 March 2026, and by Mo Adil
 * for Nash Police on the same day."
 */
export function signedSentences(paragraph: Prose): SignatureEntry[] {
  const prose = inOneLine(paragraph);
  if (prose.text.length > longest) return [];
  return sentencesOf(prose.text).flatMap(({ text }) =>
    signedIn(text).map(({ text, who, day }) => ({
      text,
      filled: true,
      dates: [worded(prose, day ?? '')],
      signers: [worded(prose, who)],
    })),
  );
}

/** What is still to be signed, what was signed in place of this agreement, and other papers. */
const notYet =
  /\b(?:be|will|shall|must|should|may|might|not|once|until|when|where|if|unless|before|after|copy|copies)\b/i;
const another = /\b(?:previous(?:ly)?|earlier|former|replaced|replaces|superseded|supersedes|expired)\b/i;
const otherPaper =
  /\b(?:DPIA|assessment|policy|code|request|form|warrant|certificate|report|minutes|statement|contract)s?\b/i;

/** Whatever else was agreed by somebody is not signed, nor is all of it where a part, a draft or a change was. */
const agreement = /^\W*$|\b(?:agreement|SLA|MoU|memorandum|protocol|document|it)\b/i;
const partOfIt =
  /\b(?:drafts?|scope|terms|amendments?|changes?|variations?|extensions?|renewals?|annex(?:es)?|schedules?|principles?|outline|charges|reviews?)\b/i;

function signedIn(sentence: string): Signed[] {
  const at = sentence.search(/\b(?:signed(?: electronically| digitally| online)?|agreed) by\b/i);
  const before = sentence.slice(0, at);
  if (
    at < 0 ||
    (/^agreed/i.test(sentence.slice(at)) && (!agreement.test(before) || partOfIt.test(before))) ||
    [notYet, otherPaper].some((words) => words.test(before)) ||
    another.test(sentence)
  )
    return [];
  const parts = sentence
    .slice(at)
    .split(/\bby\s/)
    .slice(1);
  const days = daysOf(parts);
  if (days.every((day) => day === undefined)) return [];
  return parts.flatMap((part, index): Signed[] => {
    const [who = ''] = part.split(/,?\s(?:(?:for|on behalf of|and)\s|(?:on\s|dated\s)?\d)|;/);
    if (!startsWithPerson(who) && !namesPost(who)) return [];
    // Where it is not said for whom somebody signs, the words before it tell.
    const isFor = /\s(?:for|on behalf of)\s/.test(part);
    return [{ text: isFor || index > 0 ? part : `${before}${part}`, who, day: days[index] }];
  });
}

/** The day of each part. One behind several names is that of all of them. */
function daysOf(parts: readonly string[]): readonly (string | undefined)[] {
  const days: (string | undefined)[] = [];
  for (const part of parts) {
    const day = datesIn(part)[0]?.day;
    days.push(/\b(?:same|that) (?:day|date)\b/.test(part) ? (day ?? days.at(-1)) : day);
  }
  return days.map((day, index) => day ?? days.slice(index).find((one) => one !== undefined));
}
