import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Encoding, unitsToColumn } from './positions.ts';

/** The documents that are open in the editor, as they stand there, saved or not. */
export interface OpenTexts {
  readonly get: (uri: string) => TextDocument | undefined;
  readonly uris: () => string[];
  readonly open: (params: DidOpenTextDocumentParams) => void;
  /** Whether the change was made: one of a document that is not open, or older than what is known, is not. */
  readonly change: (params: DidChangeTextDocumentParams) => boolean;
  readonly close: (uri: string) => void;
}

export function openTexts(encoding: () => Encoding): OpenTexts {
  const texts = new Map<string, TextDocument>();
  return {
    get: (uri) => texts.get(uri),
    uris: () => [...texts.keys()],
    open: ({ textDocument: { uri, languageId, version, text } }) => {
      texts.set(uri, TextDocument.create(uri, languageId, version, text));
    },
    change: ({ textDocument: { uri, version }, contentChanges }) => {
      const known = texts.get(uri);
      if (!known || version < known.version) return false;
      // Each change speaks of the text that the one before it has left.
      for (const change of contentChanges) {
        const made = 'range' in change ? { ...change, range: inUtf16(known, change.range, encoding()) } : change;
        TextDocument.update(known, [made], version ?? known.version);
      }
      return true;
    },
    close: (uri) => {
      texts.delete(uri);
    },
  };
}

/** A range in the units of the library that makes the changes. */
function inUtf16(text: TextDocument, { start, end }: Range, encoding: Encoding): Range {
  if (encoding === 'utf-16') return { start, end };
  const convert = ({ line, character }: Position): Position => {
    const words = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return { line, character: unitsToColumn(words.replace(/[\r\n]+$/, ''), character, encoding) };
  };
  return { start: convert(start), end: convert(end) };
}
