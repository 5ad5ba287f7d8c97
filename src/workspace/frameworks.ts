import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Framework } from '../framework/framework.ts';
import { isShipped, loadShipped, shippedNames } from '../framework/shipped.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import type { Cache } from './cache.ts';
import type { Config } from './config.ts';
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

/** The frameworks that there are around a folder, under the names of its configuration, too. */
export function frameworksBy(config: Config | undefined, cwd: string, compiled?: Cache): Frameworks {
  const folder = config?.folder ?? cwd;
  const own = Object.entries(config?.frameworks ?? {}).map(([name, path]) => [name, resolve(folder, path)]);
  return frameworksFor(cwd, Object.fromEntries(own), folder, compiled);
}

/** `compiled` is where frameworks of the user's are kept that were compiled, if they are. */
export function frameworksFor(cwd: string, own: OwnNames = {}, folder = cwd, compiled?: Cache): Frameworks {
  const built = new Map<string, Promise<Framework>>();
  const once = (key: string, make: () => Promise<Framework>) => {
    const found = built.get(key) ?? make();
    built.set(key, found);
    return found;
  };
  const read = new Set<string>();
  const file = (path: string, name: string) =>
    once(path, async () => {
      const { framework, files } = await (await import('./compiled-frameworks.ts')).frameworkAt(
        cwd,
        path,
        name,
        compiled,
      );
      for (const one of files) read.add(one);
      return framework;
    });
  const ownFile = (name: string) => (Object.hasOwn(own, name) ? own[name] : undefined);
  const found = async (name: string, folder: string, place?: string): Promise<Framework> => {
    const known = ownFile(name);
    if (known !== undefined) return file(known, name);
    const { bare, edition } = pinnedName(name);
    const path = ownFile(bare) ?? (isFile(bare) ? resolve(folder, bare) : undefined);
    const key = isShipped(bare) ? bare : `${bare} ${place}`;
    const framework = await (path === undefined ? once(key, () => shipped(bare, place)) : file(path, bare));
    if (edition === undefined || edition === framework.edition) return framework;
    throw failure({ ...(place && { place }), ...wrongEdition(bare, edition, framework) });
  };
  return {
    files: () => [...read],
    looksKnown: (name) => ownFile(name) !== undefined || looksLikeFramework(name),
    configured: (name) => found(name, folder),
    named: (name) => found(name, cwd),
    file: (path) => file(resolve(cwd, path), path),
    declared: async (name, document, place) => {
      const folder = resolve(cwd, dirname(document));
      const { bare } = pinnedName(name);
      const path = resolve(folder, bare);
      const isOwn = ownFile(name) !== undefined || ownFile(bare) !== undefined;
      if (!isOwn && isFile(bare) && existsSync(path) && !isInside(repositoryRoot(cwd, folder), path)) {
        throw failure({
          place,
          text: `the framework “${bare}” lies outside the repository`,
          remedy: 'Copy it into the repository, or name it with --framework.',
        });
      }
      return found(name, folder, place);
    },
  };
}

/** `surveillance-camera@2026` names a framework and the edition that the document was written for. */
function pinnedName(name: string): { readonly bare: string; readonly edition: string | undefined } {
  const [, bare = name, edition] = /^([^@]+)@([^@/]*)$/.exec(name) ?? [];
  return { bare, edition };
}

function wrongEdition(bare: string, edition: string, { edition: own }: Framework) {
  const keep = `To judge by an edition of your own, name its file under “frameworks” in .sla.yaml as “${bare}@${edition}”.`;
  const remedy =
    own === undefined
      ? `It has no editions: leave “@${edition}” out.`
      : `Use ${bare}@${own}, or leave the edition out.`;
  return { text: `“${bare}” has no edition “${edition}”`, remedy: edition === '' ? remedy : `${remedy} ${keep}` };
}

/** How a document in a folder has to name the framework that the user named from the working folder. */
export function nameFrom(cwd: string, folder: string, name: string): string {
  if (!isFile(name)) return name;
  const path = shownPath(folder, resolve(cwd, name));
  return path.startsWith('../') ? path : `./${path}`;
}

function looksLikeFramework(name: string): boolean {
  const { bare } = pinnedName(name);
  return isFile(bare) || isShipped(bare) || nearest(bare, shippedNames) !== undefined;
}

/** Whether what names a framework is a file. */
export function isFile(name: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(name) || /^\.{1,2}\//.test(name);
}

async function shipped(name: string, place: string | undefined): Promise<Framework> {
  if (isShipped(name)) return loadShipped(name);
  const remedy =
    didYouMean(name, shippedNames) ??
    `Use one of: ${shippedNames.join(', ')}; or name a file, such as ./framework.yaml.`;
  throw failure({ ...(place && { place }), text: `there is no framework “${name}”`, remedy });
}
