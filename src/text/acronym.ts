import type { Stretch } from './stretch.ts';
import { wordsOf } from './words.ts';

/** A place where an acronym of three to six capitals is used. */
export interface AcronymUse extends Stretch {
  /** In the singular. */
  readonly acronym: string;
  /** Whether an article or the like stands before it, so that it is surely a name for something. */
  readonly isNoun: boolean;
}

/** Capitals that are a part of a reference (SLA-2026-014), an address, a number plate or a standard (ISO 9001) are passed over. */
const use =
  /(?<![A-Za-zÀ-ɏḀ-ỿ\d_@#&+./\\-])(\p{Lu}{3,6})(?:s|['’]s)?(?![A-Za-zÀ-ɏḀ-ỿ\d_@\\]|[-/.&+:]?[\p{Lu}\d]|\s\d|:\/\/)/gu;
const article = /\b(?:the|an?|each|every|any|this|that|its|their|our|both)\s+$/i;

/** What is no acronym that needs an explanation. */
export interface Excused {
  /** Acronyms that every reader knows. */
  readonly known: ReadonlySet<string>;
  /** Words that are set in capitals for emphasis. */
  readonly words: ReadonlySet<string>;
}

/** The acronyms that a text uses. Words in a row that are all in capitals are a heading or shouted, and no acronyms. */
export function acronymsIn(text: string, { known, words }: Excused): AcronymUse[] {
  if (!/\p{Lu}{3}/u.test(text) || !/\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(use)].flatMap((match): AcronymUse[] => {
    const [written, acronym = ''] = match;
    const from = match.index;
    const to = from + written.length;
    const before = text.slice(Math.max(0, from - 60), from);
    const neighbours = [
      /(\p{Lu}{2,})\s+$/u.exec(before)?.[1],
      /^\s+(\p{Lu}{2,})\b/u.exec(text.slice(to, to + 60))?.[1],
    ];
    if (known.has(acronym) || words.has(acronym) || /^[IVX]+$/.test(acronym)) return [];
    if (neighbours.some((word) => word !== undefined && !known.has(word))) return [];
    return [{ acronym, from, to, isNoun: article.test(before) }];
  });
}

const smallWords = new Set('a an and by for from in of on or the to with'.split(' '));

/** Which of some acronyms a few texts explain: as the initials of words that follow each other, in brackets, or as a term. */
export function explainedIn(texts: Iterable<string>, wanted: ReadonlySet<string>): Set<string> {
  const open = new Set(wanted);
  const close = (acronym = '') => open.delete(acronym);
  for (const text of texts) {
    if (open.size === 0) break;
    if (!mayExplain(text, open)) continue;
    const initials = new Set([...open].map((acronym) => acronym.charAt(0)));
    for (const stretch of text.split(/(?<![.;:!?()|,“”"])[.;:!?()|,“”"]+(?=\s|$)|\s[–—-]\s|[()“”"]/u))
      for (const acronym of initialsIn(stretch, initials)) close(acronym);
    for (const { 1: acronym } of text.matchAll(inBrackets)) close(acronym);
    for (const { 1: before, 2: behind } of text.matchAll(saidToMean)) close(before ?? behind);
    for (const { 1: acronym = '', 2: first = '' } of text.matchAll(beforeItsName)) {
      if (acronym.startsWith(first.toUpperCase())) close(acronym);
    }
  }
  return new Set([...wanted].filter((acronym) => !open.has(acronym)));
}

const insideWords = new Set("'’&");

/** Whether a text has one of some acronyms, or words with its initials, so that a closer look may find an explanation. */
function mayExplain(text: string, wanted: ReadonlySet<string>): boolean {
  const { words, starts } = wordsOf(text);
  let all = '';
  let withoutSmall = '';
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const start = starts[index] ?? 0;
    if (insideWords.has(text.charAt(start - 1)) || text.charAt(start) === '&') continue;
    all += word.charAt(0);
    if (!smallWords.has(word)) withoutSmall += word.charAt(0);
  }
  const initials = `${all} ${withoutSmall}`.toUpperCase();
  for (const one of wanted) if (initials.includes(one) || text.includes(one)) return true;
  return false;
}

/** "Name (ABC)", "(the “ABC”)" */
const inBrackets =
  /[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ\d’'-]*["”’*]?\s+\((?:(?:the|an?|or|hereafter|hereinafter|now|known as|called|abbreviated to|together|each)\s+){0,3}["“‘*]{0,2}(\p{Lu}{3,6})s?["”’*]{0,2}(?:\)|[,;]|\s+(?:or|and|for|short)\b|\s[–-]\s)/gu;
/** "ABC stands for …", "known as ABC" */
const saidToMean =
  /\b(\p{Lu}{3,6})s?["”’*]{0,2},?\s+(?:means|mean|stands? for|is short for|are short for|short for|refers? to|is the abbreviation)\b|\b(?:known as|called|abbreviated (?:to|as)|referred to as)\s+(?:the |an? )?["“‘*]{0,2}(?=(\p{Lu}{3,6})\b)/gu;
/** "ABC: name", "ABC – name", "ABC (name)": the name starts with the acronym's first letter. */
const beforeItsName =
  /\b(\p{Lu}{3,6})s?["”’*\])]{0,3}\s*(?:[:=]|[–—-]\s|\(\s*(?=[^()\s]+\s))\s*(?:(?:the|an?|i\.e\.)\s+)?["“‘*]{0,2}([A-Za-zÀ-ɏḀ-ỿ])/gu;

/** The initials of every three to six words that follow each other, with and without the small ones, from one of some letters on. */
function initialsIn(stretch: string, letters: ReadonlySet<string>): string[] {
  const words = stretch.match(/[A-Za-zÀ-ɏḀ-ỿ\d]+(?:['’][A-Za-zÀ-ɏḀ-ỿ]+)?/gu) ?? [];
  return words.flatMap((word, start) =>
    letters.has(word.charAt(0).toUpperCase()) ? [...runs(words, start, false), ...runs(words, start, true)] : [],
  );
}

function runs(words: readonly string[], start: number, skipsSmall: boolean): string[] {
  const found: string[] = [];
  let initials = '';
  let isPlain = true;
  const end = Math.min(words.length, start + 12);
  for (let index = start; index < end && initials.length < 6; index++) {
    const word = words[index] ?? '';
    const isSmall = smallWords.has(word.toLowerCase());
    if (isSmall && (skipsSmall || index === start)) {
      if (index === start) return found;
      continue;
    }
    if (isSmall) isPlain = false;
    initials += word.charAt(0).toUpperCase();
    // Three words have given initials by chance too often, where one of them is small.
    if (initials.length > 3 || (initials.length === 3 && (isPlain || /^\p{Lu}/u.test(words[start] ?? '')))) {
      found.push(initials);
    }
  }
  return found;
}
