import { defineConfig } from 'vitest/config';
import { assets } from './build/assets.ts';

export default defineConfig({
  plugins: [assets()],
  test: { setupFiles: ['test/setup.ts'], include: ['test/**/*.test.ts'], testTimeout: 120_000 },
});
