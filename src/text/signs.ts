/**
 * A pattern, and what is in every text that has it, in lower case: one of the signs. A long pattern takes longer to compile
 * than to search many texts for its signs, and most documents need few of them.
 */
export type SignedPattern = readonly [signs: readonly string[], pattern: RegExp];

/** The patterns that a text may have. */
export function patternsFor(text: string, patterns: readonly SignedPattern[]): RegExp[] {
  const lower = text.toLowerCase();
  return patterns.flatMap(([signs, pattern]) => (signs.some((sign) => lower.includes(sign)) ? [pattern] : []));
}
