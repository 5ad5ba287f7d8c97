import type { Cue } from '../text/concordance.ts';
import { groupedBy } from '../text/group.ts';
import { type PhraseFinder, phraseFinder } from '../text/phrases.ts';
import { oncePer } from '../text/remember.ts';
import { sentenceAt } from '../text/sentence.ts';
import { oneLine } from '../text/shorten.ts';
import { standsIn } from '../text/stands.ts';
import type { Stretch } from '../text/stretch.ts';
import { wordsOf } from '../text/words.ts';
import { matchAt, namesOf } from './names.ts';
import type { Reference, References } from './reference.ts';

/** A place in a text that names a law, body or marking wrongly. */
export interface Citation extends Stretch {
  readonly reference: Reference;
  /** The name as it is written. */
  readonly text: string;
}

/** What a text is judged by. */
export interface Ground {
  /** The day on which the parties agreed, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly jurisdiction: string;
  /** The whole document, for names that it explains elsewhere. */
  readonly document: string;
}

/** Finds the wrong names in a stretch of text; `label` is what it stands under. */
export interface CitationFinder {
  (text: string, label: string, ground: Ground): Citation[];
  /** The words of each name: a text that has all of none has no name. */
  readonly cue: Cue;
}

/** Indexes a table once. The finder goes through a text word by word, and the longest name that starts at a word wins. */
export function citationFinder({ references, excuses, acts }: References): CitationFinder {
  const names = namesOf(references, acts);
  const index = groupedBy(names, ({ words }) => words.slice(0, 1));
  const pardons = phraseFinder(excuses);

  const find = (text: string, label: string, ground: Ground): Citation[] => {
    const spread = wordsOf(text);
    const found: Citation[] = [];
    let covered = 0;
    for (let position = 0; position < spread.words.length; position++) {
      const names = index.get(spread.words[position] ?? '');
      const from = spread.starts[position] ?? 0;
      if (!names || from < covered) continue;
      const matches = names.flatMap((name) => matchAt(text, spread, position, name) ?? []);
      const longest = matches.reduce((most, { to }) => Math.max(most, to), 0);
      if (longest === 0) continue;
      // The acronym in the brackets behind a name is a part of it.
      covered = longest + (/^\s*\([^()]{1,20}\)/u.exec(text.slice(longest, longest + 24))?.[0].length ?? 0);
      const candidates = matches.filter(({ to }) => to === longest).map(({ reference }) => reference);
      const place = { text, label, from, to: longest };
      const reference = candidates.find((one) => isWrong(one, place, ground));
      if (
        !reference ||
        (reference.kind !== 'withdrawn' && isQuoted(text, from)) ||
        isAddress(text, from, longest) ||
        isInCode(text, from, longest)
      )
        continue;
      if (reference.kind !== 'misnamed' && speaksOfThePast(reference, aroundIt(text, from, longest), pardons)) continue;
      found.push({ reference, from, to: longest, text: oneLine(text.slice(from, longest)) });
    }
    return found;
  };
  return Object.assign(find, { cue: { phrases: names.map(({ words }) => words), beginnings: [] } });
}

/** The sentence of a stretch of text, without the stretch itself. */
function aroundIt(text: string, from: number, to: number): string {
  const sentence = sentenceAt(text, from);
  return `${text.slice(sentence.from, from)} ${text.slice(Math.min(to, sentence.to), sentence.to)}`;
}

/** Whether a sentence excuses an old name: by a word such as "replaced", or by a year in which it was still right. */
function speaksOfThePast({ since = '' }: Reference, sentence: string, pardons: PhraseFinder): boolean {
  if (pardons(sentence).length > 0) return true;
  const withoutActs = sentence.replace(/\b(?:Acts?|Regulations?|Order)\s+(?:of\s+)?(?:19|20)\d\d\b/gi, '');
  return [...withoutActs.matchAll(/(?<![\d/-])(?:19|20)\d\d(?![\d/-])/g)].some(
    ([year]) => year < since.slice(0, 4) || (year === since.slice(0, 4) && /\bbefore\b/i.test(sentence)),
  );
}

/** Where a text has a name, and what it stands under. */
interface Place extends Stretch {
  readonly text: string;
  readonly label: string;
}

function isWrong(reference: Reference, { text, label, from, to }: Place, ground: Ground): boolean {
  const { since, jurisdiction, kind } = reference;
  if (jurisdiction !== ground.jurisdiction || (since !== undefined && since > ground.asOf)) return false;
  const before = text.slice(Math.max(0, from - 80), from).replace(/[\s()“”"'’‘,:/–—-]+$/u, '');
  const behind = text.slice(to, to + 120);
  const after = [behind, behind.replace(/^\s*\((?:[^()]|\([^()]*\))*\)/u, '')].map((one) =>
    one.replace(punctuation, ''),
  );
  if (reference['unless-before']?.some((word) => endsWith(before, word))) return false;
  if (reference['unless-after']?.some((word) => after.some((one) => startsWith(one, word)))) return false;
  if (reference['unless-anywhere']?.some(saidIn(ground))) return false;
  if (kind !== 'withdrawn' || reference.in?.includes('text')) return true;
  const inMarking = reference.in?.includes('marking') && marking.test(label) && before.length <= label.length;
  const inPhrase = reference.in?.includes('phrase') && reference.phrases?.some((phrase) => endsWith(before, phrase));
  return inMarking === true || inPhrase === true;
}

/** What may stand between a name and the words that make it right. */
const punctuation = /^[\s()“”"'’‘,:/–—-]+/u;

const marking = /\b(?:marking|classification)\b/i;

function endsWith(text: string, word: string): boolean {
  const end = text.toLowerCase();
  return end.endsWith(word.toLowerCase()) && !/[\p{L}\p{N}]/u.test(end.charAt(end.length - word.length - 1));
}

function startsWith(text: string, word: string): boolean {
  const start = text.toLowerCase();
  return start.startsWith(word.toLowerCase()) && !/[\p{L}\p{N}]/u.test(start.charAt(word.length));
}

/** Whether a document says a word anywhere. A long one may name a law often, and is gone through once for each word. */
const saidIn = oncePer(({ document }: Ground): ((word: string) => boolean) => {
  const text = document.toLowerCase();
  const said = new Map<string, boolean>();
  return (word) => {
    const known = said.get(word) ?? standsIn(text, word.toLowerCase(), /[\p{L}\p{N}]/u);
    said.set(word, known);
    return known;
  };
});

/** Words in quotation marks are somebody else's. */
function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 300), offset);
  if (before.lastIndexOf('“') > before.lastIndexOf('”') && text.slice(offset, offset + 300).includes('”')) return true;
  return (before.match(/(?<![\p{L}\p{N}])"|"(?![\p{L}\p{N}])/gu)?.length ?? 0) % 2 === 1;
}

/** Part of the reference of a document, such as MQ-PIA-5. */
function isInCode(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}][-/]$/u.test(text.slice(0, from).slice(-2)) || /^[-/]\d/.test(text.slice(to, to + 2));
}

/** Part of a web address. */
function isAddress(text: string, from: number, to: number): boolean {
  if (text.slice(from, to).includes('@')) return false;
  const start = /\S*$/.exec(text.slice(Math.max(0, from - 200), from))?.[0] ?? '';
  return /(?:\/\/|www\.|\w\.\w+\/|@)/.test(start);
}
