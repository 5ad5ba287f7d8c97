import type { Item, Paragraph } from '../document/blocks.ts';
import type { LeadIn } from '../document/lead-in.ts';
import { inOneLine, type Prose } from '../document/prose.ts';
import { signedDay } from '../text/date.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { type SignatureEntry, worded } from './signature-entry.ts';

/** A line in bold, or one such as "For Nash Council": whoever signs stands below it. */
export function signsFor({ lead, prose }: Paragraph | Item): boolean {
  return lead?.emphasised === true || /^(?:signed )?(?:for|on behalf of)\b/i.test(prose.text);
}

export function linesOf(prose: Prose): Prose[] {
  return prose.text.split('\n').map((line) => worded(prose, line.trim()));
}

/** Whether a line has a day and nothing else. */
export function isDayAlone(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:(?:dated?|on)\b:?\s*)?(?:this\s+)?(?:\d|[a-z]{3,9}\.?\s\d)[\w ,./-]*$/i.test(text) &&
    signedDay(text) !== undefined
  );
}

export const mostLines = 6;

/** Who it is for, a name, perhaps a post, and a day, each in a line of its own. */
export function signedLines(lines: readonly Prose[]): SignatureEntry | undefined {
  const [owner, name] = lines;
  const day = lines.at(-1);
  if (!owner || !name || !day || lines.length < 3 || lines.length > mostLines) return undefined;
  if (!isDayAlone(day.text) || !nameAlone.test(name.text) || lines.some(({ text }) => text.length > 160))
    return undefined;
  return { text: lines.map(({ text }) => text).join(' '), filled: true, dates: [day], signers: [name] };
}

/** The same with a last line that is still to be filled in. */
export function blankLines(lines: readonly Prose[]): SignatureEntry | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const blanks = findPlaceholders(last.text);
  const isBlank = blanks.some(({ from, to }) => to - from === last.text.length);
  if (lines.length > 1 ? !isBlank : blanks.length === 0 || !/^signed\b/i.test(first.text)) return undefined;
  return { text: lines.map(({ text }) => text).join(' '), filled: false, dates: [], signers: [last] };
}

/** Whether a line names the party itself. */
export function saysForWhom({ lead, prose }: Paragraph | Item): boolean {
  return lead !== undefined || /\b(?:for|on behalf of)\b/i.test(prose.text);
}

/** What is signed below a line that says for whom. */
export function ownedBy(owner: Prose | undefined, entry: SignatureEntry): SignatureEntry {
  return owner ? { ...entry, text: `${owner.text} ${entry.text}` } : entry;
}

/** "Signed", "Signed electronically", "Electronically signed". */
const signed = '(?:SIGNED|Signed|(?:Electronically|Digitally) signed)(?: electronically| digitally| online)?';
const signedFor = new RegExp(`^${signed} (?:for|on behalf of)\\b.{2,120}?(?::\\s*\\S| by \\p{Lu})`, 'u');
const signedBy = new RegExp(
  `^${signed} by (?!(?:an? |the )?(?:duly )?[Aa]uthori[sz]ed\\b).{2,100}? (?:for|on behalf of)\\b`,
);
const nameWords = "(?:(?:\\p{Lu}[\\p{L}.'’-]*|van|von|de|der)\\s+){1,4}\\p{Lu}[\\p{L}.'’-]*";
const dayLast = '(?:\\d[\\w ./-]{5,24}|[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})';
const nameFirst = new RegExp(
  `^${nameWords}(?:,|(?=\\s\\()).*(?:,|\\s[–—-]|\\s\\(|\\))\\s*(?:signed\\s)?(?:on )?${dayLast}\\)?\\.?\\s*$`,
  'u',
);
const signedByName = new RegExp(`^${signed} by \\p{Lu}`, 'u');
const nameAlone = new RegExp(`^${nameWords}(?:,.*)?$`, 'u');
const onBehalf = /,\s*(?:for|(?:for and )?on behalf of)\s+(?:the )?\p{Lu}/u;

