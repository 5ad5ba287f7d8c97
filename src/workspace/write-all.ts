import { copyFile, mkdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './failure.ts';
import { asideOf, type Draft, takeName, writeAside, writingFailure } from './write.ts';

type Undo = () => Promise<unknown>;

/**
 * Writes several files, all of them or none: each is written beside its place first, then each takes its name, and when
 * one cannot, what was done before is undone. Folders that are missing are made.
 */
export async function writeAll(drafts: readonly Draft[], force: boolean): Promise<void> {
  const undo: Undo[] = [];
  const tidy: Undo[] = [];
  let shown = '';
  try {
    const staged: (readonly [aside: string, path: string])[] = [];
    for (const draft of drafts) {
      shown = draft.shown;
      undo.unshift(...(await makeFolder(dirname(draft.path))));
      const aside = asideOf(draft.path);
      undo.unshift(() => unlink(aside));
      await writeAside(aside, draft.text, draft.path);
      staged.push([aside, draft.path]);
    }
    for (const [index, [aside, path]] of staged.entries()) {
      shown = drafts[index]?.shown ?? '';
      const kept = force ? await keepOld(path) : undefined;
      if (kept !== undefined) tidy.push(() => unlink(kept));
      await takeName(aside, path, force);
      undo.unshift(() => (kept === undefined ? unlink(path) : rename(kept, path)));
    }
  } catch (error) {
    await inTurn([...undo, ...tidy]);
    throw writingFailure(shown, error);
  }
  await inTurn(tidy);
}

/** What cannot be undone is left: the failure that made it necessary is what the user must hear of. */
async function inTurn(steps: readonly Undo[]): Promise<void> {
  for (const step of steps) await step().catch(() => undefined);
}

/** Makes a folder and those around it; gives the steps that take away again what was made, where it is still empty. */
async function makeFolder(folder: string): Promise<Undo[]> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return [];
  const undo: Undo[] = [];
  for (let one = folder; one.length >= first.length; one = dirname(one)) {
    const made = one;
    undo.push(() => rmdir(made));
  }
  return undo;
}

/** A copy of the file that is about to be replaced; undefined where there is none. */
async function keepOld(path: string): Promise<string | undefined> {
  const kept = asideOf(path);
  try {
    await copyFile(path, kept);
    return kept;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    await unlink(kept).catch(() => undefined);
    throw error;
  }
}
