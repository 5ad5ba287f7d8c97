import { remembered } from './remember.ts';
import { oneLine } from './shorten.ts';
import { patternsFor, type SignedPattern } from './signs.ts';
import { type Stretch, withoutOverlaps } from './stretch.ts';
import { latin } from './words.ts';

/** A stretch of a text that still has to be filled in. */
export interface Placeholder extends Stretch {
  readonly text: string;
}

/** The token that `init` writes. It survives re-wrapping: a line break inside it is a space. */
export const placeholderOf = (prompt: string): string => `‹${prompt.replace(/[‹›]/g, '')}›`;

const promise = 'tbc|tba|tbd';
const toBe = 'to be (?:confirmed|agreed|advised|completed|determined)';
const day = 'dd[/.-]mm[/.-]yy(?:yy)?';
const unit = 'days?|weeks?|months?|years?|hours?|minutes?';
/** “[insert address]” */
const demand = '(?:please\\s+)?(?:insert|enter|add|complete|specify|state|delete as|to be)\\b[^\\]]{0,200}';
/** “[name of council]”, “[force address]”, “[date to be agreed]” */
const wanted =
  'name|title|address|date|year|day|month|number|amount|signature|email|telephone|post|position|holder|council|force|organisation|party';
/** More that is asked for in square brackets only: “[brief description of service]”, “[percentage 99.9%]”. */
const wantedToo = `${wanted}|client|customer|supplier|provider|company|individual|jurisdiction|details?|description|percentage|time ?frame|period|frequency|channel|level|location|role|fee|price|cost|figure|value`;
const thing = `(?:[${latin}'’-]+ ){0,3}(?:${wantedToo})(?: (?:of|to be) [^\\]]{1,80}| here| \\d[\\d.,]*%?|\\/%)?`;
/** “[legal to advise]”, “[Centre to add others]” */
const another = `[${latin} ]{1,40} to (?:confirm|advise|provide|complete|insert|add|supply)(?: [${latin} ]{1,60})?`;
const blank = `(?:${promise})(?: ?[:–—-] ?[^\\]]{1,160})?|todo|x{2,}|\\.{2,}|…|●`;
/** “<insert amount>”, “<date of signature>”; <title> and <address> are HTML, <Enter> is a key, and <add key="x"> is XML. */
const demandInTag = '(?:please\\s+)?(?:insert|(?:insert|enter|add|complete|specify|state)\\s[^<>="]{1,200})';
const thingInTag = `(?!(?:title|address)>)(?:[${latin}'’-]{1,30} ){0,3}(?:${wanted})(?: (?:of|to be) [^<>="]{1,80}| here)?`;
/** Words before a number that was left out: “by [  ] months’ notice”, “not less than ( ) days”. */
const beforeNumber = 'by|of|for|within|in|after|before|every|than|least|most|is|are|or|and|to|give|gives|giving';
/** What a number of hours is multiplied by. */
const factor = 'rate|cost|price|charge|fee|number|staff|operators?|officers?|people|FTEs?|shifts?|cameras?|vehicles?';
const part = 'clause|section|paragraph|schedule|annex|appendix|part|page';

const period = `(?:(?:working|calendar|clear|business) )?(?:${unit})`;

