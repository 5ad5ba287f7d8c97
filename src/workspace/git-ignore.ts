import { lstatSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { hasTooManyStars } from './patterns.ts';

/** In bytes. */
const longest = 1_000_000;

/** Whether the repository's `.gitignore` files, at its root and in the folders below, leave a file or folder out. */
export function gitIgnore(root: string): (path: string, isFolder?: boolean) => boolean {
  const rules = new Map<string, Ignore | undefined>();
  const rulesIn = (folder: string): Ignore | undefined => {
    if (!rules.has(folder)) rules.set(folder, readRules(folder));
    return rules.get(folder);
  };
  return (path, isFolder = false) => {
    const steps = relative(root, path).split(sep);
    if (steps[0] === '..') return false;
    let ignored = false;
    let folder = root;
    // A file further down may take back what one above it says.
    for (const [depth] of steps.entries()) {
      const own = rulesIn(folder);
      const verdict = own?.test(steps.slice(depth).join('/') + (isFolder ? '/' : ''));
      if (verdict?.ignored) ignored = true;
      if (verdict?.unignored) ignored = false;
      folder = join(folder, steps[depth] ?? '');
    }
    return ignored;
  };
}

/** As Git does, links are not followed; what is no ordinary file may never end, and what is very long, or too wild, holds no rules. */
function readRules(folder: string): Ignore | undefined {
  const file = join(folder, '.gitignore');
  try {
    const found = lstatSync(file);
    if (!found.isFile() || found.size > longest) return undefined;
    const lines = readFileSync(file, 'utf8').split('\n');
    return ignore().add(lines.filter((line) => !hasTooManyStars(line)));
  } catch {
    return undefined;
  }
}
