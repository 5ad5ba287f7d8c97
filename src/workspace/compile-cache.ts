import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
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
 * and the command, which needs code of its own, from every other one. A folder that cannot be read or written changes nothing but the time.
 */
export function useCompileCache(folder: string, program: string, id: string): void {
  const loader = Module as unknown as Loader;
  const code = join(folder, 'code');
  if (loader.enableCompileCache) {
    loader.enableCompileCache(code);
    return;
  }
  const file = join(code, `${id}-${process.version}-${process.arch}`);
  const known = readStore(file);
  const scripts = new Map<string, Script>();
  const isNew = new Set<string>();
  const compile = loader.prototype._compile;
  loader.prototype._compile = function (text, path) {
    if (dirname(path) !== program) return compile.call(this, text, path);
    const cachedData = known.get(path);
    const script = new Script(loader.wrap(text), { filename: path, ...(cachedData && { cachedData }) });
    scripts.set(path, script);
    if (!cachedData || script.cachedDataRejected) isNew.add(path);
    const body: Body = script.runInThisContext();
    const require = Object.assign((name: string) => this.require(name), { cache: Module.createRequire(path).cache });
    return body.call(this.exports, this.exports, require, this, path, dirname(path));
  };
  // At the end V8 has compiled just what a run needs, functions included.
  process.once('exit', () => {
    if (isNew.size === 0) return;
    const made = [...scripts].map(([path, script]) => [path, script.createCachedData()] as const);
    writeStore(file, new Map([...known, ...made]));
  });
}

/**
 * A store is a line of JSON with `[path, bytes]` for each module, and the code of all of them; and all this once more. V8
 * believes what it is given, so that code which was damaged must never reach it: both halves must be the same. To compare
 * them takes no time, while the library that makes digests takes longer to load than all else here.
 */
function readStore(file: string): ReadonlyMap<string, Buffer> {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(0, bytes.length / 2);
    if (!body.equals(bytes.subarray(bytes.length / 2))) return new Map();
    const end = body.indexOf('\n');
    const index: [string, number][] = JSON.parse(body.toString('utf8', 0, end));
    let from = end + 1;
    return new Map(
      index.map(([path, length]) => {
        const code = body.subarray(from, from + length);
        from += length;
        return [path, code];
      }),
    );
  } catch {
    return new Map();
  }
}

function writeStore(file: string, store: ReadonlyMap<string, Buffer>): void {
  const index = JSON.stringify([...store].map(([path, code]) => [path, code.length]));
  const body = Buffer.concat([Buffer.from(`${index}\n`), ...store.values()]);
  keep(file, Buffer.concat([body, body]));
}
