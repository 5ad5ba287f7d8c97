import type { Cue } from './concordance.ts';
import { groupedBy } from './group.ts';
import { once } from './remember.ts';
import { oneLine } from './shorten.ts';
import type { Stretch } from './stretch.ts';
import { latin, readWords, wordsOf } from './words.ts';

/** A phrase of a list where it stands in a text. */
export interface Phrase extends Stretch {
  readonly text: string;
}

/** The places where phrases stand in a text, in order and without overlaps. */
export interface PhraseFinder {
  (text: string): Phrase[];
  /** The words of each phrase: a text that has all of none has no phrase. */
  readonly cue: () => Cue;
}

/** A phrase of a list, cut at its words. */
interface Wanted {
  readonly length: number;
  readonly words: readonly string[];
  /** What stands before its words, between them and behind them, made plain. */
  readonly before: string;
  readonly gaps: readonly string[];
  readonly behind: string;
}

/**
 * Finds literal phrases as whole words, the longest first, whatever their capitals, spaces, apostrophes and hyphens: the
 * lists of `schemas/wording.yaml` hold words, and no regular expressions. An empty list is found nowhere.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  // Cut when they are first looked for: a document with nothing covert asks for no list of covert things.
  const longestFirst = once(() => phrases.map(wantedOf).sort((a, b) => b.length - a.length));
  const byFirstWord = once(() => groupedBy(longestFirst(), ({ words }) => words.slice(0, 1)));
  const find = (text: string): Phrase[] => {
    const found: Phrase[] = [];
    const index = byFirstWord();
    const { words, starts } = wordsOf(text);
    let covered = 0;
    for (let at = 0; at < words.length; at++) {
      if ((starts[at] ?? 0) < covered) continue;
      const candidates = index.get(words[at] ?? '');
      if (!candidates) continue;
      for (const one of candidates) {
        const phrase = phraseAt(text, at, one);
        if (!phrase || phrase.from < covered) continue;
        found.push(phrase);
        covered = phrase.to;
        break;
      }
    }
    return found;
  };
  const cue = once(() => ({ phrases: longestFirst().map(({ words }) => words), beginnings: [] }));
  return Object.assign(find, { cue });
}

function wantedOf(phrase: string): Wanted {
  const text = phrase.trim();
  if (onlyWords.test(text)) {
    const words = text.toLowerCase().split(' ');
    return { length: text.length, words, before: '', gaps: words.slice(1).fill(' '), behind: '' };
  }
  const { words, starts, ends } = readWords(text);
  return {
    length: text.length,
    words,
    before: plain(text.slice(0, starts[0])),
    gaps: words.slice(1).map((_word, index) => plain(text.slice(ends[index], starts[index + 1]))),
    behind: plain(text.slice(ends.at(-1))),
  };
}

/** What most phrases are, of which there are thousands. */
const onlyWords = /^[a-z\d]+(?: [a-z\d]+)*$/i;

/** The phrase whose first word is the one at an index of the text's words. */
function phraseAt(text: string, index: number, { words: wanted, before, gaps, behind }: Wanted): Phrase | undefined {
  const { words, starts, ends } = wordsOf(text);
  for (let step = 1; step < wanted.length; step++) {
    if (words[index + step] !== wanted[step]) return undefined;
    const [start, end] = [ends[index + step - 1] ?? 0, starts[index + step] ?? 0];
    if (!isLike(text.slice(start, end), gaps[step - 1] ?? '')) return undefined;
  }
  const from = (starts[index] ?? 0) - before.length;
  const last = ends[index + wanted.length - 1] ?? 0;
  const to = last + behind.length;
  if (before !== '' && (from < 0 || !isLike(text.slice(from, from + before.length), before))) return undefined;
  if (behind !== '' && !isLike(text.slice(last, to), behind)) return undefined;
  return isPartOfWord(text, from, to) ? undefined : { from, to, text: text.slice(from, to) };
}

/** Whether letters go on before or behind a stretch, be it behind a hyphen: "non-urgent" is not "urgent". */
function isPartOfWord(text: string, from: number, to: number): boolean {
  const before = text.charAt(from - 1);
  if (isHyphen(before) ? isLetter(text.charAt(from - 2)) : isLetter(before)) return true;
  const behind = text.charAt(to);
  return isLetter(isHyphen(behind) ? text.charAt(to + 1) : behind);
}

function isHyphen(character: string): boolean {
  return character === '-' || character === '‑';
}

const letter = new RegExp(`[${latin}\\d]`);

function isLetter(character: string): boolean {
  return character !== '' && letter.test(character);
}

/** Whether what stands between two words is what a phrase has there; a space may stand for a hyphen. */
function isLike(written: string, wanted: string): boolean {
  if (written === wanted) return true;
  const words = plain(written);
  return words === wanted || (wanted === '-' && words === ' ');
}

function plain(gap: string): string {
  return oneLine(gap).replace(/[’‘]/g, "'").replace(/[‑–]/g, '-');
}
