import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Edit, lineBreakOf, withBreaks } from '../text/edits.ts';
import { type Source, spanAt } from '../text/source.ts';
import type { Reading } from './readings.ts';

/** Edits of a text in the terms of the protocol, with the line breaks of that text. */
function textEdits({ source, positions }: Pick<Reading, 'source' | 'positions'>, edits: readonly Edit[]) {
  const adapt = withBreaks(lineBreakOf(source.text));
  return edits.map(({ at, text }): TextEdit => ({ range: positions.range(at), newText: adapt(text) }));
}

/** Edits of a version of a document. An editor that can tell versions apart refuses them once the text has changed. */
export function workspaceEdit(reading: Reading, edits: readonly Edit[], versioned: boolean): WorkspaceEdit {
  const { uri, version } = reading;
  const made = textEdits(reading, edits);
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: made }] }
    : { changes: { [uri]: made } };
}

/** The one edit that turns a text into another: what stands between their common beginning and their common end. */
export function editTo(source: Source, after: string): Edit {
  const { text } = source;
  const most = Math.min(text.length, after.length);
  let start = 0;
  while (start < most && text[start] === after[start]) start += 1;
  let behind = 0;
  while (behind < most - start && text.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  // Neither half of a character or of a line break is left outside.
  while (start > 0 && /[\uD800-\uDBFF\r]/.test(text[start - 1] ?? '')) start -= 1;
  while (behind > 0 && /[\uDC00-\uDFFF\n]/.test(text.at(-behind) ?? '')) behind -= 1;
  return { at: spanAt(source, start, text.length - behind), text: after.slice(start, after.length - behind) };
}
