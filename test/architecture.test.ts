import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, root } from './files.ts';

interface Layer {
  readonly imports: readonly string[];
  readonly libraries: readonly string[];
}

const cells = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const names = (cell: string) =>
  cell === '–'
    ? []
    : cell
        .replace(/\(.*?\)/g, '')
        .split(',')
        .map((name) => name.trim());

/** The table of ARCHITECTURE.md. */
const layers = new Map<string, Layer>(
  readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| `\w+` +\|/.test(line) && cells(line).length === 4)
    .map((line) => {
      const [folder = '', , imports = '', libraries = ''] = cells(line);
      return [folder.replaceAll('`', ''), { imports: names(imports), libraries: names(libraries) }];
    }),
);

const sources = new Map(
  filesBelow(join(root, 'src'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => [relative(join(root, 'src'), file), readFileSync(file, 'utf8')] as const),
);

/** What is wrong with the imports of some files, by the table. */
function trespasses(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const [folder = ''] = file.split('/');
    const layer = layers.get(folder);
    if (!layer) return [`${file}: the folder ${folder} is not in the table`];
    const imported = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)/gm)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    return imported.flatMap((name) => {
      if (/^(?:\.\/|#|built:)/.test(name)) return [];
      if (name.startsWith('../../')) return name.endsWith('package.json') ? [] : [`${file} leaves src: ${name}`];
      if (name.startsWith('../')) {
        const other = name.split('/')[1] ?? '';
        return layer.imports.includes(other) ? [] : [`${file} may not import ${other}`];
      }
      if (name.startsWith('node:')) return nodeTrespass(folder, file, name.slice(5));
      const [library = ''] = name.split('/');
      return layer.libraries.includes(library) || library === 'mdast' ? [] : [`${file} may not use ${library}`];
    });
  });
}

/** Only workspace touches the disk; only the shells know streams. */
function nodeTrespass(folder: string, file: string, name: string): string[] {
  if (!builtinModules.includes(name)) return [`${file}: there is no node:${name}`];
  if (folder === 'workspace') return [];
  // A digest is a function of its text, and paths are put together; nothing of the world is in either.
  if (folder === 'finding' && name === 'crypto') return [];
  if (folder === 'court' && ['path', 'timers/promises'].includes(name)) return [];
  if (folder === 'lsp' && ['path', 'url', 'util'].includes(name)) return [];
  return folder === 'cli' && ['path', 'readline/promises', 'stream'].includes(name)
    ? []
    : [`${file} may not use node:${name}`];
}

describe('the layers of ARCHITECTURE.md', () => {
  test('every folder of src is in the table, and every row has its folder', () => {
    expect([...new Set([...sources.keys()].map((file) => file.split('/')[0] ?? ''))].sort()).toEqual(
      [...layers.keys()].sort(),
    );
  });

  test('imports point down', () => {
    expect(trespasses(sources)).toEqual([]);
  });

  test('a row imports only rows above it', () => {
    const order = [...layers.keys()];
    for (const [folder, { imports }] of layers) {
      for (const other of imports)
        expect(order.indexOf(other), `${folder} → ${other}`).toBeLessThan(order.indexOf(folder));
    }
  });

  test('an import that points up is caught', () => {
    const planted = new Map([
      ...sources,
      ['text/planted.ts', "import { bind } from '../binding/bind.ts';\nexport const x = bind;\n"],
    ]);
    expect(trespasses(planted)).toEqual(['text/planted.ts may not import binding']);
  });

  test('a file that reads the disk outside workspace is caught, and so is a library in a second folder', () => {
    const planted = new Map([
      ['rules/disk.ts', "import { readFileSync } from 'node:fs';\n"],
      ['rules/colour.ts', "import { Chalk } from 'chalk';\n"],
    ]);
    expect(trespasses(planted)).toEqual(['rules/disk.ts may not use node:fs', 'rules/colour.ts may not use chalk']);
  });

  test('src is two levels deep, and nothing there is a class, a default export or module state', () => {
    for (const [file, text] of sources) {
      expect(file.split('/'), file).toHaveLength(2);
      expect(text, file).not.toMatch(/^export default |^(?:export )?class |^(?:export )?let /m);
    }
  });
});
