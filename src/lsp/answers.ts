import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { codeActionsOf, fixAllKind } from './code-actions.ts';
import { completionOf } from './completion.ts';
import type { Desk } from './desk.ts';
import type { Abilities } from './diagnostics.ts';
import { workspaceEdit } from './edits.ts';
import { hoverOf } from './hover.ts';
import { inlayHintsOf } from './inlay-hints.ts';
import { linksOf } from './links.ts';
import { termAt } from './names.ts';
import { foldsOf, symbolsOf } from './outline.ts';
import type { Encoding } from './positions.ts';
import { type Laid, laidOf, type Reading } from './readings.ts';
import { definitionOf, highlightsOf, referencesOf } from './references.ts';
import { renamingOf } from './rename.ts';
import { nextTurn } from './schedule.ts';

/** The command that checks every agreement of the open folders. */
export const checkWorkspace = 'sla.checkWorkspace';

/** What the server can do. */
export function capabilitiesFor(positionEncoding: Encoding): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    completionProvider: { triggerCharacters: ['#', ':', '-', ' '] },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    inlayHintProvider: true,
    executeCommandProvider: { commands: [checkWorkspace] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Answers what an editor asks of a document. What is not open, or no agreement, has nothing to tell. */
export function answerOn(
  connection: Connection,
  { read }: Pick<Desk, 'read'>,
  abilities: () => Abilities,
  today: () => string,
): void {
  /** Answers with a reading, unless the question was taken back while others were answered. */
  const reading =
    <P extends OfDocument, R>(answer: (reading: Reading, params: P) => R, otherwise: R) =>
    async (params: P, token: CancellationToken): Promise<R | ResponseError<void>> => {
      await nextTurn();
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'taken back');
      const found = await read(params.textDocument.uri);
      return found ? answer(found, params) : otherwise;
    };
  const laid = <P extends OfDocument, R>(answer: (laid: Laid, params: P) => R, otherwise: R) =>
    reading((found: Reading, params: P) => {
      const one = laidOf(found);
      return one ? answer(one, params) : otherwise;
    }, otherwise);
  const at = <P extends OfDocument & { readonly position: Position }, R>(
    answer: (laid: Laid, offset: number, params: P) => R | undefined,
  ) =>
    laid<P, R | null>((one, params) => answer(one, one.positions.point(params.position).offset, params) ?? null, null);

  connection.onCodeAction(
    reading((one, { range, context: { only } }) => codeActionsOf(one, { range, only }, abilities()), []),
  );
  connection.onCompletion(
    reading((one, { position, context }) => {
      const { offset } = one.positions.point(position);
      return completionOf(one, offset, today(), context?.triggerCharacter === ' ');
    }, null),
  );
  connection.onHover(at((one, offset) => hoverOf(one, offset)));
  connection.onDocumentSymbol(laid((one) => symbolsOf(one), []));
  connection.onFoldingRanges(laid((one) => foldsOf(one), []));
  connection.onDocumentLinks(laid((one) => linksOf(one), []));
  connection.onDefinition(at((one, offset) => definitionOf(one, offset)));
  connection.onReferences(
    at((one, offset, { context: { includeDeclaration } }) => referencesOf(one, offset, includeDeclaration)),
  );
  connection.onDocumentHighlight(at((one, offset) => highlightsOf(one, offset)));
  connection.languages.inlayHint.on(
    laid((one, { range: { start, end } }) => {
      const { point } = one.positions;
      return inlayHintsOf(one, point(start).offset, point(end).offset);
    }, []),
  );
  connection.onPrepareRename(
    at((one, offset) => {
      const found = termAt(one.binding, offset);
      return found && { range: one.positions.range(found.at), placeholder: found.named.name };
    }),
  );
  connection.onRenameRequest(
    reading((one, { position, newName }) => {
      const found = laidOf(one);
      const renamed = found && termAt(found.binding, one.positions.point(position).offset);
      if (!renamed || newName.trim() === '') {
        return new ResponseError<void>(LSPErrorCodes.RequestFailed, 'Only a defined term can be renamed, to a word.');
      }
      return workspaceEdit(one, renamingOf(found, renamed.named, newName.trim()), abilities().versioned);
    }, null),
  );
}
