/** A part of a text, by its offsets there: from the first character up to but without the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether two stretches have a character in common. */
export function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Stretches in their order, without those that begin within another; of several that begin together the longest stays. */
export function withoutOverlaps<T extends Stretch>(stretches: readonly T[]): readonly T[] {
  if (stretches.length < 2) return stretches;
  let covered = 0;
  return [...stretches]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < covered) return false;
      covered = to;
      return true;
    });
}

/** A text with spaces in place of some stretches, so that every offset stays what it was. */
export function without(text: string, stretches: readonly Stretch[]): string {
  return stretches.reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text);
}
