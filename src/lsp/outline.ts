import { type DocumentSymbol, type FoldingRange, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import { allBound } from '../binding/binding.ts';
import type { Document } from '../document/document.ts';
import { headingEnds } from '../document/heading-ends.ts';
import { type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Laid } from './readings.ts';

interface Part {
  readonly title: string;
  readonly level: number;
  readonly heading: Span;
  /** From its heading to the next one of its level or above. */
  readonly whole: Span;
}

/** The headings of a document, each within the one above it, with the requirement that it answers; the front matter first. */
export function symbolsOf({ binding, positions }: Laid): DocumentSymbol[] {
  const { document } = binding;
  const answers = new Map(
    allBound(binding.sections).flatMap(({ requirement, labels }) =>
      labels.map(({ span }) => [span.start.offset, requirement.path] as const),
    ),
  );
  const roots: DocumentSymbol[] = frontMatterSymbol(document, positions.range);
  const above: { readonly level: number; readonly children: DocumentSymbol[] }[] = [{ level: 0, children: roots }];
  for (const { title, level, heading, whole } of partsOf(document)) {
    const children: DocumentSymbol[] = [];
    const detail = answers.get(heading.start.offset);
    const symbol: DocumentSymbol = {
      name: title.trim() || '(no title)',
      ...(detail !== undefined && { detail }),
      kind: level === 1 ? SymbolKind.File : detail === undefined ? SymbolKind.String : SymbolKind.Class,
      range: positions.range(whole),
      selectionRange: positions.range(heading),
      children,
    };
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    above.at(-1)?.children.push(symbol);
    above.push({ level, children });
  }
  return roots;
}

function frontMatterSymbol({ frontMatter }: Document, range: Laid['positions']['range']): DocumentSymbol[] {
  if (frontMatter.state !== 'present' || frontMatter.root.kind !== 'map') return [];
  const children = frontMatter.root.entries.map(({ key, keySpan, value }): DocumentSymbol => {
    const whole = {
      start: keySpan.start,
      end: value.span.end.offset < keySpan.end.offset ? keySpan.end : value.span.end,
    };
    return { name: key || '(no key)', kind: SymbolKind.Property, range: range(whole), selectionRange: range(keySpan) };
  });
  const whole = range(frontMatter.span);
  return [{ name: 'Front matter', kind: SymbolKind.Namespace, range: whole, selectionRange: whole, children }];
}

/** What can be folded away: the front matter, each section, and guidance and other comments. */
export function foldsOf({ binding: { document } }: Laid): FoldingRange[] {
  const { frontMatter, blocks } = document;
  const lines = ({ start, end }: Span, kind?: FoldingRangeKind): FoldingRange[] =>
    end.line > start.line ? [{ startLine: start.line - 1, endLine: end.line - 1, ...(kind && { kind }) }] : [];
  return [
    ...(frontMatter.state === 'absent' ? [] : lines(frontMatter.span, FoldingRangeKind.Region)),
    ...partsOf(document).flatMap(({ whole }) => lines(whole)),
    ...blocks.flatMap(({ kind, span }) => (kind === 'comment' ? lines(span, FoldingRangeKind.Comment) : [])),
  ];
}

function partsOf({ source, blocks }: Document): Part[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && !block.quoted ? [block] : []));
  const ends = headingEnds(headings);
  return headings.map(({ prose, level, span }, index) => {
    const next = headings[ends.get(index) ?? headings.length]?.span.start.offset ?? source.text.length;
    return {
      title: prose.text,
      level,
      heading: span,
      whole: spanAt(source, span.start.offset, trimmedEnd(source, span.end.offset, next)),
    };
  });
}

/** Without the blank lines in front of the next heading. */
function trimmedEnd(source: Source, from: number, to: number): number {
  return from + source.text.slice(from, to).trimEnd().length;
}
