// @ts-check
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement, standard } from './agreements.js';
import { hostileDocuments } from './hostile.js';
import { root, run } from './measure.js';
import { sla, slaCold, slaWarm, writeFolder } from './programs.js';

/** @typedef {import('./measure.js').Work} Work */
/** @typedef {import('./programs.js').Program} Program */

/** How much is measured. With `quick`, a first look that takes minutes. */
export const scales = {
  full: { rounds: 5, counts: [1, 100, 1000, 10_000], sizes: [1024, 16_384, 131_072, 1_048_576, 10_485_760] },
  /** A quarter of an hour: without what takes native programs long. */
  middle: { rounds: 3, counts: [1, 100, 1000], sizes: [1024, 16_384, 131_072, 1_048_576] },
  quick: { rounds: 3, counts: [1, 20, 100], sizes: [1024, 16_384, 131_072] },
};

/** Beyond this many documents only programs in the class of the native ones are measured. */
const manyDocuments = 1000;

/** Starting up: bare Node, and what of `sla` loads next to nothing. @returns {Map<string, Work>} */
export function startUp(/** @type {string} */ scratch) {
  const folder = writeFolder(join(scratch, 'start'), [agreement(1)]);
  const own = join(folder, 'own.yaml');
  cpSync(join(root, 'examples/framework/car-parks.yaml'), own);
  return new Map([
    ['node', { cwd: folder, program: process.execPath, args: ['-e', '0'] }],
    ['version', sla(folder, ['--version'])],
    ['shipped', slaWarm(folder, ['--framework', 'surveillance-camera', '.'])],
    ['own', slaWarm(folder, ['--framework', own, '.'])],
  ]);
}

/** Folders of one document to many, by every program. @returns {Map<string, Work>} */
export function byCount(
  /** @type {string} */ scratch,
  /** @type {readonly Program[]} */ programs,
  /** @type {readonly number[]} */ counts,
) {
  /** @type {[string, Work][]} */
  const works = [];
  for (const count of counts) {
    const documents = Array.from({ length: count }, (_, index) => agreement(index, standard));
    const folder = writeFolder(join(scratch, `count-${count}/documents`), documents);
    for (const program of programs) {
      const isQuick = program.native || program.name === 'sla';
      if (count <= manyDocuments || (isQuick && count <= (program.most ?? count)))
        works.push([keyOf(program.name, count), program.work(folder)]);
    }
    run(slaWarm(folder));
    works.push([keyOf('sla, warm cache', count), slaWarm(folder)]);
  }
  return new Map(works);
}

/** One document, small to large, by every program. @returns {Map<string, Work>} */
export function bySize(
  /** @type {string} */ scratch,
  /** @type {readonly Program[]} */ programs,
  /** @type {readonly number[]} */ sizes,
) {
  return new Map(
    sizes.flatMap((bytes) => {
      const folder = writeFolder(join(scratch, `size-${bytes}/documents`), [agreement(7, bytes)]);
      return programs.map(
        (program) => /** @type {[string, Work]} */ ([keyOf(program.name, bytes), program.work(folder)]),
      );
    }),
  );
}

/** Each hostile document by itself. @returns {Map<string, Work>} */
export function hostile(/** @type {string} */ scratch) {
  return new Map(
    hostileDocuments.map(({ name, text }, index) => {
      const folder = join(scratch, `hostile-${index}`);
      mkdirSync(folder);
      writeFileSync(join(folder, 'SLA.md'), text);
      return [name, slaCold(folder, ['SLA.md'])];
    }),
  );
}

/** The name of a measurement: a program and how many documents, or bytes, it was given. */
export function keyOf(/** @type {string} */ program, /** @type {number} */ amount) {
  return `${program} × ${amount}`;
}

/** Takes the folders of a measurement away. */
export function clear(/** @type {string} */ scratch) {
  rmSync(scratch, { recursive: true, force: true });
}
