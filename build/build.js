// Builds `dist/` by tsdown.config.ts, without the remarks that tsdown's own command prints; and beside the program the
// schema of each framework in one file, for editors and validators.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'tsdown';

await build({ logLevel: 'error' });

const program = fileURLToPath(new URL('../bin/sla.cjs', import.meta.url));
const printed = (...args) => execFileSync(process.execPath, [program, 'framework', ...args], { encoding: 'utf8' });
const folder = new URL('../dist/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const { name } of JSON.parse(printed('list', '--json'))) {
  writeFileSync(new URL(`${name}.schema.json`, folder), printed('schema', name));
}
