import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file of the cache, whole or not at all. Where that cannot be done nothing is said, for what is in the cache can
 * be made again.
 */
export function keep(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    sweep(dirname(file));
    writeFileSync(aside, content);
    renameSync(aside, file);
  } catch {
    discard(aside);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Then it was never there.
  }
}

/** In milliseconds. */
const month = 30 * 86_400_000;

/** Makes a folder of the cache; once in a month what has not been written since the last time is taken out of it. */
function sweep(folder: string): void {
  const mark = join(folder, '.swept');
  const before = Date.now() - month;
  if (existsSync(mark) && statSync(mark).mtimeMs > before) return;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).mtimeMs < before) discard(file);
  }
  writeFileSync(mark, '');
}
