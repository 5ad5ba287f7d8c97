// @ts-check
// Measures sla and its peers on the same generated documents, as whole processes. `npm run bench` writes docs/performance.md
// and its plots and takes an hour or more, with `-- --middle` a quarter of an hour; `-- --quick` takes minutes and prints
// the tables. `-- --rounds 3` takes fewer rounds than usual.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installedSize } from './installed.js';
import { byCount, bySize, clear, hostile, scales, startUp } from './jobs.js';
import { interleaved } from './measure.js';
import { tables, writePage, writePlots } from './page.js';
import { programs } from './programs.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    middle: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    /** Where a quick look puts its plots. */
    plots: { type: 'string' },
  },
});
const { counts, sizes, ...usual } = scales[values.quick ? 'quick' : values.middle ? 'middle' : 'full'];
const rounds = Number(values.rounds ?? usual.rounds);
const scratch = mkdtempSync(join(tmpdir(), 'sla-bench-'));
try {
  const { present, absent } = programs(scratch);
  for (const name of absent) console.error(`${name} does not work here, and is not measured.`);
  const results = {
    start: interleaved(startUp(scratch), rounds * 3),
    counts: interleaved(byCount(scratch, present, counts), rounds),
    sizes: interleaved(bySize(scratch, present, sizes), rounds),
    hostile: interleaved(hostile(scratch), rounds),
    installed: installedSize(scratch),
  };
  const names = [...present.map(({ name }) => name), 'sla, warm cache'];
  const plan = { rounds, counts, sizes, names, absent };
  if (values.quick) console.log(tables(results, plan));
  else writePage(results, plan);
  if (values.plots !== undefined) writePlots(values.plots, results, plan);
} finally {
  clear(scratch);
}
