import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { JsonObject } from '../data/json.ts';
import type { CompiledFramework } from '../framework/compiled.ts';
import type { Framework } from '../framework/framework.ts';
import { readFramework, readSchema } from '../framework/read.ts';
import { refsIn, withRefs } from '../framework/schema-set.ts';
import { complaintsOf, type DataFile, readDataFile } from './data-files.ts';
import { fileDigest } from './digest.ts';
import { failure } from './failure.ts';
import { isFile } from './frameworks.ts';
import { isInside, repositoryRoot } from './paths.ts';

/** A framework of the user's, with the paths of the files that it was read from. */
export interface FiledFramework {
  readonly framework: Framework;
  readonly files: readonly string[];
}

/** One that was read from its files, and can be kept for later runs. */
interface FreshFramework extends FiledFramework {
  /** Of each file, from before it was read: one that changed meanwhile is another one. */
  readonly digests: Readonly<Record<string, string>>;
  /** The framework as data; compiled when it is asked for. */
  readonly compiled: () => CompiledFramework | undefined;
}

/** A framework in a file of the user's, and in those that it refers to. Fails with everything that is wrong with them. */
export async function frameworkInFile(cwd: string, path: string, name: string): Promise<FreshFramework> {
  const root = repositoryRoot(cwd, dirname(path));
  const files = new Map<string, SchemaFile>();
  const file = await schemaFile(cwd, path, root, files, []);
  const others = [...files.values()].filter((one) => one !== file).map((one) => one.schema);
  const read = readFramework(name, file.root, file.schema, others);
  if (read.state === 'invalid') throw failure(...complaintsOf(file.source, read.problems));
  const digests = Object.fromEntries([...files].map(([one, { digest }]) => [one, digest]));
  return { framework: read.framework, files: [...files.keys()], digests, compiled: read.compiled };
}

/** A framework file with its references to other files turned into their ids. */
interface SchemaFile extends DataFile {
  readonly schema: JsonObject;
  /** Of the file, from before it was read. */
  readonly digest: string;
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
  const digest = fileDigest(path);
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
  const file = { source, root, schema, digest };
  files.set(path, file);
  return file;
}
