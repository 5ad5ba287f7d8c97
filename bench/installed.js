// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.js';

/** Installs what `npm pack` makes, as a user does. @returns {{ packages: number, megabytes: number } | undefined} undefined where npm cannot */
export function installedSize(/** @type {string} */ scratch) {
  const folder = join(scratch, 'installed');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) =>
    spawnSync('npm', [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  const packed = npm(root, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const [archive] = packed.stdout.match(/\S+\.tgz/) ?? [];
  if (archive === undefined) return undefined;
  const done = npm(folder, 'install', '--omit=dev', '--no-audit', '--no-fund', join(folder, archive));
  const modules = join(folder, 'node_modules');
  if (done.status !== 0 || !existsSync(modules)) return undefined;
  return { packages: packagesIn(modules), megabytes: bytesIn(modules) / 1_048_576 };
}

/** @returns {number} */
function packagesIn(/** @type {string} */ modules) {
  return readdirSync(modules).reduce((sum, name) => {
    if (name.startsWith('.')) return sum;
    if (name.startsWith('@')) return sum + packagesIn(join(modules, name));
    const inner = join(modules, name, 'node_modules');
    return sum + 1 + (existsSync(inner) ? packagesIn(inner) : 0);
  }, 0);
}

/** @returns {number} */
function bytesIn(/** @type {string} */ path) {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
