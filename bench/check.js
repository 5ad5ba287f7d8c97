// Measures `sla check` as a whole process: seconds and peak memory for agreements of about 33 KB, and for longer ones.
// Run it with `npm run bench`. Figures depend on the machine; compare ratios within one run, not runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const agreement = readFileSync(join(root, 'examples/good/exampleton-town-centre.md'), 'utf8');
const runs = 5;

/** An agreement whose body is written several times over, as annexes. */
function longer(times) {
  const body = agreement.slice(agreement.indexOf('\n# '));
  const annexes = Array.from({ length: times - 1 }, (_, index) =>
    body.replace(/^(#{1,5}) /gm, '#$1 ').replace(/^## .*$/m, `## Annex ${index + 1}`),
  );
  return [agreement, ...annexes].join('\n');
}

function measure(command, args) {
  const wrapped = spawnSync('/usr/bin/time', ['-f', '%e %M', process.execPath, ...command, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const [seconds = 'NaN', kilobytes = 'NaN'] = wrapped.stderr.trim().split('\n').at(-1)?.split(' ') ?? [];
  return { seconds: Number(seconds), megabytes: Number(kilobytes) / 1024 };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), 'sla-bench-'));
try {
  const write = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const many = Array.from({ length: 100 }, (_, index) => write(`${index}.md`, agreement));
  const jobs = [
    ['node -e 0', ['-e', '0'], []],
    ['sla --version', ['bin/sla.cjs'], ['--version']],
    ['1 agreement, 33 KB', ['bin/sla.cjs', 'check'], [many[0]]],
    ['100 agreements', ['bin/sla.cjs', 'check'], many],
    ...[8, 16, 32].map((times) => {
      const text = longer(times);
      return [`1 of ${Math.round(text.length / 1024)} KB`, ['bin/sla.cjs', 'check'], [write(`long-${times}.md`, text)]];
    }),
  ];
  const figures = jobs.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, [, command, args]] of jobs.entries()) figures[index]?.push(measure(command, args));
  }
  const bare = median(figures[0]?.map((one) => one.seconds) ?? []);
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}; medians of ${runs} interleaved runs\n`,
  );
  console.log('| work | seconds | × bare node | peak MB |\n| --- | --- | --- | --- |');
  for (const [index, [name]] of jobs.entries()) {
    const seconds = median(figures[index]?.map((one) => one.seconds) ?? []);
    const megabytes = median(figures[index]?.map((one) => one.megabytes) ?? []);
    console.log(`| ${name} | ${seconds.toFixed(2)} | ${(seconds / bare).toFixed(1)} | ${megabytes.toFixed(0)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
