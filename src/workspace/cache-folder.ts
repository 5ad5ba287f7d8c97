import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the program keeps what it may lose when the user names no folder: where the system wants caches to be. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'sla');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'sla', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'sla');
  return join(homedir(), '.cache', 'sla');
}
