import { existsSync, lstatSync, realpathSync } from 'node:fs';
import own, { dirname, join, type posix, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path as the user would write it from the working folder: relative, with forward slashes whatever the system has. */
export function shownPath(cwd: string, path: string, system: typeof posix = own): string {
  const short = system.relative(cwd, system.resolve(cwd, path));
  return (short === '' ? '.' : short).split(system.sep).join('/');
}

/** The innermost folder around a path that there is: a new document may stand in one that is not made yet. */
export function folderAround(path: string): string {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) || folder === dirname(folder)) return folder;
  }
}

/** The repository around a folder; without one, the working folder if it is around it, else the folder itself. */
export function repositoryRoot(cwd: string, start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) break;
  }
  return isInside(cwd, start) ? cwd : start;
}

/** Whether a file, its links followed, lies inside a folder. What cannot be looked at is taken at its name; nobody can read it. */
export function isInside(folder: string, path: string): boolean {
  const real = relative(realPath(folder), realPath(path));
  return real !== '..' && !real.startsWith(`..${sep}`) && resolve(real) !== real;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Whether there is anything of this name that can be seen, be it a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The address of a file that is there; undefined for a name that has none, such as that of standard input. */
export function addressOf(cwd: string, path: string): string | undefined {
  const full = resolve(cwd, path);
  return existsSync(full) ? pathToFileURL(full).href : undefined;
}
