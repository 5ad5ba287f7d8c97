import { fenceOf } from './fence.ts';
import { type DocumentLimit, limits } from './limits.ts';

/** Where a text goes beyond a limit: the offset of the first thing that is too much. */
export interface Excess {
  readonly limit: DocumentLimit;
  readonly offset: number;
}

/**
 * The first limit on Markdown that a text breaks, if any. It is a cheap scan before the text is parsed, for the parsers
 * need time and memory that grow faster than the text does; so what stands in code counts as well.
 */
export function excessOf(text: string): Excess | undefined {
  const head = frontMatterLength(text);
  const body = text.slice(head);
  for (const [limit, find] of finders) {
    const offset = find(body);
    if (offset !== undefined) return { limit, offset: head + offset };
  }
  return undefined;
}

type Finder = (text: string) => number | undefined;

const deepLine = new RegExp(`^(?:[ \\t]*(?:>|[*+-](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${limits.nesting + 1}}`, 'm');

const mark = '[*_`[\\]<&~]|www\\.|:\\/\\/';

const finders: readonly (readonly [DocumentLimit, Finder])[] = [
  ['nesting', (text) => deepLine.exec(text)?.index],
  ['lines', moreThan(limits.lines, '\\r\\n?|\\n')],
  ['headings', moreThan(limits.headings, '^[ \\t]*(?:#|=|--|-[ \\t]*$)')],
  ['cells', moreThan(limits.cells, '\\|')],
  ['marks', moreThan(limits.marks, mark)],
  ['crowd', crowded],
  ['tail', longTail],
];

/** Finds the first match that is one too many. */
function moreThan(most: number, pattern: string): Finder {
  return (text) => {
    const matches = new RegExp(pattern, 'gm');
    for (let count = 0; matches.test(text); count++) if (count === most) return matches.lastIndex - 1;
    return undefined;
  };
}

/** Finds the first mark that is one too many in its paragraph. */
function crowded(text: string): number | undefined {
  let count = 0;
  for (const { 0: found, index } of text.matchAll(markOrBlankLine)) {
    if (/^[\r\n]/.test(found)) count = 0;
    else count += found === '&' ? 2 : 1;
    if (count > limits.crowd) return index;
  }
  return undefined;
}

const markOrBlankLine = new RegExp(`${mark}|(?:\\r\\n|\\n|\\r(?!\\n))[ \\t]*[\\r\\n]`, 'g');

/** Finds the first of the marks behind an address that is one too many. */
function longTail(text: string): number | undefined {
  const [first] = longOnes(text);
  // Nearly every text has none, and needs no look at each of its words.
  if (!first) return undefined;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const address = word.length > limits.tail ? word.search(/www\.|:\/\//) : -1;
    if (address < 0) continue;
    const [tail] = longOnes(word.slice(address));
    if (tail) return index + address + tail.index + limits.tail;
  }
  return undefined;
}

/** The rows of punctuation that are too long behind an address. */
function* longOnes(text: string) {
  for (const row of text.matchAll(/[!"'),.:;?]{2,}/g)) if (row[0].length > limits.tail) yield row;
}

/** The limits are those of Markdown; front matter has its own. */
function frontMatterLength(text: string): number {
  const fence = fenceOf(text);
  // A rule across the page where nothing closes it, which is no heading.
  return fence ? (fence.closing?.from ?? '---'.length) : 0;
}
