import { id } from 'built:id';
import { cacheFolder } from '../workspace/cache-folder.ts';
import { useCompileCache } from '../workspace/compile-cache.ts';

/** Called before anything of the program in a folder is loaded, so that it loads sooner; `command` is its first argument. */
export function start(program: string, command = ''): void {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const name = /^[a-z]{1,12}$/.test(command) ? `-${command}` : '';
  useCompileCache(cacheFolder(process.env), program, `${id}${name}`);
}
