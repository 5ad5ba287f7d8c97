import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where the program keeps what it may lose when the user names no folder: where the system wants caches to be. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  // A relative one would lie in the folder that is checked, where others may write.
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'sla');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'sla', 'Cache');
  const home = isAbsolute(homedir()) ? homedir() : userInfo().homedir;
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'sla');
  return join(home, '.cache', 'sla');
}
