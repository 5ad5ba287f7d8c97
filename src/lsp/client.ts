import type { ClientCapabilities } from 'vscode-languageserver';
import type { Abilities } from './diagnostics.ts';
import { type Encoding, encodingFor } from './positions.ts';

/** What the editor's side can do, as it says when it connects. */
export interface Client {
  readonly encoding: Encoding;
  /** Whether it watches files when it is asked to. */
  readonly watches: boolean;
  readonly hasFolders: boolean;
  readonly abilities: Abilities;
}

/** The editor with some capabilities; `docs` is the address of the pages of the rules. */
export function clientWith({ general, textDocument, workspace }: ClientCapabilities, docs: string | undefined): Client {
  return {
    encoding: encodingFor(general?.positionEncodings),
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    abilities: {
      related: textDocument?.publishDiagnostics?.relatedInformation === true,
      versioned: workspace?.workspaceEdit?.documentChanges === true,
      docs,
    },
  };
}
