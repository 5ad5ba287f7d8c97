import { property } from '../data/json.ts';
import { isParagraph } from '../document/blocks.ts';
import { spanIn } from '../document/prose.ts';
import type { Span } from '../text/span.ts';
import { latin } from '../text/words.ts';
import type { Binding } from './binding.ts';

/** The cameras of all systems of the front matter together, then those of each; nothing where a system does not say. */
export function declaredCameras({ frontMatter }: Binding): number[] {
  const systems = property(frontMatter, 'systems');
  const counts = (Array.isArray(systems) ? systems : []).map((system) => property(system, 'cameras'));
  const known = counts.filter((count) => typeof count === 'number');
  if (known.length === 0 || known.length < counts.length) return [];
  return [known.reduce((sum, count) => sum + count, 0), ...known];
}

/** The counts of cameras in the text that are clearly those of the whole: "a total of 64 cameras", "64 cameras in total". */
export function toldCameras({
  document: { source, blocks },
}: Binding): { readonly count: number; readonly at: Span }[] {
  return blocks.flatMap((block) => {
    if (!isParagraph(block) || !isTold.test(block.prose.text)) return [];
    return [...block.prose.text.matchAll(cameraCount)].map(({ 0: words, 1: first, 2: second, 3: third, index }) => ({
      count: Number(first ?? second ?? third),
      at: spanIn(source, block.prose, index, index + words.length),
    }));
  });
}

/** Other words before “cameras” tell of a part: “all 96 PTZ cameras”. */
const cameras = '(?:\\s+(?:CCTV|surveillance|public|space|council))*\\s+cameras\\b';
const cameraCount = new RegExp(
  [
    `\\b(?:a total of|number of cameras:?)\\s+(\\d{1,5})\\b(?:(?:\\s+[${latin}-]+){0,3}?\\s+cameras)?\\b`,
    `\\b(\\d{1,5})(?:\\s+[${latin}-]+){0,3}?\\s+cameras\\s+(?:in total|altogether)\\b`,
    `\\b(?:all|the system (?:has|comprises|consists of|contains|includes))\\s+(\\d{1,5})${cameras}(?!\\s+(?:that|which|with|in|on|at|near)\\b)`,
  ].join('|'),
  'gi',
);

/** Without one of these words no count is that of the whole. */
const isTold = /\btotal\b|\bnumber of cameras\b|\baltogether\b|\ball\s+\d|\bthe system \w+(?: of)? \d/i;
