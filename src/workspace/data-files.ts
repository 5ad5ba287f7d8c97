import type { DataNode, Problem } from '../data/node.ts';
import { parseData } from '../data/parse.ts';
import type { Source } from '../text/source.ts';
import { readText } from './documents.ts';
import { type Complaint, failure } from './failure.ts';

/** A data file of the user's: its text and its values. */
export interface DataFile {
  readonly source: Source;
  readonly root: DataNode;
}

/** Reads a YAML or JSON file, or fails with every place that cannot be read. */
export async function readDataFile(cwd: string, path: string): Promise<DataFile> {
  const source = readText(cwd, path);
  const parsed = parseData(source);
  if (parsed.state === 'invalid') throw failure(...complaintsOf(source, parsed.problems));
  if (!parsed.root) throw failure({ place: source.path, text: 'the file is empty', remedy: 'Name another file.' });
  return { source, root: parsed.root };
}

/** Problems of a data file, with file, line, column and JSON Pointer. */
export function complaintsOf(source: Source, problems: readonly Problem[]): Complaint[] {
  return problems.map(({ at, text, help, pointer }) => ({
    place: `${source.path}:${at.start.line}:${at.start.column}`,
    text: pointer ? `${text} (at ${pointer})` : text,
    remedy: help,
  }));
}
