import type { Block } from './blocks.ts';

/** For the index of each heading the index of the next heading of its level or above, where its content ends. */
export function headingEnds(blocks: readonly Block[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly index: number; readonly level: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) {
      const closed = open.pop();
      if (closed) ends.set(closed.index, index);
    }
    open.push({ index, level: block.level });
  }
  return ends;
}
