import { limits, type settingsLimits } from '../text/limits.ts';

/** Where front matter or a data file goes beyond a limit. */
export interface Excess {
  readonly limit: keyof typeof settingsLimits;
  readonly offset: number;
}

/** The first limit that a YAML text breaks, found by a cheap scan before it is parsed; aliases are counted when they are followed. */
export function settingsExcess(text: string): Excess | undefined {
  if (text.length > limits.settings) return { limit: 'settings', offset: limits.settings };
  let [depth, values] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(/[[\]{},\n]/g)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1);
    else values += 1;
    if (depth > limits.depth) return { limit: 'depth', offset: index };
    if (values > limits.values) return { limit: 'values', offset: index };
  }
  const deep = deepLine.exec(text);
  return deep ? { limit: 'depth', offset: deep.index } : undefined;
}

/** More dashes, or more indentation, at the start of a line than there may be levels. */
const deepLine = new RegExp(
  `^(?:[ \\t]*(?:[-?:][ \\t]+){${limits.depth + 1}}| {${2 * (limits.depth + 1)},}(?=\\S))`,
  'm',
);
