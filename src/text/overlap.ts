/** A stretch of a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
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
