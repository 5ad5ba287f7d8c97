import { defineConfig } from 'tsdown';
import { assets } from './build/assets.ts';

export default defineConfig({
  entry: { cli: 'src/cli/main.ts' },
  platform: 'node',
  target: 'node20.19',
  dts: false,
  clean: true,
  fixedExtension: false,
  plugins: [assets()],
});
