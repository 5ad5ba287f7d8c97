import { readFile } from 'node:fs/promises';
import Handlebars from 'handlebars';
import type { Rolldown } from 'tsdown';
import { parse } from 'yaml';

/**
 * Turns the project's data into modules when the code is built or tested: a schema (`.yaml`) exports its value as
 * `data`, a template (`.hbs`) exports `render`, compiled here so that no user ever loads the compiler.
 */
export function assets(): Rolldown.Plugin {
  return {
    name: 'assets',
    async load(id) {
      const path = id.split('?')[0] ?? id;
      if (path.endsWith('.yaml')) {
        const value = parse(await readFile(path, 'utf8'));
        return { code: `export const data = ${JSON.stringify(value)};`, moduleType: 'js' };
      }
      if (path.endsWith('.hbs')) {
        const spec = Handlebars.precompile(await readFile(path, 'utf8'), {
          noEscape: true,
          strict: true,
          knownHelpersOnly: true,
        });
        const code = `import Handlebars from 'handlebars/runtime.js';\nexport const render = Handlebars.template(${spec});`;
        return { code, moduleType: 'js' };
      }
      return null;
    },
  };
}
