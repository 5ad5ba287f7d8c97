import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Framework } from '../framework/framework.ts';
import { isShipped, loadShipped, shippedNames } from '../framework/shipped.ts';
import { nearest } from '../text/nearest.ts';
import { failure } from './failure.ts';
import { isInside, repositoryRoot, shownPath } from './paths.ts';

/** Names that the configuration gives to framework files, with their full paths. */
export type OwnNames = Readonly<Record<string, string>>;

/** Finds frameworks by name or file, and loads each one once. */
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
  /** The files of the user's that have been read so far. */
  readonly files: () => readonly string[];
}

export function frameworksFor(cwd: string, own: OwnNames = {}, folder = cwd): Frameworks {
  const built = new Map<string, Promise<Framework>>();
  const once = (key: string, make: () => Promise<Framework>) => {
    const found = built.get(key) ?? make();
    built.set(key, found);
    return found;
  };
  const read = new Set<string>();
  const file = (path: string, name: string) =>
    once(path, async () => {
      const { framework, files } = await (await import('./framework-files.ts')).frameworkInFile(cwd, path, name);
      for (const one of files) read.add(one);
      return framework;
    });
  const ownFile = (name: string) => (Object.hasOwn(own, name) ? own[name] : undefined);
  return {
    files: () => [...read],
    looksKnown: (name) => ownFile(name) !== undefined || looksLikeFramework(name),
    configured: (name) => {
      const path = ownFile(name) ?? (isFile(name) ? resolve(folder, name) : undefined);
      return path === undefined ? once(name, () => shipped(name, undefined)) : file(path, name);
    },
    named: (name) => {
      const path = ownFile(name);
      if (path !== undefined) return file(path, name);
      return isFile(name) ? file(resolve(cwd, name), name) : once(name, () => shipped(name, undefined));
    },
    file: (path) => file(resolve(cwd, path), path),
    declared: async (name, document, place) => {
      const known = ownFile(name);
      if (known !== undefined) return file(known, name);
      if (!isFile(name)) return once(isShipped(name) ? name : `${name} ${place}`, () => shipped(name, place));
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

function looksLikeFramework(name: string): boolean {
  const [bare = ''] = name.split('@');
  return isFile(name) || isShipped(bare) || nearest(bare, shippedNames) !== undefined;
}

/** Whether what names a framework is a file. */
export function isFile(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name) || /^\.{1,2}\//.test(name);
}

async function shipped(name: string, place: string | undefined): Promise<Framework> {
  const [bare = '', edition] = name.split('@');
  const at = place === undefined ? {} : { place };
  if (!isShipped(bare)) {
    const near = nearest(bare, shippedNames);
    const remedy = near
      ? `Did you mean “${near}”?`
      : `Use one of: ${shippedNames.join(', ')}; or name a file, such as ./framework.yaml.`;
    throw failure({ ...at, text: `there is no framework “${bare}”`, remedy });
  }
  const framework = await loadShipped(bare);
  if (edition !== undefined && edition !== framework.edition) {
    throw failure({
      ...at,
      text: `“${bare}” has no edition “${edition}”`,
      remedy: `Use ${bare}@${framework.edition}, or leave the edition out.`,
    });
  }
  return framework;
}
