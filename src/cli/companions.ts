import { dirname, join } from 'node:path';
import { type Companion, companions } from '../scaffold/companions.ts';
import { didYouMean } from '../text/nearest.ts';
import { readText } from '../workspace/documents.ts';
import { failure } from '../workspace/failure.ts';
import { isThere, repositoryRoot, shownPath } from '../workspace/paths.ts';
import type { Draft } from '../workspace/write.ts';
import { listOf } from './answers.ts';

/** A file that `--with` asks for, with its place on the disk. */
export interface PlacedCompanion extends Draft {
  /** The root of the repository, below which its folders may be made. */
  readonly root: string;
  readonly next: string;
}

/**
 * The files that `--with` asks for, placed in the repository around the agreement. Fails with every name that is not
 * known, so that a slip of the finger is found before anything is asked or written.
 */
export function placeCompanions(cwd: string, agreement: string, wanted: string | undefined): PlacedCompanion[] {
  const known = Object.keys(companions);
  const names = [...new Set(listOf(wanted) ?? [])];
  const remedy = `Use any of: ${known.join(', ')}.`;
  const complaints = names
    .filter((name) => !known.includes(name))
    .map((name) => ({ text: `--with knows no “${name}”`, remedy: didYouMean(name, known) ?? remedy }));
  if (wanted !== undefined && names.length === 0) complaints.push({ text: '--with names nothing', remedy });
  if (complaints.length > 0) throw failure(...complaints);
  const folder = dirname(agreement);
  const root = repositoryRoot(cwd, isThere(folder) ? folder : cwd);
  return names.flatMap((name) => {
    const choice = companions[name];
    if (!choice) return [];
    const { instead } = choice;
    return [placed(cwd, root, instead && holdsOther(root, choice) ? instead : choice)];
  });
}

/** Whether the file of a companion is there and is not the one that an earlier run wrote. */
function holdsOther(root: string, { path, text }: Companion): boolean {
  return isThere(join(root, path)) && readText(root, path).text !== text;
}

function placed(cwd: string, root: string, { path, text, next }: Companion): PlacedCompanion {
  const full = join(root, path);
  return { root, path: full, shown: shownPath(cwd, full), text, next };
}
