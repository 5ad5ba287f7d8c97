import { randomBytes } from 'node:crypto';
import { link, lstat, open, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Complaint, codeOf, type Failure, failure, fileTrouble } from './failure.ts';

/** A text and the file that it is for. */
export interface Draft {
  readonly path: string;
  /** The path as the user is told it. */
  readonly shown: string;
  readonly text: string;
}

/** What stands in the way of writing a file; undefined when nothing does. */
export async function obstacleTo(path: string, shown: string, force: boolean): Promise<Complaint | undefined> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) {
    return {
      place: shown,
      text: 'there is no such folder',
      remedy: 'Make the folder first, or choose another.',
    };
  }
  return obstacleAt(path, shown, force, 'Choose another name, or add --force to replace it.');
}

/**
 * What stands in the way of a file whose folders may be missing below `root` and will then be made. Links are not
 * followed there: they may lead out of the repository.
 */
export async function obstacleBelow(
  root: string,
  { path, shown }: Draft,
  force: boolean,
): Promise<Complaint | undefined> {
  const steps = relative(root, dirname(path)).split(sep).filter(Boolean);
  for (const [index] of steps.entries()) {
    const folder = await lstat(join(root, ...steps.slice(0, index + 1))).catch(() => undefined);
    if (!folder) return undefined;
    if (folder.isDirectory()) continue;
    const inTheWay = `${steps.slice(0, index + 1).join('/')} is ${folder.isSymbolicLink() ? 'a link' : 'a file'}, not a folder`;
    return { place: shown, text: inTheWay, remedy: 'Move it away, or write this file by hand.' };
  }
  const remedy = 'Add the lines to it by hand, or add --force to replace all of it.';
  return obstacleAt(path, shown, force, remedy);
}

async function obstacleAt(path: string, shown: string, force: boolean, remedy: string): Promise<Complaint | undefined> {
  const there = await lstat(path).catch(() => undefined);
  if (!there) return undefined;
  if (there.isDirectory()) return { place: shown, text: 'is a folder', remedy: 'Name a file in it.' };
  if (there.isSymbolicLink()) return { place: shown, text: 'is a link', remedy: 'Name the file that it leads to.' };
  if (!there.isFile()) return { place: shown, text: 'is not an ordinary file', remedy: 'Name another file.' };
  if (force) return undefined;
  return { place: shown, text: 'the file is already there', remedy };
}

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name. Without `force` a file that
 * appeared in the meantime stays.
 */
export async function writeWhole(
  path: string,
  shown: string,
  text: string | Iterable<string>,
  force: boolean,
): Promise<void> {
  const aside = asideOf(path);
  try {
    await writeAside(aside, text, path);
    await takeName(aside, path, force);
  } catch (error) {
    await unlink(aside).catch(() => undefined);
    throw writingFailure(shown, error);
  }
}

/** Adds to the end of a file that another program collects texts in; it is made where there is none. */
export async function appendTo(path: string, shown: string, text: string | Iterable<string>): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'a' });
  } catch (error) {
    throw failure({ place: shown, ...fileTrouble(error) });
  }
}

/** A name beside a file that nobody else uses. */
export function asideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Writes a new file and waits until it is on the disk, so that a full disk is noticed before anything is replaced. Who may
 * read and write the file whose place it takes, and whose that is, stays as it was, as far as the system lets it.
 */
export async function writeAside(aside: string, text: string | Iterable<string>, path: string): Promise<void> {
  const old = await stat(path).catch(() => undefined);
  const file = await open(aside, 'wx', old?.mode);
  try {
    if (old) {
      await file.chown(old.uid, old.gid).catch(() => undefined);
      await file.chmod(old.mode & 0o7777);
    }
    await writeFile(file, text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The words for a file that could not be written. */
export function writingFailure(shown: string, error: unknown): Failure {
  if (codeOf(error) !== 'EEXIST') return failure({ place: shown, ...fileTrouble(error) });
  return failure({
    place: shown,
    text: 'the file appeared in the meantime',
    remedy: 'Look at it, and choose another name.',
  });
}

/**
 * Gives a file its name. Without `force` by a link, which fails where a rename would overwrite; where links cannot be
 * made, the exclusive flag keeps what is there.
 */
export async function takeName(aside: string, path: string, force: boolean): Promise<void> {
  if (force) return rename(aside, path);
  try {
    await link(aside, path);
    await unlink(aside);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error;
    const claim = await open(path, 'wx');
    await claim.close();
    await rename(aside, path);
  }
}
