import { glob, isDynamicPattern } from 'tinyglobby';
import { gitIgnore } from './git-ignore.ts';
import { isInside, repositoryRoot } from './paths.ts';

const ignore = ['**/node_modules/**', '**/.git/**'];

/** Whether a path is one of many by its stars and brackets. */
export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

/**
 * The files below a folder that match a pattern and that `.gitignore` does not leave out, by their full paths. Links that
 * lead out of the repository are not followed.
 */
export async function filesMatching(folder: string, pattern: string): Promise<string[]> {
  const found = await glob(pattern, {
    cwd: folder,
    ignore,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    dot: false,
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  const root = repositoryRoot(folder, folder);
  const isIgnored = gitIgnore(root);
  return found.filter((path) => !isIgnored(path) && isInside(root, path));
}
