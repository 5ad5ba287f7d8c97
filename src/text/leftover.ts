import { oneLine } from './shorten.ts';
import { type Stretch, withoutOverlaps } from './stretch.ts';

/** What a word processor left in a text. */
export interface Leftover extends Stretch {
  /**
   * - `error`: a field that lost its target
   * - `anchor`: the mark of a comment
   * - `change`: a tracked change
   * - `field`: the code of a field
   * - `page`: the foot of a printed page
   * - `attribute`: what a converter wrote in braces for a bookmark, a highlight or the size of a picture
   * - `gap`: a field that printed nothing, so that a sentence ends in “of .”
   */
  readonly kind: 'error' | 'anchor' | 'change' | 'field' | 'page' | 'attribute' | 'gap';
  readonly text: string;
}

const setting = '[\\w-]{1,30}="[^"{}]{0,100}"';
const attribute = `(?:[#.][\\w:.-]{1,80}|${setting})`;

const patterns: readonly (readonly [kind: Leftover['kind'], pattern: RegExp])[] = [
  [
    'error',
    /\bError!\s+(?:bookmark|reference\s+source|not\s+a\s+valid|no\s+(?:text|bookmark|table|index|sequence|topic)|unknown|hyperlink|main\s+document|use\s+the|cannot|filename|switch\s+argument|objects|embedded|style\s+not)\b[^.!?]{0,120}[.!]?/gi,
  ],
  ['anchor', /\bComment(?:ed)? \[\p{L}{1,4}\d{1,3}(?:R\d{1,3})?\]:?/gu],
  ['anchor', /\[\p{Lu}{2,4}\d{1,3}(?:R\d{1,3})?\]/gu],
  [
    'change',
    /\{(?:\+\+[^{}]{0,400}\+\+|--[^{}]{0,400}--|~~[^{}]{0,400}~~|>>[^{}]{0,400}<<)\}|\{\.(?:insertion|deletion|comment-start|comment-end|paragraph-insertion|paragraph-deletion)\b[^{}]{0,300}\}/gu,
  ],
  [
    'change',
    /^(?:Formatted|Style Definition): *(?:Font|Indent|Normal|Left|Right|Centered|Justified|Bulleted|Numbered|List|Line spacing|Space|Heading|Tab|Border|Not |Default|Widow|Keep|English|No |Underline|Highlight)[^\n]{0,200}|^Deleted: *(?:¶|<#>|\n|$)[^\n]{0,200}/gmu,
  ],
  [
    'field',
    /\{\s*(?:REF|PAGEREF|NOTEREF|TOC|HYPERLINK|MERGEFIELD|SEQ|STYLEREF|DOCPROPERTY)\s[^{}]{0,200}\}|\bPAGEREF _\w{1,40}(?: \\h)?|\bTOC \\o "\d-\d"(?: \\\w)*|^[ .–—_=-]{0,20}(?:Page Break|Section Break \((?:Next Page|Continuous|Even Page|Odd Page)\))[ .–—_=-]{0,20}$/gmu,
  ],
  ['page', /^[ –—|-]{0,5}Page \d{1,3}(?: (?:of|\/) \d{1,3})?[ –—|-]{0,5}$/gim],
  // []{#_Toc99 .anchor}, [x]{.mark}, {width="6.2in"}; the id behind a heading stays what it is.
  [
    'attribute',
    new RegExp(
      `(?:\\[\\](?=\\{#)|(?<=\\]))\\{${attribute}(?: {1,3}${attribute}){0,8}\\}|\\{${setting}(?: {1,3}${setting}){0,8}\\}|\\{\\.(?:mark|underline|smallcaps|anchor)\\}`,
      'gu',
    ),
  ],
  ['gap', /(?:[\p{L}’'-]{1,20}\s){0,3}\b(?:of|the|an?|to|by|with|from|under|between|into)\s\.(?=\s|$)/gu],
];

/** Without one of these there is none; most texts are passed over for it at once. */
const hint = /[[{]|Error!|Formatted|Definition:|Deleted|PAGEREF|TOC|Break|Page \d|\s\./i;

/** Initials that bracket a number for another reason: [REF1], [FIG2], [KPI3]. */
const labels =
  /^\[(?:REF|FIG|TAB|ANN|APP|SEC|CH|EQ|NB|NO|VOL|ED|PP|SI|BS|EN|ISO|EU|(?:ACT|BCP|CSF|DEL|GDPR|KPI|NIST|OBJ|OLA|OUT|PRI|REQ|RFC|RISK|SEV|SLA|SLI|SLO|STD|TR|UC|WP)\d)/;

/**
 * Tells of a document which marks in brackets stand there once only. One that comes again is that of a source, and letters
 * that number something outside brackets too (“camera PK1”) are its name.
 */
export function uniqueMarks(text: string): (mark: string) => boolean {
  const counts = new Map<string, number>();
  for (const { 0: mark } of text.matchAll(/\[\p{Lu}{2,4}\d{1,3}(?:R\d{1,3})?\]/gu))
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const names = new Set(
    [...text.matchAll(/(?<![A-Za-zÀ-ɏḀ-ỿ\d[])(\p{Lu}{2,4})[ -]?\d/gu)].map(({ 1: letters }) => letters ?? ''),
  );
  return (mark) => counts.get(mark) === 1 && !names.has(/\p{Lu}+/u.exec(mark)?.[0] ?? '');
}

/** The leftovers in a text, in order. Whether an anchor is one also depends on the rest of the document, of which `isUnique` tells. */
export function findLeftovers(text: string, isUnique: (mark: string) => boolean): readonly Leftover[] {
  if (!hint.test(text)) return [];
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): Leftover[] => {
      const [written] = match;
      if (kind === 'anchor' && written.startsWith('[')) {
        if (labels.test(written) || !isUnique(written)) return [];
        if (isInSentence(text.slice(0, match.index))) return [];
      }
      const end = written.trimEnd().length;
      if (end === 0) return [];
      return [{ kind, from: match.index, to: match.index + end, text: oneLine(written.trim()) }];
    }),
  );
  return withoutOverlaps(found);
}

/**
 * Whether a bracket behind some words stands in their sentence, as a reference does: “as in [BCP14].” A word processor sets
 * the mark of a comment right behind the words (“None.[JP3]”), and before a heading.
 */
function isInSentence(before: string): boolean {
  const words = before.trimEnd();
  return words !== '' && words.length < before.length && !/[.!?:;)”"]$/.test(words);
}
