import { defineConfig } from 'tsdown';
import { assets } from './build/assets.ts';
import { lean } from './build/lean.ts';
import { thirdParty } from './build/third-party.ts';

/**
 * The command, and what other programs may import, with its types. Everything is bundled but the native part of the
 * Markdown parser, one package a platform. CommonJS, because Node starts it sooner, and can import it from either kind.
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
  plugins: [assets(), lean(), thirdParty()],
});
