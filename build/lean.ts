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
  {
    // It asks the environment at each token, which takes longer than the token.
    module: /yaml\/dist\/parse\/parser\.js$/,
    from: 'node_process.env.LOG_TOKENS',
    to: 'false',
  },
] as const;

/** Modules of Node that take a while to load, and that most runs never use. */
const seldom = ['crypto', 'fs/promises', 'os', 'timers/promises', 'worker_threads'];

/**
 * Takes out of the libraries what the program never uses, loads of Node what is seldom used when it is, and writes all in
 * ASCII. A piece that is no longer there, or whose module is not, fails the build.
 */
export function lean(): Rolldown.Plugin {
  const made = new Set<(typeof cuts)[number]>();
  return {
    name: 'lean',
    async load(id) {
      const cut = cuts.find(({ module }) => module.test(id));
      if (!cut) return null;
      const code = await readFile(id, 'utf8');
      if (!code.includes(cut.from)) throw new Error(`${id} has no ${cut.from} any more: see build/lean.ts`);
      made.add(cut);
      return { code: code.replaceAll(cut.from, cut.to) };
    },
    renderChunk(code) {
      return { code: seldom.reduce(whenUsed, code) };
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((one) =>
        one.type === 'chunk' && one.fileName.endsWith('.cjs') ? [one] : [],
      );
      // The types are bundled without the libraries.
      const missed = chunks.length > 0 ? cuts.filter((cut) => !made.has(cut)) : [];
      if (missed.length > 0) throw new Error(`No module is ${missed[0]?.module} any more: see build/lean.ts`);
      for (const chunk of chunks) chunk.code = inAscii(chunk.code);
    },
  };
}

/** With every other letter as an escape: V8 needs two bytes for each letter of a text that has a single one beyond Latin-1. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `let node_os = require("node:os")`, of which only members are used, as a function that is called for each use. */
function whenUsed(code: string, module: string): string {
  const declared = new RegExp(`let (\\w+) = require\\("node:${module}"\\);`, 'g');
  return [...code.matchAll(declared)].reduce((lean, [declaration, name = '']) => {
    const rest = lean.replace(declaration, '');
    const uses = rest.match(new RegExp(`\\b${name}\\b`, 'g'))?.length;
    const members = rest.match(new RegExp(`\\b${name}\\.`, 'g'))?.length;
    if (uses !== members) return lean;
    return lean
      .replace(declaration, `const ${name} = () => require("node:${module}");`)
      .replace(new RegExp(`\\b${name}\\.`, 'g'), `(${name}()).`);
  }, code);
}
