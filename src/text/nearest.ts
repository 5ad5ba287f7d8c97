import { closestMatch } from 'leven';
import { oncePer } from './remember.ts';

/**
 * The candidate that a misspelt word was most likely meant to be, or undefined when none is near: about one slip in four
 * letters, two in short words if letters changed places (“Notes” is not “Roles”), and never more than four.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = word.length < 5 ? 1 : Math.min(4, Math.max(2, Math.floor(word.length / 4)));
  const most = word.length < 7 ? 1 : maxDistance;
  const target = word.slice(0, 100);
  const isAsLong = (one: string) => Math.abs(one.length - target.length) <= maxDistance;
  if (!candidates.some(isAsLong)) return undefined;
  const letters = lettersIn(target);
  const all = lettersOf(candidates);
  const possible = candidates.filter((one, index) => isAsLong(one) && differing(letters, all[index]) <= most);
  return possible.length === 0 ? undefined : closestMatch(target, possible, { maxDistance });
}

/** Whether a key that nobody knows is nearly the one that is wanted. */
export function hasMisspelt(keys: readonly string[], known: readonly string[], wanted: string): boolean {
  return keys.some((key) => !known.includes(key) && nearest(key, [wanted]) !== undefined);
}

/** Asks after the candidate that a word was most likely meant to be; undefined when none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `Did you mean “${near}”?`;
}

const lettersOf = oncePer((words: readonly string[]) => words.map(lettersIn));

/** How often a word has each letter. Few words share all but some of them, and counting is quicker than measuring. */
function lettersIn(word: string): Int16Array {
  const counts = new Int16Array(32);
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) % 32;
    counts[letter] = (counts[letter] ?? 0) + 1;
  }
  return counts;
}

/** How many letters one of two words has more than the other, at most: one slip takes away one and adds one. */
function differing(one: Int16Array, other: Int16Array = new Int16Array(32)): number {
  let [more, less] = [0, 0];
  for (let letter = 0; letter < 32; letter++) {
    const difference = (one[letter] ?? 0) - (other[letter] ?? 0);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less);
}
