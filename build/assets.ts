import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import type { Rolldown } from 'tsdown';
import { parse } from 'yaml';
import { type Json, type JsonObject, valueAt } from '../src/data/json.ts';
import { compiledModule } from '../src/framework/ajv.ts';
import { describeFramework } from '../src/framework/build.ts';
import { referredTo, schemaSetOf } from '../src/framework/schema-set.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemas = join(root, 'schemas');
const formats = fileURLToPath(new URL('../src/framework/formats.ts', import.meta.url));

/**
 * Turns the project's data into modules when the code is built or tested, so that nothing is parsed or compiled at a
 * user's desk: a `.yaml` file exports its value as `data`; a template (`.hbs`) exports `render`; `built:NAME`, of a schema
 * in `schemas/`, exports `validate`, compiled, and of a framework its `data`, too; `built:frameworks` all their schemas; `built:id` what tells one build from another.
 */
export function assets(): Rolldown.Plugin {
  return {
    name: 'assets',
    resolveId(id) {
      // A path, so that what the module imports is found from there.
      return id.startsWith('built:') ? join(schemas, `${id.slice('built:'.length)}.built.js`) : null;
    },
    async load(id) {
      const path = id.split('?')[0] ?? id;
      const code = await moduleOf(path);
      return code === undefined ? null : { code, moduleType: 'js' };
    },
  };
}

async function moduleOf(path: string): Promise<string | undefined> {
  if (path.endsWith('.built.js')) return builtModule(path.slice(0, -'.built.js'.length));
  if (path.endsWith('.yaml')) return `export const data = ${literal(await readYaml(path))};`;
  if (!path.endsWith('.hbs')) return undefined;
  const spec = Handlebars.precompile(await readFile(path, 'utf8'), {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  return `import Handlebars from 'handlebars/runtime.js';\nexport const render = Handlebars.template(${spec});`;
}

async function builtModule(path: string): Promise<string> {
  if (path === join(schemas, 'id')) return `export const id = ${JSON.stringify(buildId())};`;
  if (path === join(schemas, 'frameworks')) return `export const schemas = ${literal(await frameworkSchemas())};`;
  if (path.endsWith('.json')) {
    const schema: JsonObject = JSON.parse(await readFile(path, 'utf8'));
    return withoutSchemas(compiledModule(schema, [], formats));
  }
  const set = schemaSetOf(await frameworkSchemas());
  const schema = await readYaml(path);
  const data = describeFramework(basename(path, '.yaml'), schema, set);
  const validator = withoutSchemas(compiledModule(schema, referredTo(set, schema), formats));
  return `export const data = ${literal(data)};\n${validator}`;
}

/**
 * What ajv compiled holds each schema whole for the sake of a few lists in it. Here the lists stand where they are used, and
 * the schemas, which nothing refers to then, are left out by the bundler.
 */
function withoutSchemas(code: string): string {
  const schemas = new Map<string, Json>();
  for (const [, name = '', schema = ''] of code.matchAll(/const (schema\d+) = (\{.*?\});(?=const |function |$)/gs)) {
    schemas.set(name, JSON.parse(schema));
  }
  return code.replace(
    /"(?:[^"\\]|\\.)*"|(schema\d+)((?:\.[\w$]+|\["[^"]*"\])+)/g,
    (whole, name?: string, path = '') => {
      const schema = name === undefined ? undefined : schemas.get(name);
      if (schema === undefined) return whole;
      const keys = [...path.matchAll(/\.([\w$]+)|\["([^"]*)"\]/g)].map(([, plain, quoted]) => plain ?? quoted ?? '');
      return JSON.stringify(valueAt(schema, keys));
    },
  );
}

/** A digest of all that the program is made of. */
function buildId(): string {
  const hash = createHash('sha1');
  for (const folder of ['src', 'schemas', 'templates', 'build', 'tsdown.config.ts', 'package-lock.json']) {
    const path = join(root, folder);
    const files = statSync(path).isFile() ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files)
      if (statSync(join(path, file)).isFile()) hash.update(file).update(readFileSync(join(path, file)));
  }
  return hash.digest('base64url');
}

async function frameworkSchemas(): Promise<JsonObject[]> {
  const folder = join(schemas, 'frameworks');
  return Promise.all(readdirSync(folder).map((name) => readYaml(join(folder, name))));
}

async function readYaml(path: string): Promise<JsonObject> {
  return parse(await readFile(path, 'utf8'));
}

/** A value as JavaScript. A large one is read sooner by `JSON.parse` than as a literal. */
function literal(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
