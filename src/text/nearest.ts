import { closestMatch } from 'leven';
import { oncePer } from './remember.ts';

/**
 * The candidate that a misspelt word was most likely meant to be, or undefined when none is near: about one slip in four
 * letters, two in short words (letters that changed places count as two), and never more than four.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = word.length < 5 ? 1 : Math.min(4, Math.max(2, Math.floor(word.length / 4)));
  const target = word.slice(0, 100);
  const letters = lettersIn(target);
  const all = lettersOf(candidates);
  const possible = candidates.filter(
    (one, index) =>
      Math.abs(one.length - target.length) <= maxDistance && differing(letters, all[index] ?? 0) <= maxDistance,
  );
  return closestMatch(target, possible, { maxDistance });
}

const lettersOf = oncePer((words: readonly string[]) => words.map(lettersIn));

/** Which letters a word has, each as a bit. Few words share all but some of them, and comparing bits is quick. */
function lettersIn(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** How many letters one of two words has and the other lacks, at most: one slip takes away one and adds one. */
function differing(one: number, other: number): number {
  return Math.max(bitsIn(one & ~other), bitsIn(other & ~one));
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
