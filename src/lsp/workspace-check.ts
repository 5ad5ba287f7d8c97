import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { headsOf } from '../court/heads.ts';
import { judge } from '../court/judge.ts';
import { projectFor } from '../court/project.ts';
import { findCandidates, readDocument } from '../workspace/documents.ts';
import { type Complaint, isFailure } from '../workspace/failure.ts';
import type { Client } from './client.ts';
import type { Courts } from './courts.ts';
import type { Desk } from './desk.ts';
import { findingDiagnostic } from './diagnostics.ts';
import { positionsOf } from './positions.ts';
import { nextTurn } from './schedule.ts';

/** Checks the folders that are open, else `cwd`, whenever it is called, and tells the editor what is wrong; gives how much there was. */
export function workspaceCheck(
  connection: Connection,
  courts: Courts,
  { isOpen }: Pick<Desk, 'isOpen'>,
  client: () => Client,
  cwd: string,
  today: () => string,
): () => Promise<{ readonly documents: number; readonly findings: number }> {
  /** The documents that the last check spoke of. */
  const checked = new Set<string>();
  /** What is open is judged as it stands in the editor. */
  const tell = (uri: string, diagnostics: readonly Diagnostic[]) => {
    if (!isOpen(uri)) void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  };
  return async () => {
    const folders = courts.folders().length > 0 ? courts.folders() : [cwd];
    const before = [...checked];
    checked.clear();
    const sum = { documents: 0, findings: 0 };
    for (const folder of folders) {
      const { files, complaints } = await checkFolder(folder, courts, client(), today());
      for (const { place = folder, text, remedy } of complaints)
        connection.window.showErrorMessage(`${place}: ${text}. ${remedy}`);
      for (const { uri, diagnostics } of files) {
        sum.documents += 1;
        sum.findings += diagnostics.length;
        checked.add(uri);
        tell(uri, diagnostics);
      }
    }
    for (const uri of before) if (!checked.has(uri)) tell(uri, []);
    return sum;
  };
}

/** What is wrong with one document of a folder. */
interface CheckedFile {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface FolderCheck {
  readonly files: readonly CheckedFile[];
  /** What could not be checked, and why. */
  readonly complaints: readonly Complaint[];
}

/** Checks every agreement of a folder as `sla check` without a path does, and leaves the editor a turn after each. */
async function checkFolder(
  folder: string,
  courts: Courts,
  { encoding, abilities }: Client,
  today: string,
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
    await nextTurn();
  }
  return { files: checked, complaints };
}
