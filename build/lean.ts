import { readFile } from 'node:fs/promises';
import type { Rolldown } from 'tsdown';

/** Pieces of libraries that would only cost time when the program starts. */
const cuts = [
  {
    // Its commands are never programs of their own.
    module: /commander\/lib\/command\.js$/,
    from: "require('node:child_process')",
    to: '({})',
  },
  {
    // tinyglobby matches by itself, and finds nothing to load where the program is installed.
    module: /fdir\/dist\/index\.mjs$/,
    from: '__require.resolve("picomatch");',
    to: 'throw undefined;',
  },
] as const;

/** Takes out of the libraries what the program never uses. A piece that is no longer there fails the build. */
export function lean(): Rolldown.Plugin {
  return {
    name: 'lean',
    async load(id) {
      const cut = cuts.find(({ module }) => module.test(id));
      if (!cut) return null;
      const code = await readFile(id, 'utf8');
      if (!code.includes(cut.from)) throw new Error(`${id} has no ${cut.from} any more: see build/lean.ts`);
      return { code: code.replaceAll(cut.from, cut.to) };
    },
  };
}