/** Whether a placeholder is a figure that only has to be settled. */
export function isFigure({ text }: Placeholder): boolean {
  return /^(?:\[\s?£?|£\s?\[)\s?\d/.test(text);
}

const anywhere: readonly SignedPattern[] = [
  // A figure in square brackets is one that is still argued about: “[30] days”, “[10%] of the fee”, “£[500]”.
  [['['], /\[\s?(?:£\s?\d[\d,.]*k?|\d[\d,.]*\s?(?:%|per cent)[^\][\n,–-]{0,20})\s?\]|£\s?\[\d[\d,.]*k?\]/gi],
  [['['], new RegExp(`\\[\\d{1,3}(?:\\](?=\\s?(?:%|per cent|${period}\\b))|\\s${period}\\])`, 'gi')],
  // Our own token, and that of mail merges.
  [['‹', '{{'], /‹[^‹›]{0,400}›|\{\{[^{}]{1,80}\}\}/gu],
  [['['], new RegExp(`\\[\\s{0,3}(?:${demand}|(?:${thing}|${another}|${day}|${blank})\\s{0,3})\\](?!\\()`, 'gi')],
  [['<'], new RegExp(`<(?:${demandInTag}|${thingInTag}|${day}|${promise})>`, 'gi')],
  // Dotted or underscored blanks, but not the leaders of a table of contents.
  [
    ['.....', '……', '. . ', '____'],
    /(?:(?<!\.)\.{5,}|(?<!…)…{2,}|(?<!\. )(?:\. ){4,}\.?|(?<!_)_{4,})(?![.…_]|[ \t]*(?:\d{1,4}\s*$|Error!))/gmu,
  ],
  // What a word processor shows in an empty field of a form.
  [
    ['click', 'choose'],
    /\bClick (?:or tap )?(?:here )?to (?:enter|add|insert) (?:text|an? [A-Za-zÀ-ɏḀ-ỿ ]{2,40})\.?|\bChoose an item\.|\bClick here to enter\b/gi,
  ],
  // £X, £XX,XXX, £TBC, £[ ]
  [['£'], new RegExp(`£\\s?(?:(?:[xX]+(?:[,.][xX0]+)*k?|${promise})\\b|\\[[\\s.…_●xX]{0,10}\\])`, 'gi')],
  // X days, [X] days, clause [X], but not “3 x days” or “rate x hours”
  [
    ['x'],
    new RegExp(
      `(?<!\\d ?|\\b(?:${factor}) )\\b[xX]{1,4}(?=\\s*(?:%|per cent|(?:${unit})\\b))|\\[[xX]\\](?=\\s*(?:%|(?:${unit})\\b))`,
      'gi',
    ),
  ],
  // by [  ] months’ notice, ( ) days
  [
    ['[', '('],
    new RegExp(
      `(?<=\\b(?:${beforeNumber})\\s)(?:\\[[\\s._…]{0,20}\\]|\\([\\s._…]{0,20}\\))(?=\\s?(?:%|per cent|(?:(?:working|calendar|clear|full) )?(?:${unit})\\b))`,
      'gi',
    ),
  ],
  [['['], new RegExp(`(?<=\\b(?:${part})s?\\s)\\[[xX?]?\\]`, 'gi')],
  // 20__, xx/xx/2026, “on DD/MM/YYYY”
  [['_', 'xx'], /\b(?:19|20)\d?_{1,3}(?!\w)|\bxx[/.-]xx[/.-](?:xx|\d{2}){1,2}\b/gi],
  [['dd'], new RegExp(`(?<=\\b(?:on|by|dated|due)\\s)${day}\\b`, 'gi')],
  // “The start is DD/MM/YYYY”
  [['dd'], new RegExp(`(?<=\\b(?:is|from|until|starts|ends|begins|commences|expires)\\s)${day}\\b`, 'gi')],
  // 01xxx xxxxxx, and “the contact is XXX”, but not “Part XXX”, which is a number
  [['xx'], /(?<![\w-])0\d{0,4}x{2,}(?:[ -]x{3,}){0,2}\b/gi],
  [['xxx'], /(?<![\w/-]|\b(?:[Pp]art|[Tt]itle|[Aa]rticle|[Cc]hapter|[Vv]olume|[Bb]ook) )X{3,}(?![\w/-])/gu],
  // (TBC), (to be confirmed), "is TBC."
  [['tb', 'to be'], new RegExp(`[([](?:${promise}|${toBe})[)\\]]`, 'gi')],
  // (name to be confirmed), “an amount to be inserted”
  [
    ['tb', 'to be'],
    new RegExp(
      `\\((?:[${latin}'’-]{1,30} ){0,3}(?:${wanted})s? (?:${promise}|to be (?:confirmed|advised|completed|inserted))\\)`,
      'gi',
    ),
  ],
  [
    ['to be inserted'],
    new RegExp(
      `\\b(?:${wanted}|sum|figure)s? (?:(?:is|are) )?to be inserted\\b(?! (?:in|into|at|after|before|behind|between|by|for)\\b)`,
      'gi',
    ),
  ],
  [['tb'], /(?<=\b(?:in|on|at|by|from|of|date|until)\s)(?:TBC|TBA|TBD)(?=\s*(?:[.;,)]|$))/gu],
  [['todo'], /\bTODO(?=:)/g],
  [['['], /\[[^\]]{1,60}:\s*insert\b[^\]]{0,160}\]/gi],
  [['tb', 'to be'], new RegExp(`(?<=\\b(?:is|are|remains?)\\s)(?:TBC|TBA|TBD|${toBe})(?=\\s*(?:[.;]|$))`, 'gu')],
];

/** Words behind “to be completed” and the like that say how something is done each time: “by the requesting officer”. */
const eachTime =
  'each|every|annually|yearly|quarterly|monthly|in writing|case by case|as required|as needed|within [a-z]+ (?:hours?|working)|who|whoever|request[a-z]*|applicants?|duty|court';
/** Who completes or determines something does it each time; what is still to be confirmed or agreed “by the operator” is open. */
const doneByWhom = '(?!to be (?:completed|determined) .*\\b(?:within|operators?)\\b)';
const later = ` (?:shortly|soon|later|separately|in due course|under separate cover|at a later [a-z]+|(?:by|from|once|when|after) [${latin} ]{2,40}|(?:in|as|with) (?:an? |the )?(?:annex|appendix|schedule)[${latin} ]{0,20})`;
/** A value that is nothing but a promise to fill it in, such as "TBC" or "TBC by the force". “To follow instructions” is a duty. */
const wholeValue = new RegExp(
  `^(?:(?:${promise}|todo)(?![ -]\\d)(?:[ *(/]+[${latin})]+){0,4}|to follow(?:${later}| \\([${latin} ]{2,40}\\))?|to do|xx+|${day}|yyyy-mm-dd|${doneByWhom}(?:${toBe}|to be inserted)(?:(?!.* (?:${eachTime})\\b) [${latin} ]{1,60})?|details to follow|insert here|\\?+|\\.{3,}|…+|_{2,})[.!*]?$`,
  'i',
);

