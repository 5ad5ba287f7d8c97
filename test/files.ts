import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Source documents that some checkouts have beside them. */
export const seeds = join(root, '../shared/seeds');
/** Public schemas of output formats that some checkouts have beside them. */
export const schemas = join(root, '../shared/schemas');

/** Every Markdown file of the examples, fixtures and docs (and the seeds, where they are), with its text. */
export function markdownFiles(): (readonly [path: string, text: string])[] {
  const files = ['examples', 'test/fixtures', 'docs', 'README.md', seeds].flatMap((one) =>
    filesBelow(join(one.startsWith('/') ? '' : root, one)),
  );
  return files
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .map((file) => [relative(root, file), readFileSync(file, 'utf8')] as const);
}

export function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!readdirSafe(path)) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
  );
}

function readdirSafe(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
