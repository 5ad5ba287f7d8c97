// @ts-check
import { keyOf } from './jobs.js';

/** @typedef {import('./measure.js').Figures} Figures */
/**
 * A goal and how it stands; `measured` is undefined where it was not measured in this run.
 * @typedef {{ work: string, goal: string, measured: string | undefined, met: boolean | undefined }} Standing
 */
/**
 * All that a run measured.
 * @typedef {object} Results
 * @property {ReadonlyMap<string, Figures>} start
 * @property {ReadonlyMap<string, Figures>} counts
 * @property {ReadonlyMap<string, Figures>} sizes
 * @property {ReadonlyMap<string, Figures>} hostile
 * @property {{ packages: number, megabytes: number } | undefined} installed
 */

/** The goals of the project, each against what was measured. @returns {Standing[]} */
export function standings(/** @type {Results} */ { start, counts, sizes, hostile, installed }) {
  const count = (/** @type {string} */ program, /** @type {number} */ amount) => counts.get(keyOf(program, amount));
  const bare = start.get('node')?.seconds;
  const large = sizes.get(keyOf('sla', 10_485_760));
  const worst = (/** @type {'seconds' | 'megabytes'} */ key) => {
    const all = [...hostile]
      .map(([name, figures]) => ({ name, value: figures[key] }))
      .sort((a, b) => b.value - a.value);
    return all[0];
  };
  const memory = [count('sla', 1000)?.megabytes, count('sla', 10_000)?.megabytes];
  return [
    ratio('`sla check` of one 20 KB document', count('sla', 1)?.seconds, bare, 1.8, 'bare Node'),
    ratio('`sla --version`', start.get('version')?.seconds, bare, 1.15, 'bare Node'),
    ratio('1,000 documents, no cache', count('sla', 1000)?.seconds, count('mdschema', 1000)?.seconds, 0.6, 'mdschema'),
    ratio(
      '1,000 documents, no cache',
      count('sla', 1000)?.seconds,
      count('markdownlint-cli2', 1000)?.seconds,
      1 / 40,
      'markdownlint-cli2',
    ),
    ratio('10,000 documents, no cache', count('sla', 10_000)?.seconds, count('rumdl', 10_000)?.seconds, 2, 'rumdl'),
    ratio(
      '10,000 documents, warm cache',
      count('sla, warm cache', 10_000)?.seconds,
      count('rumdl', 10_000)?.seconds,
      0.6,
      'rumdl',
    ),
    bound('10,000 documents, peak memory', memory[1], 200, 'MiB'),
    ratio('peak memory of 10,000 documents', memory[1], memory[0], 1.1, 'that of 1,000'),
    bound('one 10 MB document', large?.seconds, 3, 's'),
    bound('one 10 MB document, peak memory', large?.megabytes, 700, 'MiB'),
    bound(`each hostile document (slowest: ${worst('seconds')?.name ?? '–'})`, worst('seconds')?.value, 1, 's'),
    bound(
      `each hostile document, peak memory (most: ${worst('megabytes')?.name ?? '–'})`,
      worst('megabytes')?.value,
      250,
      'MiB',
    ),
    bound('installed packages', installed?.packages, 12, ''),
    bound('installed size', installed?.megabytes, 12, 'MB'),
    ratio(
      'a framework of one’s own, second run',
      start.get('own')?.seconds,
      start.get('shipped')?.seconds,
      1.1,
      'a shipped one',
    ),
  ];
}

/** @returns {Standing} */
function ratio(
  /** @type {string} */ work,
  /** @type {number | undefined} */ value,
  /** @type {number | undefined} */ other,
  /** @type {number} */ most,
  /** @type {string} */ than,
) {
  const quotient = value !== undefined && other !== undefined ? value / other : Number.NaN;
  const goal = `≤ ${short(most)} × ${than}`;
  if (Number.isNaN(quotient)) return { work, goal, measured: undefined, met: undefined };
  return { work, goal, measured: `${short(quotient)} ×`, met: quotient <= most };
}

/** @returns {Standing} */
function bound(
  /** @type {string} */ work,
  /** @type {number | undefined} */ value,
  /** @type {number} */ most,
  /** @type {string} */ unit,
) {
  const goal = `≤ ${most} ${unit}`.trim();
  if (value === undefined || Number.isNaN(value)) return { work, goal, measured: undefined, met: undefined };
  return { work, goal, measured: `${short(value)} ${unit}`.trim(), met: value <= most };
}

/** Three significant digits, without an exponent. */
export function short(/** @type {number} */ value) {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(value < 0.1 ? 2 : 3)));
}
