import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { root } from './files.ts';
import { scratch } from './sla.ts';

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const dist = (name: string) => readFileSync(join(root, 'dist', name), 'utf8');
const folder = scratch();
let packed: Packed = { filename: '', size: 0, files: [] };
beforeAll(() => {
  // What a release packs is what “npm ci” has built.
  const args = ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder];
  [packed = packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  test('holds the program, its schemas and its papers, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path.replace(/^dist\/[\w.-]+\.cjs$/, 'dist/*.cjs'));
    expect([...new Set(paths)].sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin/sla.cjs',
      'dist/*.cjs',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/index.d.cts',
      'dist/sbom.cdx.json',
      'dist/schemas/community-engagement.schema.json',
      'dist/schemas/delivery-plan.schema.json',
      'dist/schemas/self-assessment.schema.json',
      'dist/schemas/service.schema.json',
      'dist/schemas/surveillance-camera.schema.json',
      'package.json',
      'schemas/config.schema.json',
      'schemas/framework.schema.json',
      'schemas/frameworks/agreement-front-matter.yaml',
      'schemas/frameworks/community-engagement.yaml',
      'schemas/frameworks/delivery-plan.yaml',
      'schemas/frameworks/self-assessment.yaml',
      'schemas/frameworks/service.yaml',
      'schemas/frameworks/surveillance-camera.yaml',
      'schemas/frameworks/values.yaml',
      'schemas/references.schema.json',
      'schemas/references.yaml',
      'schemas/report.schema.json',
      'schemas/wording.yaml',
    ]);
    expect(packed.size).toBeLessThan(1.5 * 1024 * 1024);
  });

  test('no code in it is left from another build', () => {
    const built = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs'));
    const command = readFileSync(join(root, 'bin/sla.cjs'), 'utf8');
    const called = [
      'index.cjs',
      ...[command, ...built.map(dist)].flatMap((code) => code.match(/[\w.-]+\.cjs(?=['"`])/g) ?? []),
    ];
    expect(built.filter((name) => !called.includes(name))).toEqual([]);
  });

  test('other programs find its types, whatever kind of modules they are made of', () => {
    const run = spawnSync('npx', ['attw', join(folder, packed.filename)], { cwd: root, encoding: 'utf8' });
    expect({ code: run.status, said: run.status === 0 ? '' : run.stdout + run.stderr }).toEqual({ code: 0, said: '' });
  });
});

describe('the release', () => {
  const workflow = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8'));

  test('proves where and from what it was built, and runs the tests before', () => {
    expect(packageJson.publishConfig.provenance).toBe(true);
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.release.permissions['id-token']).toBe('write');
    const steps: readonly { readonly run?: string; readonly uses?: string }[] = workflow.jobs.release.steps;
    const order = steps.map(({ run, uses }) => run ?? uses);
    expect(order.slice(-3)).toEqual(['npm ci', 'npm test', 'changesets/action@v1']);
  });
});

describe('what is bundled', () => {
  /** The packages of which there is code: the bundler writes above each module where it is from. */
  const bundled = [
    ...new Set(
      readdirSync(join(root, 'dist'))
        .filter((name) => name.endsWith('.cjs'))
        .flatMap((name) => [...dist(name).matchAll(/^\/\/#region .*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/gm)])
        .map(([, name = '']) => name),
    ),
  ].sort();
  /** Modules of these are in the bundle, but nothing of them is left. */
  const hollow = ['ajv-formats', 'devlop'];
  const parts = JSON.parse(dist('sbom.cdx.json')).components as {
    readonly name: string;
    readonly version: string;
    readonly scope?: string;
  }[];

  test('the notices have each package with its conditions, and no other', () => {
    const sections = dist('THIRD-PARTY-NOTICES.txt')
      .split(`\n${'-'.repeat(80)}\n\n`)
      .slice(1);
    const names = sections.map(
      (section) => /^(\S+) \S+ \((?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0)\)\n/.exec(section)?.[1],
    );
    expect(bundled.length).toBeGreaterThan(20);
    expect(names.filter((name) => !hollow.includes(String(name)))).toEqual(bundled);
    for (const section of sections) expect(section).toMatch(/copyright/i);
  });

  test('the bill of materials has the same, and the native parsers that are installed beside it', () => {
    const inside = parts.filter(({ scope }) => scope === undefined).map(({ name }) => name);
    expect(inside.filter((name) => !hollow.includes(name)).sort()).toEqual(bundled);
    const beside = parts.filter(({ scope }) => scope === 'optional').map(({ name, version }) => [name, version]);
    expect(Object.fromEntries(beside)).toEqual(packageJson.optionalDependencies);
    for (const { name, version } of parts.filter(({ scope }) => scope === undefined)) {
      const installed = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
      expect(`${name} ${version}`).toBe(`${name} ${installed.version}`);
    }
  });

  test('the bill of materials is as CycloneDX 1.6 has it', () => {
    const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(library, '../res/schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));
    const ajv = new Ajv({
      strict: false,
      validateFormats: true,
      formats: { 'iri-reference': true, 'idn-email': true },
    });
    addFormats.default(ajv);
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const holds = ajv.compile(schema('bom-1.6'));
    const bill = JSON.parse(dist('sbom.cdx.json'));
    expect(holds(bill), JSON.stringify(holds.errors)).toBe(true);
    expect(holds({ ...bill, specVersion: 1 })).toBe(false);
  });
});
