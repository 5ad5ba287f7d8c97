import type { DataNode, Problem } from '../data/node.ts';
import { parseData } from '../data/parse.ts';
import { fenceOf } from '../text/fence.ts';
import { lineSpan, type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** The block of settings at the head of a document. */
export type FrontMatter =
  | { readonly state: 'absent' }
  | { readonly state: 'invalid'; readonly span: Span; readonly problem: Problem }
  | { readonly state: 'present'; readonly span: Span; readonly root: DataNode };

/** Reads the front matter: the YAML within the fence that a text begins with. */
export function readFrontMatter(source: Source): FrontMatter {
  const fence = fenceOf(source.text);
  if (!fence) return { state: 'absent' };
  const { start, closing } = fence;
  if (!closing) return unclosed(source, start);
  const span = spanAt(source, 0, closing.to);
  const parsed = parseData(source, start, closing.from);
  if (parsed.state === 'invalid') return { state: 'invalid', span, problem: parsed.problems[0] };
  const root = parsed.root ?? { kind: 'map', span: spanAt(source, start, start), entries: [] };
  if (root.kind === 'map') return { state: 'present', span, root };
  const words = 'The front matter is not a list of “key: value” lines';
  const problem = {
    at: root.span,
    text: words,
    help: 'Start each line with a key, such as “title: …”.',
  };
  return { state: 'invalid', span, problem };
}

/** A lone `---` on the first line is a rule across the page, unless settings follow it. */
function unclosed(source: Source, start: number): FrontMatter {
  const settings = /^[a-z][\w-]*:(?:[ \t]|$)/m.exec(source.text.slice(start, start + 200));
  if (!settings || settings.index > 0) return { state: 'absent' };
  const at = lineSpan(source, 1);
  const problem = {
    at,
    text: 'The front matter is opened with “---” but never closed',
    help: 'Put a line with only “---” behind the last setting.',
  };
  return { state: 'invalid', span: at, problem };
}

/** The text with its front matter turned into spaces, so that every offset stays what it was. */
export function withoutFrontMatter(source: Source, frontMatter: FrontMatter): string {
  if (frontMatter.state === 'absent') return source.text;
  const end = frontMatter.span.end.offset;
  return source.text.slice(0, end).replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length)) + source.text.slice(end);
}
