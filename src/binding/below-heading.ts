import type { Block } from '../document/blocks.ts';

/** Tells of one block after another, in the order of the text, whether it is a heading that is meant or stands below one. */
export function belowHeading(isMeant: (heading: string) => boolean): (block: Block) => boolean {
  let level: number | undefined;
  return (block) => {
    if (block.kind === 'heading' && (level === undefined || block.level <= level))
      level = isMeant(block.prose.text) ? block.level : undefined;
    return level !== undefined;
  };
}
