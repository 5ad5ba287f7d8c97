import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

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

function readRules(folder: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8'));
  } catch {
    return undefined;
  }
}
