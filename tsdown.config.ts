import { defineConfig } from 'tsdown';
import { assets } from './build/assets.ts';
import { lean } from './build/lean.ts';
import { thirdParty } from './build/third-party.ts';

/**
 * The command, and what other programs may import, with its types. Everything is bundled but the native part of the
 * Markdown parser, one package a platform. CommonJS, because Node starts it sooner, and can import it from either kind.
 * What every command needs is one file, what completion and pages of frameworks need another, what a check needs beside
 * that a third, and what judges a fourth, which a check from the cache does without: each file takes time to be found, and
 * what is in it to be loaded.
 */
export default defineConfig({
  entry: {
    start: 'src/cli/start.ts',
    cli: 'src/cli/main.ts',
    lsp: 'src/lsp/main.ts',
    worker: 'src/court/worker.ts',
    index: 'src/api/index.ts',
  },
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  dts: { entry: 'src/api/index.ts' },
  deps: { alwaysBundle: [/^[^./]/], neverBundle: [/^@bruits\/satteri-/], onlyBundle: false },
  outputOptions: {
    codeSplitting: {
      // Each with what it imports, as far as no group above has it.
      groups: [
        { name: 'start', test: /src\/cli\/start\.ts$/, priority: 5 },
        { name: 'base', test: /src\/cli\/main\.ts$/, priority: 4 },
        { name: 'frameworks', test: /src\/(?:workspace\/frameworks|report\/page)\.ts$/, priority: 3 },
        { name: 'check', test: /src\/cli\/check\.ts$/, priority: 2 },
        { name: 'judge', test: /src\/court\/brief\.ts$/, priority: 1 },
        { name: 'server', test: /src\/lsp\/main\.ts$/, priority: 0 },
      ],
    },
  },
  plugins: [assets(), lean(), thirdParty()],
});
