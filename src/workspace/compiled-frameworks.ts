import { id } from 'built:id';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import { type CompiledFramework, type Loader, revived } from '../framework/compiled.ts';
import { asciiJson } from './ascii-json.ts';
import type { Cache } from './cache.ts';
import { digestOf } from './digest.ts';
import type { FiledFramework } from './framework-files.ts';
import { repositoryRoot } from './paths.ts';

/** What is kept of a framework of the user's: all that a run needs, and the paths of the files that it was read from. */
interface Kept extends CompiledFramework {
  readonly files: readonly string[];
}

/**
 * A framework in a file of the user's: what an earlier run of this build compiled, if the files are as they were, else read
 * and compiled, which takes several times as long as to judge a document by it.
 */
export async function frameworkAt(cwd: string, path: string, name: string, cache?: Cache): Promise<FiledFramework> {
  const key = digestOf(id, repositoryRoot(cwd, dirname(path)), name);
  const read = async () => (await import('./framework-files.ts')).frameworkInFile(cwd, path, name);
  const kept = cache?.find(path, key)?.value as Kept | undefined;
  const known = kept && withoutFault(() => revived(kept, async () => (await read()).framework.bundle(), loader));
  if (kept && known) return { framework: known, files: kept.files };
  const made = await read();
  const compiled = cache && made.compiled();
  if (compiled) {
    const json = asciiJson({ ...compiled, files: made.files } satisfies Kept);
    cache.store(path, key, { files: made.digests, paths: {} }, json);
  }
  return made;
}

const loader: Loader = (code) => {
  const body = compileFunction(code, ['module', 'require', 'formats']);
  return (...given) => body.apply(undefined, given);
};

/** What cannot be revived is made anew. */
function withoutFault<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
