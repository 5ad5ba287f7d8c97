import { id } from 'built:id';
import { cacheFolder } from '../workspace/cache-folder.ts';
import { useCompileCache } from '../workspace/compile-cache.ts';
import { tuneEngine } from '../workspace/engine.ts';

/**
 * Called before anything of the program in a folder is loaded, so that it loads sooner; `command` is its first argument. The
 * language server answers each key sooner with V8 as it is.
 */
export function start(program: string, command = ''): void {
  if (command !== 'lsp') tuneEngine();
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const name = /^[a-z]{1,12}$/.test(command) ? `-${command}` : '';
  useCompileCache(cacheFolder(process.env), program, `${id}${name}`);
}
