import fs from 'node:fs';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type Complaint, codeOf, fileTrouble } from './failure.ts';
import { gitIgnore } from './git-ignore.ts';
import { isInside, repositoryRoot, shownPath } from './paths.ts';

const ignore = ['**/node_modules/**', '**/.git/**'];

/** Whether a path is one of many by its stars and brackets. */
export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

export interface Found {
  /** By their full paths. */
  readonly files: readonly string[];
  /** What may not be looked into, so that nobody can say what is in it. */
  readonly complaints: readonly Complaint[];
}

/**
 * The files below a folder that match a pattern and that `.gitignore` does not leave out. Links that lead out of the
 * repository are not followed, and what is deleted meanwhile is left out.
 */
export async function filesMatching(cwd: string, folder: string, pattern: string): Promise<Found> {
  const complaints: Complaint[] = [];
  const refused = (path: string, error: unknown) => {
    if (['EACCES', 'EPERM'].includes(codeOf(error)))
      complaints.push({ place: shownPath(cwd, path), ...fileTrouble(error) });
  };
  const readdir = ((path: string, options: object, then: (error: Error | null, entries: never) => void) =>
    fs.readdir(path, options, (error, entries) => {
      if (error) refused(path, error);
      then(error, entries as never);
    })) as typeof fs.readdir;
  const found = await glob(pattern, {
    fs: { readdir },
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
  const files = found.filter((path) => {
    if (isIgnored(path) || !isInside(root, path)) return false;
    try {
      return fs.statSync(path).isFile();
    } catch (error) {
      refused(path, error);
      // Node cannot say names in other encodings, and so finds no such file.
      if (path.includes('\uFFFD')) {
        const text = 'the name is not in UTF-8, so that the file cannot be opened';
        complaints.push({ place: shownPath(cwd, path), text, remedy: 'Rename the file.' });
      }
      return false;
    }
  });
  return { files, complaints };
}
