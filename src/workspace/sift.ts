import { resolve } from 'node:path';
import { beginningOf } from './beginning.ts';
import type { Candidate } from './documents.ts';

/** Files that may be agreements, and those that cannot. */
export interface Sifted {
  readonly files: readonly Candidate[];
  readonly others: readonly Candidate[];
}

/** In bytes. Front matter that is longer than this is read with its file. */
const most = 16 * 1024;

/**
 * Divides files by the beginning of each: those that were named, or whose front matter may name a framework, and the others,
 * of which no more is read. So a tree with thousands of notes is checked for the sake of its few agreements, and what stands
 * further down in the others troubles nobody.
 */
export function sift(cwd: string, candidates: readonly Candidate[]): Sifted {
  const buffer = Buffer.alloc(most);
  const isMeant = ({ path, named }: Candidate) => {
    if (named) return true;
    const beginning = beginningOf(resolve(cwd, path), buffer);
    // A letter for each byte: what is looked for is plain, and there is no encoding to be wrong.
    return beginning === undefined || mayNameFramework(beginning.bytes.toString('latin1'));
  };
  const verdicts = candidates.map(isMeant);
  return {
    files: candidates.filter((_one, index) => verdicts[index]),
    others: candidates.filter((_one, index) => !verdicts[index]),
  };
}

/**
 * Whether the front matter that a file begins with holds the word, or does not end here. Marks of an encoding are no letters.
 * Looser than `fenceOf` on purpose: these are bytes in any encoding, and a file that is passed over is never looked at again.
 */
function mayNameFramework(beginning: string): boolean {
  const text = beginning.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (!text.startsWith('---')) return false;
  const end = text.slice(3).search(/^(?:---|\.\.\.)[ \t]*$/m);
  if (end < 0 && beginning.length === most) return true;
  return (end < 0 ? text : text.slice(0, 3 + end)).includes('framework');
}
