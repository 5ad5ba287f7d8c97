import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { keep } from './keep.ts';

/** What Node does not tell TypeScript of its loader of CommonJS modules. */
interface Loader {
  readonly enableCompileCache?: (folder: string) => unknown;
  readonly wrap: (code: string) => string;
  readonly prototype: { _compile: (this: NodeModule, code: string, path: string) => unknown };
}
type Body = (exports: unknown, require: unknown, module: NodeModule, path: string, folder: string) => unknown;

/**
 * Keeps what V8 made of the program's own modules in a folder, so that the next run need not compile them anew. Newer
 * versions of Node do it by themselves; in the others the modules of `program` are compiled here. `id` tells this build
 * and the command, which needs code of its own, from every other one. A folder that cannot be read or written changes
 * nothing but the time.
 */
export function useCompileCache(folder: string, program: string, id: string): void {
  const loader = Module as unknown as Loader;
  const code = join(folder, 'code');
  if (loader.enableCompileCache) {
    loader.enableCompileCache(code);
    return;
  }
  const storeOf = (path: string, part = '') =>
    join(code, `${id}-${process.version}-${process.arch}-${basename(path)}${part}`);
  const made = new Map<string, Script>();
  const compile = loader.prototype._compile;
  loader.prototype._compile = function (text, path) {
    if (dirname(path) !== program || !isNamedByContent(path)) return compile.call(this, text, path);
    const whole = readStore(storeOf(path));
    const cachedData = whole ?? readStore(storeOf(path, unfinished));
    const script = new Script(loader.wrap(text), { filename: path, ...(cachedData && { cachedData }) });
    if (!whole || script.cachedDataRejected) made.set(path, script);
    const body: Body = script.runInThisContext();
    const require = Object.assign((name: string) => this.require(name), { cache: Module.createRequire(path).cache });
    return body.call(this.exports, this.exports, require, this, path, dirname(path));
  };
  // At the end V8 has compiled just what a run needs, functions included: less, where it could not do its work.
  process.once('exit', (status) => {
    const part = status > 1 ? unfinished : '';
    for (const [path, script] of made) {
      const bytes = script.createCachedData();
      keep(storeOf(path, part), Buffer.concat([bytes, bytes]));
    }
  });
}

/** What was kept of a run that could not do its work serves until one that could leaves more. */
const unfinished = '.part';

/**
 * Whether the bundler named a module by a digest of what is in it. Of one that it did not, another build may have another
 * of the same length, and V8 takes what it made of that one for good.
 */
function isNamedByContent(path: string): boolean {
  return /-[\w-]{8}\.cjs$/.test(path);
}

/**
 * What V8 made of a module is stored twice over in its file. V8 believes what it is given, so that code which was damaged must
 * never reach it: both halves must be the same. To compare them takes no time, while the library that makes digests takes
 * longer to load than all else here.
 */
function readStore(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const half = bytes.subarray(0, bytes.length / 2);
    return half.equals(bytes.subarray(bytes.length / 2)) ? half : undefined;
  } catch {
    return undefined;
  }
}
