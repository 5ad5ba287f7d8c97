import { defineConfig } from 'tsdown';
import { assets } from './build/assets.ts';

/** The command, and what other programs may import, with its types. */
export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/api/index.ts' },
  platform: 'node',
  target: 'node20.19',
  dts: { entry: 'src/api/index.ts' },
  clean: true,
  fixedExtension: false,
  plugins: [assets()],
});
