import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { headsOf } from '../court/heads.ts';
import { judge } from '../court/judge.ts';
import { projectFor } from '../court/project.ts';
import { findCandidates, readDocument } from '../workspace/documents.ts';
import { type Complaint, isFailure } from '../workspace/failure.ts';
import type { Courts } from './courts.ts';
import { type Abilities, findingDiagnostic } from './diagnostics.ts';
import { type Encoding, positionsOf } from './positions.ts';

/** What is wrong with one document of a folder. */
export interface CheckedFile {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FolderCheck {
  readonly files: readonly CheckedFile[];
  /** What could not be checked, and why. */
  readonly complaints: readonly Complaint[];
}

/** Checks every agreement of a folder as `sla check` without a path does, and leaves the editor a turn after each. */
export async function checkFolder(
  folder: string,
  courts: Courts,
  encoding: Encoding,
  today: string,
  abilities: Abilities,
): Promise<FolderCheck> {
  const checked: CheckedFile[] = [];
  const complaints: Complaint[] = [];
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!isFailure(error)) throw error;
      complaints.push(...error.failure);
      return undefined;
    }
  };
  const project = await attempt(() => projectFor(folder, { asOf: today }));
  if (!project) return { files: [], complaints };
  const { files } = await findCandidates(folder, [], project.config);
  const heads = await headsOf(folder, files, false);
  const neighbours = files.length < 2 ? [] : heads.flatMap(({ neighbour }) => neighbour ?? []);
  const court = await attempt(() => courts.among(folder, neighbours));
  if (!court) return { files: [], complaints };
  for (const { path, named } of files) {
    const source = await attempt(() => readDocument(folder, path));
    const found = source && (await attempt(() => judge(source, named, { ...court, fixes: [] })));
    if (found) {
      const uri = pathToFileURL(resolve(folder, path)).href;
      const positions = positionsOf(source, encoding);
      const { findings } = found.report;
      checked.push({ uri, diagnostics: findings.map((one) => findingDiagnostic(uri, positions, one, abilities)) });
    }
    await new Promise((done) => setImmediate(done));
  }
  return { files: checked, complaints };
}
