import { withoutOverlaps } from './overlap.ts';
import { remembered } from './remember.ts';
import { oneLine } from './shorten.ts';

/** A stretch of a text that still has to be filled in. Offsets are relative to that text. */
export interface Placeholder {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The token that `init` writes. It survives re-wrapping: a line break inside it is a space. */
export const placeholderOf = (prompt: string): string => `‹${prompt.replace(/[‹›]/g, '')}›`;

const anywhere = [
  // Our own token, and that of mail merges.
  /‹[^‹›]{0,400}›|\{\{[^{}]{1,80}\}\}/gu,
  // [insert address], [name of council], [force address], [date to be agreed], [TBC], [●]
  /\[(?:(?:please\s+)?(?:insert|enter|add|complete|specify|state|delete as|to be)\b[^\]]{0,200}|(?:[A-Za-zÀ-ɏḀ-ỿ'’-]+ ){0,3}(?:name|title|address|date|year|day|month|number|amount|signature|email|telephone|post|position|holder|council|force|organisation|party)(?: (?:of|to be) [^\]]{1,80}| here)?|[A-Za-zÀ-ɏḀ-ỿ ]{1,40} to (?:confirm|advise|provide|complete|insert)|tbc|tba|tbd|todo|x{2,}|\.{2,}|…|●)\]/gi,
  // Dotted or underscored blanks, but not the leaders of a table of contents.
  /(?:(?<!\.)\.{5,}|(?<!…)…{2,}|(?<!\. )(?:\. ){4,}\.?|(?<!_)_{4,})(?![.…_]|[ \t]*(?:\d{1,4}\s*$|Error!))/gmu,
  // What a word processor shows in an empty field of a form.
  /\bClick (?:or tap )?(?:here )?to (?:enter|add|insert) (?:text|an? [A-Za-zÀ-ɏḀ-ỿ ]{2,40})\.?|\bChoose an item\.|\bClick here to enter\b/gi,
  // £X, £XX,XXX, £TBC, X days, 20__, DD/MM/YYYY
  /£\s?(?:[xX]+(?:[,.][xX0]+)*k?|tbc|tba|tbd)\b|(?<!\d ?)\b[xX]{1,4}(?=\s*(?:%|per cent|days?|weeks?|months?|years?|hours?|minutes?)\b)|\b(?:19|20)\d?_{1,3}(?!\w)|\bxx[/.-]xx[/.-](?:xx|\d{2}){1,2}\b|\[[xX]\](?=\s*(?:%|days?|weeks?|months?|years?|hours?)\b)|(?<=\b(?:on|by|dated|due)\s)dd[/.-]mm[/.-]yy(?:yy)?\b/gi,
  // (TBC), (to be confirmed), "is TBC."
  /[([](?:tbc|tba|tbd|to be (?:confirmed|agreed|advised|completed|determined))[)\]]/gi,
  /(?<=\b(?:in|on|at|by|from|of|date|until)\s)(?:TBC|TBA|TBD)(?=\s*(?:[.;,)]|$))/gu,
  /\[[^\]]{1,60}:\s*insert\b[^\]]{0,160}\]/gi,
  /(?<=\b(?:is|are|remains?)\s)(?:TBC|TBA|TBD|to be (?:confirmed|agreed|advised|completed|determined))(?=\s*(?:[.;]|$))/gu,
] as const;

/** A value that is nothing but a promise to fill it in, such as "TBC" or "TBC by the force". */
const wholeValue =
  /^(?:(?:tbc|tba|tbd|todo|to follow)(?![ -]\d)(?:[ *(/]+[A-Za-zÀ-ɏḀ-ỿ()]+){0,4}|to do|xx+|dd[/.-]mm[/.-]yy(?:yy)?|yyyy-mm-dd|to be (?:confirmed|agreed|advised|completed|determined|inserted)(?: [A-Za-zÀ-ɏḀ-ỿ ]{1,60})?|details to follow|insert here|\?+|\.{3,}|…+|_{2,})[.!*]?$/i;

/** The placeholders in a text, in order. A text that is as a whole a value (a cell, an answer) may also be just "TBC". */
export const findPlaceholders: (text: string) => readonly Placeholder[] = remembered((text) => {
  if (!signs.test(text)) return [];
  const trimmed = text.trim();
  if (wholeValue.test(trimmed)) {
    const from = text.indexOf(trimmed);
    return [{ from, to: from + trimmed.length, text: trimmed }];
  }
  const found = anywhere.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      text: oneLine(match[0]),
    })),
  );
  return withoutOverlaps(found);
});

/** What no placeholder is without. Most texts have none of it, and need no closer look. */
const signs =
  /[‹{[£_…●?]|\.{3}|\. \.|\b(?:tb[acd]|todo|to (?:be|do|follow)|click|choose|x{1,4}|xx\w*|dd|yyyy|details|insert)\b/i;

const nonAnswers = new Set(
  'n a|na|out of scope|see above|see below|see mou|dealt with separately|dealt with elsewhere|not required at this time|not relevant to this agreement|none|no|nil|not applicable|not required|not needed|not relevant|tbc|tba|tbd|todo|to be confirmed|omitted|left out|see above|unknown|x|xx'.split(
    '|',
  ),
);

/** Whether a text says nothing: empty, "N/A", "None", "TBC", a placeholder. */
export function isNonAnswer(text: string): boolean {
  const bare = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare === '' || nonAnswers.has(bare) || findPlaceholders(text).length > 0;
}