/** What stands in brackets behind a signature that no pen wrote: "(signed electronically)". */
const signedMark =
  /\s*\((?:(?:(?:electronically|digitally) |e-?)?signed(?: (?:electronically|digitally|online|by e-?mail))?|(?:electronic|digital) signature)\)\.?\s*$/i;

/** Whether a text is a name alone, perhaps with a post behind it. */
export function isNameAlone(text: string): boolean {
  return text.length <= 160 && nameAlone.test(text);
}

/**
 * A line such as "Signed for Exampleton Council: A. Clerk, Chief Executive, 12 March 2026" or "Signed by A. Clerk for and on
 * behalf of Exampleton Council on 12 March 2026", or one that starts with a name and ends with a day: "A. Clerk, Chief
 * Executive, for Exampleton Council, 12 March 2026".
 */
export function signedLine(prose: Prose): SignatureEntry | undefined {
  if (prose.text.length > 240) return undefined;
  const text = prose.text.replace(signedMark, '');
  const day = signedDay(text);
  const isBy = signedBy.test(text) && (day !== undefined || signedByName.test(text));
  if (!isBy && !signedFor.test(text) && !nameFirst.test(text) && !isAgreedBy(text)) return undefined;
  return { text, filled: true, dates: [day === undefined ? nothingBehind(prose) : prose], signers: [prose] };
}

/** Those who wrote or looked over a document do not sign it. */
const noParty = /\b(?:prepared|written|drafted|author|reviewed|checked|version|owner|contact|published|issued)\b/i;

/** The same behind the name of a party: "**Exampleton Council:** A. Clerk, Chief Executive, 12 March 2026". */
export function signedLabel(prose: Prose, { label, value }: LeadIn): SignatureEntry | undefined {
  const line = noParty.test(label.text) ? undefined : signedLine(inOneLine(value));
  return line && { ...line, text: prose.text };
}

/** The same without its day. A name is a signature only beside others that have theirs. */
export function undatedLine(prose: Prose, lead: LeadIn | undefined): SignatureEntry | undefined {
  const { text } = prose;
  const isNamed = lead ? !noParty.test(lead.label.text) && isNameAlone(lead.value.text) : onBehalf.test(text);
  if (!isNamed || (!lead && !isNameAlone(text))) return undefined;
  return { text, filled: true, dates: [nothingBehind(prose)], signers: [lead?.value ?? prose] };
}

function nothingBehind({ span }: Prose): Prose {
  return { text: '', span: { start: span.end, end: span.end }, runs: [] };
}

/** “Agreed by A. Clerk (Council) on 12 March 2026”, and nothing behind it. */
const agreedBy = new RegExp(`^(?:Agreed(?: and signed)?|${signed}) by (${nameWords}).*\\s${dayLast}\\.?$`, 'u');
const bodies =
  /\b(?:Council|Police|Constabulary|Force|Trust|Association|Authority|Limited|Ltd|LLP|plc|Partnership|Board|Committee|Cabinet|University|College|School|Centre|Company|Group|Services?|NHS|Foundation|Borough|Department|Directorate|Homes|Housing|Agency|Forum|Team|Panel)\b/;

/** Whether a line says that a person agreed or signed, and the day. */
function isAgreedBy(text: string): boolean {
  const name = agreedBy.exec(text)?.[1];
  return name !== undefined && !bodies.test(name);
}

/** Whether a line is a signature wherever it stands: it names a person, for whom they sign or that they did, and the day. */
export function isSignature(prose: Prose, lead: LeadIn | undefined): boolean {
  const { text } = prose;
  if (text.length > 240 || noParty.test(text)) return false;
  if (isAgreedBy(text) && /\(|\b(?:for|on behalf of)\b/.test(text)) return true;
  if (signedMark.test(text)) return (signedLine(prose) ?? (lead && signedLabel(prose, lead))) !== undefined;
  return onBehalf.test(text) && nameFirst.test(text);
}
