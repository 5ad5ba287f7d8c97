/** A stretch of a text that still has to be filled in. Offsets are relative to that text. */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The token that `init` writes. It survives re-wrapping: a line break inside it is a space. */
export const placeholderOf = (prompt: string): string => `‹${prompt.replace(/[‹›]/g, '')}›`;

const anywhere = [
  // Our own token.
  /‹[^‹›]{0,400}›/gu,
  // [insert address], [name of council], [date], [TBC]
  /\[(?:(?:please\s+)?(?:insert|enter|add|complete|specify|state|delete as)\b[^\]]{0,200}|(?:name|title|address|date|year|day|month|number|amount|signature|email|telephone|post|position|council|force|organisation|party|tbc|tba|tbd|todo|x+|\.{2,}|…)(?: of [^\]]{1,80}| name| number| here)?)\]/giu,
  // Dotted or underscored blanks, but not the leaders of a table of contents.
  /(?:\.{5,}|…{2,}|(?:\. ){4,}\.?|_{4,})(?![ \t]*\d{1,4}\s*$)/gmu,
  // £X, £xx, xx days, 20__
  /£\s?[xX]{1,6}\b|\b[xX]{2,4}(?=\s*(?:%|per cent|days?|weeks?|months?|years?|hours?|minutes?)\b)|\b(?:19|20)_{1,2}(?!\w)/gu,
  // (TBC) and (to be confirmed) in brackets of their own.
  /[([](?:tbc|tba|tbd|to be (?:confirmed|agreed|advised|completed|determined))[)\]]/giu,
] as const;

/** A value that is nothing but a promise to fill it in. */
const wholeValue =
  /^(?:tbc|tba|tbd|todo|to do|xx+|dd[/.-]mm[/.-]yyyy|yyyy-mm-dd|to be (?:confirmed|agreed|advised|completed|determined|inserted)|insert here|\?+|\.{3,}|…+|_{2,})[.!]?$/iu;

/** The placeholders in a text, in order. A text that is as a whole a value (a cell, an answer) may also be just "TBC". */
export function findPlaceholders(text: string): Placeholder[] {
  const trimmed = text.trim();
  if (wholeValue.test(trimmed)) {
    const start = text.indexOf(trimmed);
    return [{ start, end: start + trimmed.length, text: trimmed }];
  }
  const found = anywhere.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].replace(/\s+/g, ' '),
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return found.filter((one) => {
    if (one.start < covered) return false;
    covered = one.end;
    return true;
  });
}

const nonAnswers = new Set(
  'n a|na|none|no|nil|not applicable|not required|not needed|not relevant|tbc|tba|tbd|todo|to be confirmed|omitted|left out|see above|unknown|x|xx'.split('|'),
);

/** Whether a text says nothing: empty, "N/A", "None", "TBC", a placeholder. */
export function isNonAnswer(text: string): boolean {
  const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return bare === '' || nonAnswers.has(bare) || findPlaceholders(text).length > 0;
}
