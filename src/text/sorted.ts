/** How many values stand before a place in an order: `isBefore` holds for the first ones, and for none behind them. */
export function countBefore<T>(sorted: readonly T[], isBefore: (value: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && isBefore(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers in their order. */
export function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
