import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { JsonObject } from '../data/json.ts';
import { buildFramework } from '../framework/build.ts';
import type { Framework } from '../framework/framework.ts';
import { readFramework, readSchema } from '../framework/read.ts';
import { refsIn, withRefs } from '../framework/registry.ts';
import { shippedFrameworks } from '../framework/shipped.ts';
import { nearest } from '../text/nearest.ts';
import { complaintsOf, type DataFile, readDataFile } from './data-files.ts';
import { failure } from './failure.ts';
import { isInside, repositoryRoot, shownPath } from './paths.ts';

/** Names that the configuration gives to framework files, with their full paths. */
export type OwnNames = Readonly<Record<string, string>>;

/** Finds frameworks by name or file, and builds each one once. */
export interface Frameworks {
  /** Whether a name that a document declares can be meant for this tool at all. */
  readonly looksKnown: (name: string) => boolean;
  /** A framework that the user names on the command line. */
  readonly named: (name: string) => Promise<Framework>;
  /** One that the configuration names; a file is relative to the configuration's folder. */
  readonly configured: (name: string) => Promise<Framework>;
  /** One in a file, whatever the file is called. */
  readonly file: (path: string) => Promise<Framework>;
  /** One that a document declares; `place` is where it does. A file must lie inside the repository. */
  readonly declared: (name: string, document: string, place: string) => Promise<Framework>;
}

export function frameworksFor(cwd: string, own: OwnNames = {}, folder = cwd): Frameworks {
  const built = new Map<string, Promise<Framework>>();
  const once = (key: string, make: () => Promise<Framework>) => {
    const found = built.get(key) ?? make();
    built.set(key, found);
    return found;
  };
  const file = (path: string, name: string) => once(path, () => fromFile(cwd, path, name));
  const ownFile = (name: string) => (Object.hasOwn(own, name) ? own[name] : undefined);
  return {
    looksKnown: (name) => ownFile(name) !== undefined || looksLikeFramework(name),
    configured: (name) => {
      const path = ownFile(name) ?? (isFile(name) ? resolve(folder, name) : undefined);
      return path === undefined ? once(name, async () => shipped(name, undefined)) : file(path, name);
    },
    named: (name) => {
      const path = ownFile(name);
      if (path !== undefined) return file(path, name);
      return isFile(name) ? file(resolve(cwd, name), name) : once(name, async () => shipped(name, undefined));
    },
    file: (path) => file(resolve(cwd, path), path),
    declared: async (name, document, place) => {
      const known = ownFile(name);
      if (known !== undefined) return file(known, name);
      if (!isFile(name)) return once(isShipped(name) ? name : `${name} ${place}`, async () => shipped(name, place));
      const folder = resolve(cwd, dirname(document));
      const path = resolve(folder, name);
      if (existsSync(path) && !isInside(repositoryRoot(cwd, folder), path)) {
        throw failure({
          place,
          text: `the framework “${name}” lies outside the repository`,
          remedy: 'Copy it into the repository, or name it with --framework.',
        });
      }
      return file(path, name);
    },
  };
}

/** How a document in a folder has to name the framework that the user named from the working folder. */
export function nameFrom(cwd: string, folder: string, name: string): string {
  if (!isFile(name)) return name;
  const path = shownPath(folder, resolve(cwd, name));
  return path.startsWith('../') ? path : `./${path}`;
}

/** The names of the shipped frameworks. */
export const shippedNames = Object.keys(shippedFrameworks);

/** What the shipped frameworks are, without building them. */
export const shippedSummaries = Object.entries(shippedFrameworks).map(([name, { title, description }]) => ({
  name,
  title: String(title),
  description: String(description),
}));

function looksLikeFramework(name: string): boolean {
  const [bare = ''] = name.split('@');
  return isFile(name) || shippedNames.includes(bare) || nearest(bare, shippedNames) !== undefined;
}

function isShipped(name: string): boolean {
  return shippedNames.includes(name.split('@')[0] ?? '');
}

function isFile(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name) || /^\.{1,2}\//.test(name);
}

function shipped(name: string, place: string | undefined): Framework {
  const [bare = '', edition] = name.split('@');
  const schema = Object.hasOwn(shippedFrameworks, bare) ? shippedFrameworks[bare] : undefined;
  const at = place === undefined ? {} : { place };
  if (!schema) {
    const near = nearest(bare, shippedNames);
    const remedy = near
      ? `Did you mean “${near}”?`
      : `Use one of: ${shippedNames.join(', ')}; or name a file, such as ./framework.yaml.`;
    throw failure({ ...at, text: `there is no framework “${bare}”`, remedy });
  }
  const framework = buildFramework(bare, schema);
  if (edition !== undefined && edition !== framework.edition) {
    throw failure({
      ...at,
      text: `“${bare}” has no edition “${edition}”`,
      remedy: `Use ${bare}@${framework.edition}, or leave the edition out.`,
    });
  }
  return framework;
}

async function fromFile(cwd: string, path: string, name: string): Promise<Framework> {
  const root = repositoryRoot(cwd, dirname(path));
  const files = new Map<string, SchemaFile>();
  const file = await schemaFile(cwd, path, root, files, []);
  const others = [...files.values()].filter((one) => one !== file).map((one) => one.schema);
  const read = readFramework(name, file.root, file.schema, others);
  if (read.state === 'invalid') throw failure(...complaintsOf(file.source, read.problems));
  return read.framework;
}

/** A framework file with its references to other files turned into their ids. */
interface SchemaFile extends DataFile {
  readonly schema: JsonObject;
}

/** Reads a framework file and those that it refers to, each once. None may lie outside the repository. */
async function schemaFile(
  cwd: string,
  path: string,
  repository: string,
  files: Map<string, SchemaFile>,
  above: readonly string[],
): Promise<SchemaFile> {
  const known = files.get(path);
  if (known) return known;
  const { source, root } = await readDataFile(cwd, path);
  const read = readSchema(root);
  if (read.state === 'invalid') throw failure(...complaintsOf(source, read.problems));
  const place = source.path;
  const ids = new Map<string, string>();
  for (const file of new Set(refsIn(read.schema).map((ref) => ref.split('#')[0] ?? ''))) {
    if (!isFile(file)) continue;
    const target = resolve(dirname(path), file);
    if (target === path || above.includes(target)) {
      throw failure({ place, text: `“${file}” leads back to itself`, remedy: 'Break the circle.' });
    }
    if (!existsSync(target)) {
      throw failure({ place, text: `it refers to “${file}”, and there is no such file`, remedy: 'Correct the $ref.' });
    }
    if (!isInside(repository, target)) {
      const remedy = 'Copy it into the repository.';
      throw failure({ place, text: `it refers to “${file}”, which lies outside the repository`, remedy });
    }
    const other = await schemaFile(cwd, target, repository, files, [...above, path]);
    ids.set(file, String(other.schema.$id));
  }
  const schema = withRefs(read.schema, (file) => ids.get(file) ?? file) as JsonObject;
  const twin = [...files.values()].find((one) => one.schema.$id === schema.$id);
  if (twin) {
    const text = `it has the id “${String(schema.$id)}”, and so has ${twin.source.path}`;
    throw failure({ place, text, remedy: 'Give one of them another $id.' });
  }
  const file = { source, root, schema };
  files.set(path, file);
  return file;
}
