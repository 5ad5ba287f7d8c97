import { type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decode, limits } from '../text/decode.ts';
import type { Source } from '../text/source.ts';
import { type Complaint, failure, fileTrouble } from './failure.ts';
import { isInside, repositoryRoot, shownPath } from './paths.ts';

/** A file to check. One that was found rather than named is passed over when it declares no framework. */
export interface Candidate {
  readonly path: string;
  readonly named: boolean;
}

export interface Candidates {
  readonly files: readonly Candidate[];
  readonly complaints: readonly Complaint[];
}

const everyMarkdown = '**/*.{md,markdown}';
const ignore = ['**/node_modules/**', '**/.git/**'];

/** The files that some paths mean: files as they are, the Markdown files below folders, the matches of globs. */
export async function findCandidates(cwd: string, paths: readonly string[]): Promise<Candidates> {
  const files = new Map<string, Candidate>();
  const complaints: Complaint[] = [];
  const add = (path: string, named: boolean) => {
    const shown = shownPath(cwd, path);
    if (named || !files.has(shown)) files.set(shown, { path: shown, named });
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const kind = kindOf(resolve(cwd, path));
    if (kind === 'file') {
      add(path, true);
      continue;
    }
    if (kind === undefined && !isDynamicPattern(path)) {
      complaints.push({
        place: shownPath(cwd, path),
        ...fileTrouble(Object.assign(new Error(), { code: 'ENOENT' })),
      });
      continue;
    }
    const found = kind === 'folder' ? await matches(resolve(cwd, path), everyMarkdown) : await matches(cwd, path);
    for (const one of found) add(one, false);
    if (found.length === 0) {
      const text = kind === 'folder' ? 'no Markdown file in this folder' : 'no file matches this pattern';
      complaints.push({
        place: kind === 'folder' ? shownPath(cwd, path) : path,
        text,
        remedy: 'Name a file, a folder or a pattern that has some.',
      });
    }
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), complaints };
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

/** Links that lead out of the repository are not followed. */
async function matches(folder: string, pattern: string): Promise<string[]> {
  const found = await glob(pattern, {
    cwd: folder,
    ignore,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    dot: false,
    expandDirectories: false,
  });
  const root = repositoryRoot(folder);
  return found.filter((path) => kindOf(path) === 'file' && isInside(root, path));
}

/** Reads a document, or fails with its place and what to do. */
export async function readDocument(cwd: string, path: string): Promise<Source> {
  const shown = shownPath(cwd, path);
  const bytes = await readBytes(resolve(cwd, path), shown);
  return sourceOf(shown, bytes);
}

/** The text of some bytes under a name, within the limits of a document. */
export function sourceOf(shown: string, bytes: Uint8Array): Source {
  const decoded = decode(shown, bytes);
  if (decoded.state === 'read') return decoded.source;
  const place = decoded.at ? `${shown}:${decoded.at.line}:${decoded.at.column}` : shown;
  throw failure({ place, text: decoded.problem, remedy: decoded.remedy });
}

async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    return size > limits.bytes ? new Uint8Array(limits.bytes + 1) : await readFile(path);
  } catch (error) {
    throw failure({ place: shown, ...fileTrouble(error) });
  }
}
