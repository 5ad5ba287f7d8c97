import { randomBytes } from 'node:crypto';
import { appendFile, link, lstat, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Complaint, failure, fileTrouble } from './failure.ts';

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
  const there = await lstat(path).catch(() => undefined);
  if (!there) return undefined;
  if (there.isDirectory()) return { place: shown, text: 'is a folder', remedy: 'Name a file in it.' };
  if (there.isSymbolicLink()) return { place: shown, text: 'is a link', remedy: 'Name the file that it leads to.' };
  if (!there.isFile()) return { place: shown, text: 'is not an ordinary file', remedy: 'Name another file.' };
  if (force) return undefined;
  return {
    place: shown,
    text: 'the file is already there',
    remedy: 'Choose another name, or add --force to replace it.',
  };
}

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its name. Without `force` a file that
 * appeared in the meantime stays.
 */
export async function writeWhole(path: string, shown: string, text: string, force: boolean): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(aside, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (force) await rename(aside, path);
    else await takeName(aside, path);
  } catch (error) {
    await unlink(aside).catch(() => undefined);
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (taken)
      throw failure({
        place: shown,
        text: 'the file appeared in the meantime',
        remedy: 'Look at it, and choose another name.',
      });
    throw failure({ place: shown, ...fileTrouble(error) });
  }
}

/** Adds to the end of a file that another program collects texts in; it is made where there is none. */
export async function appendTo(path: string, shown: string, text: string): Promise<void> {
  try {
    await appendFile(path, text, 'utf8');
  } catch (error) {
    throw failure({ place: shown, ...fileTrouble(error) });
  }
}

/** A link fails where a rename would overwrite. Where links cannot be made, the exclusive flag keeps what is there. */
async function takeName(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
    await unlink(aside);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    const claim = await open(path, 'wx');
    await claim.close();
    await rename(aside, path);
  }
}
