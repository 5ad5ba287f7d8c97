// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement } from './agreements.js';
import { root } from './measure.js';

/** @typedef {import('./measure.js').Work} Work */
/**
 * A program that checks the Markdown files of a folder, as whole processes.
 * @typedef {object} Program
 * @property {string} name
 * @property {boolean} native whether it is a compiled program, and not one for Node
 * @property {number} [most] how many documents it takes at once, where that is bounded
 * @property {RegExp} says what it prints when it has done its work
 * @property {(folder: string) => Work} work
 */

const node = process.execPath;
const cli = join(root, 'bin/sla.cjs');
const bin = join(root, 'bench/node_modules');

/** `sla` with these arguments. @returns {Work} */
export function sla(/** @type {string} */ cwd, /** @type {readonly string[]} */ args) {
  return { cwd, program: node, args: [cli, ...args] };
}

/** `sla check` of a folder without its cache. */
export function slaCold(/** @type {string} */ folder, /** @type {readonly string[]} */ args = ['.']) {
  return sla(folder, ['check', '--no-cache', ...args]);
}

/** `sla check` of a folder that it has checked before. */
export function slaWarm(/** @type {string} */ folder, /** @type {readonly string[]} */ args = ['.']) {
  const cache = join(folder, '../cache');
  return sla(folder, ['check', '--cache-dir', cache, ...args]);
}

/**
 * The programs that are measured, each doing what it has that is nearest to `sla check`: mdschema holds the headings to a
 * schema, remark the front matter, markdownlint and rumdl apply all their usual rules.
 * @type {readonly Program[]}
 */
const all = [
  { name: 'sla', native: false, says: /document checked/, work: (folder) => slaCold(folder) },
  {
    name: 'mdschema',
    native: true,
    most: 1000,
    says: /violation|valid|✓/,
    work: (cwd) => ({
      cwd,
      program: join(bin, '@jackchuka/mdschema-linux-x64/bin/mdschema'),
      args: ['check', '**/*.md', '--schema', '.mdschema.yml'],
    }),
  },
  {
    name: 'rumdl',
    native: true,
    says: /issues/i,
    work: (cwd) => ({ cwd, program: join(bin, '@rumdl/cli-linux-x64/rumdl'), args: ['check', '--no-cache', '.'] }),
  },
  {
    name: 'markdownlint-cli2',
    native: false,
    says: /Linting: 1 file/,
    work: (cwd) => ({
      cwd,
      program: node,
      args: [join(bin, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
    }),
  },
  {
    name: 'remark-cli',
    native: false,
    says: /agreement-0/,
    work: (cwd) => ({ cwd, program: node, args: [join(bin, 'remark-cli/cli.js'), '.', '--ext', 'md'] }),
  },
];

/** Installs the peers where they are not yet, and sorts out those that do not work here. */
export function programs(/** @type {string} */ scratch) {
  if (!existsSync(bin)) {
    process.stderr.write('Installing the peers into bench/node_modules …\n');
    spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
      cwd: join(root, 'bench'),
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  }
  const folder = writeFolder(join(scratch, 'trial'), [agreement(0)]);
  const works = (/** @type {Program} */ { says, work }) => {
    const { cwd, program, args } = work(folder);
    const { stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
    return says.test(`${stdout}${stderr}`);
  };
  const present = all.filter(works);
  return { present, absent: all.filter((one) => !present.includes(one)).map(({ name }) => name) };
}

/** Writes the documents of a measurement into a folder of their own, with what the peers are configured by. */
export function writeFolder(/** @type {string} */ folder, /** @type {readonly string[]} */ documents) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  documents.forEach((text, index) => {
    const below = join(folder, `area-${Math.floor(index / 100)}`);
    if (index % 100 === 0) mkdirSync(below);
    writeFileSync(join(below, `agreement-${index}.md`), text);
  });
  writeFileSync(join(folder, '.mdschema.yml'), headingSchema());
  writeFileSync(join(folder, 'front-matter.json'), JSON.stringify(frontMatterSchema));
  writeFileSync(join(folder, '.remarkrc.json'), JSON.stringify(remarkSettings()));
  return folder;
}

/** The example's headings as mdschema wants them: each may be left out, and others may stand between them. */
function headingSchema() {
  const lines = (agreement(0).match(/^#{1,6} .*$/gm) ?? []).flatMap((heading) => {
    const indent = '    '.repeat(heading.indexOf(' ') - 1);
    const pattern = JSON.stringify(heading.replace(/[A-Z]\w+ town centre/, '.*'));
    return [
      `${indent}  - heading: { pattern: ${pattern}, regex: true }`,
      `${indent}    optional: true`,
      `${indent}    children:`,
    ];
  });
  return `structure:\n${lines.join('\n')}\n`;
}

const frontMatterSchema = {
  type: 'object',
  required: ['framework', 'title', 'status', 'parties'],
  properties: {
    title: { type: 'string' },
    status: { enum: ['draft', 'in-review', 'agreed', 'superseded', 'ended'] },
    parties: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  },
};

function remarkSettings() {
  const plugin = (/** @type {string} */ name, /** @type {string} */ file) => join(bin, name, file);
  return {
    plugins: [
      plugin('remark-frontmatter', 'index.js'),
      [
        plugin('remark-lint-frontmatter-schema', 'dist/index.js'),
        { schemas: { './front-matter.json': ['./**/*.md'] } },
      ],
    ],
  };
}
