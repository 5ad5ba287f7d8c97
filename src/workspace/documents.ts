import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { decode } from '../text/decode.ts';
import { excessOf } from '../text/excess.ts';
import { documentLimits, limits, tooLong } from '../text/limits.ts';
import { pointAt, type Source } from '../text/source.ts';
import { fits } from './config.ts';
import { type Complaint, codeOf, failure, fileTrouble, isFailure } from './failure.ts';
import { repositoryRoot, shownPath } from './paths.ts';

/** A file to check. One that was found rather than named is passed over when it declares no framework. */
export interface Candidate {
  readonly path: string;
  readonly named: boolean;
}

export interface Candidates {
  readonly files: readonly Candidate[];
  /** Paths that cannot be used. */
  readonly complaints: readonly Complaint[];
  /** Folders and patterns in which there is nothing. */
  readonly empty: readonly Complaint[];
}

const everyMarkdown = '**/*.{md,markdown}';

/** Where to look when no path is named, and what to leave out. Patterns start from `folder`. */
export interface Selection {
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * The files that some paths mean: files as they are, the Markdown files below folders, the matches of globs. Without a path
 * those that the configuration includes, else all below the working folder. With `passOver` named files count as found: other
 * programs name all that has changed, not only agreements.
 */
export async function findCandidates(
  cwd: string,
  paths: readonly string[],
  { folder, include, exclude }: Selection = { folder: cwd, include: [], exclude: [] },
  passOver = false,
): Promise<Candidates> {
  const files = new Map<string, Candidate>();
  const complaints: Complaint[] = [];
  const empty: Complaint[] = [];
  const add = (path: string, named: boolean) => {
    const shown = shownPath(cwd, path);
    if (named || !files.has(shown)) files.set(shown, { path: shown, named });
  };
  const isLeftOut = (path: string) => fits(shownPath(folder, path), exclude);
  // The search is loaded only where something has to be searched for.
  const matches = async (root: string, pattern: string) => {
    const { filesMatching } = await import('./search.ts');
    const found = await filesMatching(cwd, root, pattern);
    complaints.push(...found.complaints);
    return found;
  };
  if (paths.length === 0 && include.length > 0) {
    for (const pattern of include) {
      // What the configuration names is meant, whether or not it declares a framework.
      for (const path of (await matches(folder, pattern)).files) if (!isLeftOut(path)) add(path, true);
    }
    if (files.size === 0)
      empty.push({ text: 'no file matches “include” in the configuration', remedy: 'Correct the patterns.' });
    return { files: sorted(files), complaints, empty };
  }
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const kind = kindOf(resolve(cwd, path));
    if (kind === 'file') {
      if (!passOver || !isLeftOut(resolve(cwd, path))) add(path, !passOver);
      continue;
    }
    if (typeof kind === 'object' && !(kind.absent && (await import('./search.ts')).isPattern(path))) {
      complaints.push({ place: shownPath(cwd, path), ...kind.trouble });
      continue;
    }
    const found = kind === 'folder' ? await matches(resolve(cwd, path), everyMarkdown) : await matches(cwd, path);
    for (const one of found.files) if (!isLeftOut(one)) add(one, false);
    if (found.files.length === 0 && found.complaints.length === 0) {
      const text = kind === 'folder' ? 'no Markdown file in this folder' : 'no file matches this pattern';
      empty.push({
        place: kind === 'folder' ? shownPath(cwd, path) : path,
        text,
        remedy: 'Name a file, a folder or a pattern that has some.',
      });
    }
  }
  return { files: sorted(files), complaints, empty };
}

function sorted(files: ReadonlyMap<string, Candidate>): Candidate[] {
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface NoFile {
  readonly absent: boolean;
  readonly trouble: Omit<Complaint, 'place'>;
}

function kindOf(path: string): 'file' | 'folder' | NoFile {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : { absent: false, trouble: notOrdinary };
  } catch (error) {
    return { absent: codeOf(error) === 'ENOENT', trouble: fileTrouble(error) };
  }
}

/** Pipes and devices may never end. */
const notOrdinary = { text: 'is not an ordinary file', remedy: 'Name a file, or pipe it to “sla check --stdin”.' };

/**
 * The paths in a list, as `--files-from` takes it: one on each line, or with NUL between them, as `find -print0` and
 * `git diff -z` write them. Empty lines are passed over.
 */
export async function pathsFrom(cwd: string, list: string, stdin: () => Promise<Uint8Array>): Promise<string[]> {
  const isPiped = list === '-';
  const bytes = isPiped ? await stdin() : readBytes(cwd, list);
  const lines = bytes.map((byte) => (byte === 0 ? lineFeed : byte));
  const { text } = sourceOf(isPiped ? 'standard input' : shownPath(cwd, list), lines);
  return text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
}

const lineFeed = 10;

/** Reads a document, or fails with its place and what to do. */
export function readDocument(cwd: string, path: string): Source {
  return withinLimits(readText(cwd, path));
}

/** Reads a text file of any kind, or fails with its place and what to do. */
export function readText(cwd: string, path: string): Source {
  return sourceOf(shownPath(cwd, path), readBytes(cwd, path));
}

/** The text of some bytes under a name. */
export function sourceOf(shown: string, bytes: Uint8Array): Source {
  const decoded = decode(shown, bytes);
  if (decoded.state === 'read') return decoded.source;
  const place = decoded.at ? `${shown}:${decoded.at.line}:${decoded.at.column}` : shown;
  throw failure({ place, text: decoded.problem, remedy: decoded.remedy });
}

/** A document that breaks no limit; else a failure that says where, and which. */
export function withinLimits(source: Source): Source {
  const excess = excessOf(source.text);
  if (!excess) return source;
  const { problem, remedy } = documentLimits[excess.limit];
  const { line, column } = pointAt(source, excess.offset);
  throw failure({ place: `${source.path}:${line}:${column}`, text: problem, remedy });
}

/**
 * Whether there is a file or folder at a path. Paths that leave the repository of the document are not looked at and count
 * as there; a document that is not at its place itself, for it came from standard input, has no neighbours to look for.
 */
export function neighboursOf(cwd: string, document: string): ((path: string) => boolean) | undefined {
  if (!existsSync(resolve(cwd, document))) return undefined;
  const root = repositoryRoot(cwd, dirname(resolve(cwd, document)));
  return (path) => {
    const inside = relative(root, resolve(cwd, path));
    return inside.split(sep)[0] === '..' || resolve(inside) === inside || existsSync(resolve(cwd, path));
  };
}

/** Reads an ordinary file, or fails with its place and what to do. At once, for to wait for each file takes longer. */
export function readBytes(cwd: string, path: string): Buffer {
  const shown = shownPath(cwd, path);
  const full = resolve(cwd, path);
  try {
    const found = statSync(full);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (!found.isFile()) throw failure({ place: shown, ...notOrdinary });
    if (found.size > limits.bytes) {
      const { problem, remedy } = tooLong(found.size);
      throw failure({ place: shown, text: problem, remedy });
    }
    return readFileSync(full);
  } catch (error) {
    if (isFailure(error)) throw error;
    throw failure({ place: shown, ...fileTrouble(error) });
  }
}
