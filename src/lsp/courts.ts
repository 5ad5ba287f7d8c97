import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Court, courtFor } from '../court/judge.ts';
import { projectFor } from '../court/project.ts';
import type { MarkdownParser } from '../document/parser.ts';
import type { Neighbour } from '../evidence/context.ts';
import { folderAround } from '../workspace/paths.ts';

/** The courts that documents are judged by, one for each folder that is open in the editor. */
export interface Courts {
  /** The court for a document; fails with what is wrong with the configuration. */
  readonly of: (uri: string) => Promise<Court>;
  /** The court of a folder, which from now on knows its documents, for they may speak of each other. */
  readonly among: (folder: string, neighbours: readonly Neighbour[]) => Promise<Court>;
  readonly folders: () => readonly string[];
  /** Opens and closes folders of the editor. */
  readonly change: (added: readonly string[], removed: readonly string[]) => void;
  /** Reads configuration and frameworks anew at the next question. */
  readonly forget: () => void;
}

export function courtsFor(cwd: string, parse: MarkdownParser, today: () => string): Courts {
  const folders = new Set<string>();
  const courts = new Map<string, { readonly day: string; readonly court: Promise<Court> }>();
  const neighbours = new Map<string, readonly Neighbour[]>();
  const courtOf = (folder: string) => {
    const known = courts.get(folder);
    if (known?.day === today()) return known.court;
    const court = open(folder);
    // Whoever asks for it hears what is wrong; where nobody does, that is no fault of the program.
    court.catch(() => undefined);
    courts.set(folder, { day: today(), court });
    return court;
  };
  const open = async (folder: string) =>
    courtFor(folder, parse, await projectFor(folder, { asOf: today() }), neighbours.get(folder) ?? [], undefined, [
      'safe',
    ]);
  return {
    of: (uri) => courtOf(folderOf(pathOf(uri), folders) ?? cwd),
    among: (folder, found) => {
      neighbours.set(folder, found);
      courts.delete(folder);
      return courtOf(folder);
    },
    folders: () => [...folders],
    change: (added, removed) => {
      for (const uri of removed) folders.delete(pathOf(uri) ?? uri);
      for (const uri of added) {
        const path = pathOf(uri);
        if (path !== undefined) folders.add(path);
      }
    },
    forget: () => courts.clear(),
  };
}

/** The path of a file; undefined for a document that is no file, such as one that was never saved. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The innermost of the open folders around a file, else the file's own. */
function folderOf(path: string | undefined, folders: ReadonlySet<string>): string | undefined {
  if (path === undefined) return [...folders][0];
  const around = [...folders].filter((folder) => `${resolve(path)}/`.replaceAll('\\', '/').startsWith(within(folder)));
  return around.sort((a, b) => b.length - a.length)[0] ?? folderAround(path);
}

function within(folder: string): string {
  return `${resolve(folder).replaceAll('\\', '/').replace(/\/$/, '')}/`;
}
