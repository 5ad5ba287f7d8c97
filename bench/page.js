// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { keyOf } from './jobs.js';
import { root } from './measure.js';
import { plot } from './plot.js';
import { short, standings } from './targets.js';

/** @typedef {import('./measure.js').Figures} Figures */
/** @typedef {import('./targets.js').Results} Results */
/** @typedef {{ rounds: number, counts: readonly number[], sizes: readonly number[], names: readonly string[], absent: readonly string[] }} Plan */

const page = join(root, 'docs/performance.md');

/** The results as Markdown. */
export function tables(/** @type {Results} */ results, /** @type {Plan} */ plan) {
  return [
    machine(plan),
    goals(results),
    'Documents of 20.9 KB, seconds (peak MiB):',
    amounts(results.counts, plan.names, plan.counts, (count) => count.toLocaleString('en-GB')),
    'One document, seconds (peak MiB):',
    amounts(results.sizes, plan.names, plan.sizes, sizeName),
    growth(results.sizes, plan),
    'Hostile documents, seconds (peak MiB):',
    table(
      ['document', 'sla'],
      [...results.hostile].map(([name, figures]) => [name, cell(figures)]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function machine(/** @type {Plan} */ { rounds, absent }) {
  const [cpu] = cpus();
  const where = `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
  const without = absent.length === 0 ? '' : ` Not measured, for they do not work here: ${absent.join(', ')}.`;
  return `Measured on: ${where}. Medians of ${rounds} interleaved runs of whole processes.${without}`;
}

function goals(/** @type {Results} */ results) {
  const rows = standings(results).map(({ work, goal, measured, met }) => [
    work,
    goal,
    measured ?? 'not measured',
    met === undefined ? '–' : met ? 'met' : 'not met',
  ]);
  return table(['work', 'goal', 'measured', ''], rows);
}

function amounts(
  /** @type {ReadonlyMap<string, Figures>} */ figures,
  /** @type {readonly string[]} */ names,
  /** @type {readonly number[]} */ all,
  /** @type {(amount: number) => string} */ named,
) {
  const rows = names
    .filter((name) => all.some((amount) => figures.has(keyOf(name, amount))))
    .map((name) => [name, ...all.map((amount) => cell(figures.get(keyOf(name, amount))))]);
  return table(['program', ...all.map(named)], rows);
}

/** By what a doubling of the document multiplies the time, between the two largest sizes. */
function growth(/** @type {ReadonlyMap<string, Figures>} */ figures, /** @type {Plan} */ { names, sizes }) {
  const [small = 1, large = 1] = sizes.slice(-2);
  const rows = names.flatMap((name) => {
    const [before, after] = [small, large].map((size) => figures.get(keyOf(name, size))?.seconds ?? Number.NaN);
    const factor = ((after ?? 1) / (before ?? 1)) ** (1 / Math.log2(large / small));
    return Number.isNaN(factor) ? [] : [`${name} ${short(factor)}`];
  });
  return `Growth of the time for each doubling, from ${sizeName(small)} to ${sizeName(large)}: ${rows.join(', ')}.`;
}

function cell(/** @type {Figures | undefined} */ figures) {
  if (!figures) return '–';
  if (Number.isNaN(figures.seconds)) return 'given up';
  return Number.isNaN(figures.megabytes)
    ? short(figures.seconds)
    : `${short(figures.seconds)} (${short(figures.megabytes)})`;
}

function sizeName(/** @type {number} */ bytes) {
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${Math.round(bytes / 1_048_576)} MB`;
}

function table(/** @type {readonly string[]} */ head, /** @type {readonly (readonly string[])[]} */ rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const pictures = `![Seconds by the number of documents, for each program](performance-documents.svg)

![Seconds by the size of one document, for each program](performance-size.svg)`;

/** Writes the results between the markers of docs/performance.md, and the plots beside it. */
export function writePage(/** @type {Results} */ results, /** @type {Plan} */ plan) {
  if (!existsSync(page)) throw new Error('docs/performance.md is not there');
  const text = readFileSync(page, 'utf8');
  const filled = text.replace(
    /(<!-- results -->\n)[\s\S]*?(<!-- \/results -->)/,
    (_all, opening, closing) => `${opening}\n${tables(results, plan)}\n\n${pictures}\n\n${closing}`,
  );
  writeFileSync(page, filled);
  writePlots(join(root, 'docs'), results, plan);
}

/** The plots as SVG files in a folder: by the number of documents, and by the size of one. */
export function writePlots(
  /** @type {string} */ folder,
  /** @type {Results} */ { counts, sizes },
  /** @type {Plan} */ plan,
) {
  const lines = (/** @type {ReadonlyMap<string, Figures>} */ figures, /** @type {readonly number[]} */ all) =>
    plan.names.flatMap((name) => {
      const points = all.flatMap((amount) => {
        const seconds = figures.get(keyOf(name, amount))?.seconds ?? Number.NaN;
        return Number.isNaN(seconds) ? [] : [/** @type {const} */ ([amount, seconds])];
      });
      return points.length === 0 ? [] : [{ name, points }];
    });
  const count = plot('Documents of 20.9 KB', 'documents', 'seconds', lines(counts, plan.counts), (value) =>
    value.toLocaleString('en-GB'),
  );
  writeFileSync(join(folder, 'performance-documents.svg'), count);
  const kilobytes = plan.sizes.map((bytes) => bytes / 1024);
  const bySize = lines(sizes, plan.sizes).map(({ name, points }) => ({
    name,
    points: points.map(([bytes, seconds]) => /** @type {const} */ ([bytes / 1024, seconds])),
  }));
  if (kilobytes.length > 0)
    writeFileSync(join(folder, 'performance-size.svg'), plot('One document', 'KB', 'seconds', bySize));
}
