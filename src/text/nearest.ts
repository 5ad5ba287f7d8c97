import { closestMatch } from 'leven';

/**
 * The candidate that a misspelt word was most likely meant to be, or undefined when none is near: at most one slip in
 * four letters, and never more than four slips.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const maxDistance = Math.min(4, Math.max(1, Math.floor(word.length / 4)));
  return closestMatch(word.slice(0, 100), [...candidates], { maxDistance });
}
