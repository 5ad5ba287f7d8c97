// Builds `dist/` by tsdown.config.ts, without the remarks that tsdown's own command prints.
import { build } from 'tsdown';

await build({ logLevel: 'error' });