/** The same behind the number of a clause, without more words: “10.1. To be confirmed.”, “(a) TBC”. */
const wholeClause = new RegExp(
  `^(?:\\d{1,3}(?:\\.\\d{1,3}){1,5}[.)]?|\\d{1,3}[.)]|\\((?:\\d{1,3}|[a-z])\\)|[a-z][.)])\\s{1,4}((?:${promise}|todo|(?:details )?to follow|${toBe}|to be inserted)[.!*]?)$`,
  'i',
);

/** Words for something of which a text gives the pattern. */
const ofFormat = /\b(?:subject(?: line)?|file ?names?|files?|named|format|labelled|marked)\b/i;
const asks = /^[[<](?:please\s+)?(?:insert|enter|add|complete|specify|state)\b/i;

/**
 * Whether brackets are part of a pattern that somebody fills in each time, and not of the agreement: “CCTV request [crime
 * number]” as the subject of an e-mail, files named [camera]-[date].
 */
function isOfFormat(text: string, start: number, end: number): boolean {
  if (!/[[<]/.test(text[start] ?? '')) return isDateFormat(text, start, end);
  if (asks.test(text.slice(start, start + 20))) return false;
  const before = text.slice(Math.max(0, start - 160), start);
  if (!ofFormat.test(before)) return false;
  if (/[\]>\w][_-]$/.test(before) || /^(?:[_-][[<\w]|\.[a-z\d]{3,4}\b)/.test(text.slice(end, end + 6))) return true;
  const opened = /[“"]([^“”"]*)$/.exec(before)?.[1];
  const closed = /^([^“”"]*)[”"]/.exec(text.slice(end, end + 160))?.[1];
  return opened !== undefined && closed !== undefined && letter.test(opened + closed);
}

const formatOfDates = /\b(?:formats?|formatted|pattern|style|file ?names?)\b/i;

/** Whether a text says how dates are written: “The format of a date is DD/MM/YYYY.” */
function isDateFormat(text: string, start: number, end: number): boolean {
  if (!/^dd/i.test(text.slice(start, start + 2))) return false;
  const sentence =
    text
      .slice(Math.max(0, start - 160), start)
      .split(/[.!?]\s/)
      .at(-1) ?? '';
  return formatOfDates.test(sentence) || /^\W{0,3}format\b/i.test(text.slice(end, end + 10));
}

const letter = new RegExp(`[${latin}]`);

/** What is filled in or done each time, and a question that somebody else answers, before “is to be completed”. */
const doneEachTime =
  /\b(?:forms?|logs?|logbooks?|sheets?|checklists?|registers?|records?|reports?|requests?|entry|entries|returns?|training|modules?|vetting|(?<!^\W*The )DPIAs?|works?|repairs?|checks?|audits?)\b[^.;:]{0,60}$/i;
const question = /\b(?:how|whether)\b[^.;:,]{0,60}$/i;
/** “Whether the police contribute is to be agreed.” and “How the costs are shared is to be agreed.” leave it open themselves. */
const openQuestion =
  /(?:^|[.;:]\s)(?:Whether\b[^.;:,]{0,60}|How\b(?=[^.;:,]{0,60}\b(?:is|are|will|can|may|has|have)\b[^.;:,]{0,60}\b(?:is|are)\s$)[^.;:,]{0,60})$/;

/** Whether “to be completed”, “to be determined” and the like tell a duty: “After each shift the log is to be completed.” */
function isDuty(text: string, start: number): boolean {
  const [whole, words] = /^to be ([a-z]+)/i.exec(text.slice(start, start + 20)) ?? [];
  if (whole === undefined || words === undefined) return false;
  const before = text.slice(Math.max(0, start - 160), start);
  const isSentence = text.charAt(start + whole.length) === '.';
  if (question.test(before)) return !(isSentence && openQuestion.test(before));
  return words.toLowerCase() === 'completed' && doneEachTime.test(before);
}

/** The placeholders in a text, in order. A text that is as a whole a value (a cell, an answer) may also be just "TBC". */
export const findPlaceholders: (text: string) => readonly Placeholder[] = remembered((text) => {
  if (!signs.test(text)) return [];
  const trimmed = text.trim();
  const whole = wholeClause.exec(trimmed)?.[1] ?? (wholeValue.test(trimmed) ? trimmed : undefined);
  if (whole !== undefined) {
    const from = text.lastIndexOf(whole);
    return [{ from, to: from + whole.length, text: whole }];
  }
  const found = patternsFor(text, anywhere).flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      text: oneLine(match[0]),
    })),
  );
  return withoutOverlaps(found.filter((one) => !isOfFormat(text, one.from, one.to) && !isDuty(text, one.from)));
});

/** What no placeholder is without. Most texts have none of it, and need no closer look. */
const signs =
  /[‹{[<£_…●?]|\([\s.…_]*\)|\.{3}|\. \.|\b(?:tb[acd]|todo|to (?:be|do|follow)|click|choose|x{1,4}|xx\w*|0\d{0,4}xx+|dd|yyyy|details|insert)\b/i;

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
