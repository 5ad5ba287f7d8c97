import { id } from 'built:id';
import { cacheFolder } from '../workspace/cache-folder.ts';
import { useCompileCache } from '../workspace/compile-cache.ts';

/** Called before anything of the program in a folder is loaded, so that it loads sooner. */
export function start(program: string): void {
  if (!process.env.NODE_DISABLE_COMPILE_CACHE) useCompileCache(cacheFolder(process.env), program, id);
}
