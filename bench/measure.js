// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ seconds: number, cpu: number, megabytes: number }} Figures wall time, processor time and peak memory (MiB) */
/** @typedef {{ cwd: string, program: string, args: readonly string[] }} Work */

const time = '/usr/bin/time';
/** Whether peak memory can be measured: it takes GNU time. */
const knowsMemory = existsSync(time);
/** Seconds after which a run is given up. */
const patience = 900;

/** Runs a program once as a whole process. What it prints is thrown away; NaN where it could not be measured. @returns {Figures} */
export function run(/** @type {Work} */ { cwd, program, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'sla-time-'));
  const file = join(folder, 'time');
  const [command, all] = knowsMemory
    ? [time, ['-q', '-f', '%e %U %S %M', '-o', file, program, ...args]]
    : [program, [...args]];
  const started = process.hrtime.bigint();
  const { error } = spawnSync(command, all, { cwd, stdio: 'ignore', timeout: patience * 1000 });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const written = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').at(-1) : '';
  rmSync(folder, { recursive: true, force: true });
  if (error) return { seconds: Number.NaN, cpu: Number.NaN, megabytes: Number.NaN };
  const [, user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] = (written ?? '').split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

/**
 * Runs every piece of work in turn, several times over, so that what else the machine does falls on all of them alike.
 * Work that takes long is run less often. @returns {Map<string, Figures>} the medians
 */
export function interleaved(/** @type {ReadonlyMap<string, Work>} */ works, /** @type {number} */ rounds) {
  /** @type {Map<string, Figures[]>} */
  const all = new Map([...works.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of works) {
      const had = all.get(name) ?? [];
      const slowest = Math.max(0, ...had.map((one) => one.seconds));
      if (had.some((one) => Number.isNaN(one.seconds)) || (slowest > 20 && had.length >= 2)) continue;
      process.stderr.write(`\r\x1b[Kround ${round + 1} of ${rounds}: ${name}`);
      had.push(run(work));
    }
  }
  process.stderr.write('\r\x1b[K');
  return new Map([...all].map(([name, figures]) => [name, mediansOf(figures)]));
}

/** @returns {Figures} */
function mediansOf(/** @type {readonly Figures[]} */ figures) {
  const of = (/** @type {keyof Figures} */ key) => median(figures.map((one) => one[key]));
  return { seconds: of('seconds'), cpu: of('cpu'), megabytes: of('megabytes') };
}

function median(/** @type {readonly number[]} */ numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
