import { once } from 'node:events';
import { existsSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { watch } from 'chokidar';
import { isDynamicPattern } from 'tinyglobby';
import { configNames } from './config.ts';
import { failure, fileTrouble } from './failure.ts';
import { gitIgnore } from './git-ignore.ts';
import { repositoryRoot, shownPath } from './paths.ts';

/** What to keep an eye on. */
export interface Watched {
  readonly cwd: string;
  /** Files, folders and patterns as the user named them; without any, the working folder. */
  readonly paths: readonly string[];
  /** Other files that a run reads, such as a framework. */
  readonly files: readonly string[];
  /** Files that a run writes, which must not start the next one. */
  readonly written: readonly string[];
}

/** In milliseconds: an editor that saves a file takes several steps to it. */
const quiet = 100;
const texts = ['.md', '.markdown', '.yaml', '.yml', '.json'];
const passedBy = ['.git', 'node_modules'];

/**
 * The files that changed, each time that they have come to rest: once when the watch has begun, with none, then after each
 * burst of changes. It ends when the signal says so, and fails when the system cannot watch so much.
 *
 * Documents, configuration and frameworks may stand anywhere in a repository and refer to each other, so all of it is
 * watched. Without a repository it is the folders that are named and those of the files that are.
 */
export async function* settledChanges(watched: Watched, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  const { cwd } = watched;
  const changed = new Set<string>();
  let events = 0;
  let trouble: unknown;
  const { folders, isPassedBy } = scopeOf(watched);
  const watcher = watch(folders, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: isPassedBy,
  });
  watcher.on('all', (event, path) => {
    if (event.endsWith('Dir')) return;
    events += 1;
    changed.add(shownPath(cwd, path));
  });
  watcher.on('error', (error) => {
    trouble = error;
  });
  try {
    await once(watcher, 'ready', { signal });
    for (;;) {
      yield [...changed].sort();
      changed.clear();
      while (changed.size === 0 && trouble === undefined) await once(watcher, 'all', { signal });
      if (trouble !== undefined) throw trouble;
      for (let before = 0; before !== events; ) {
        before = events;
        await pause(quiet, undefined, { signal });
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    throw failure({ place: '.', ...fileTrouble(error), remedy: 'Name fewer files or folders to watch.' });
  } finally {
    await watcher.close();
  }
}

/** The folders to watch, and what of them is passed by. */
function scopeOf({ cwd, paths, files, written }: Watched) {
  const root = repositoryRoot(cwd, cwd);
  const isRepository = existsSync(join(root, '.git'));
  const named = paths.length === 0 ? [cwd] : paths.map((path) => resolve(cwd, isDynamicPattern(path) ? '.' : path));
  const deep = isRepository ? [root] : named.filter(isFolder);
  const isInDeep = (path: string) => deep.some((folder) => path === folder || path.startsWith(folder + sep));
  const single = new Set([
    ...named.filter((path) => !isFolder(path)),
    ...[...configNames, ...files].map((file) => resolve(cwd, file)),
  ]);
  const ours = new Set(written.map((file) => resolve(cwd, file)));
  // A file that is replaced is another file of that name, so it is its folder that is watched.
  const folders = new Set([...deep, ...[...single].map((file) => dirname(file)).filter((one) => !isInDeep(one))]);
  const isIgnored = gitIgnore(root);
  const isPassedBy = (path: string, stats?: Stats) => {
    const full = resolve(path);
    if (ours.has(full)) return true;
    if (single.has(full) || folders.has(full)) return false;
    if (!isInDeep(full) || passedBy.includes(basename(full))) return true;
    if (!stats) return false;
    return isIgnored(full, stats.isDirectory()) || (stats.isFile() && !texts.includes(extname(full).toLowerCase()));
  };
  return { folders: [...folders], isPassedBy };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
