import { closestMatch } from 'leven';

/**
 * The candidate that a misspelt word was most likely meant to be, or undefined when none is near: about one slip in four
 * letters, two in short words (letters that changed places count as two), and never more than four.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = word.length < 5 ? 1 : Math.min(4, Math.max(2, Math.floor(word.length / 4)));
  return closestMatch(word.slice(0, 100), [...candidates], { maxDistance });
}
