import { entryOf, textOf } from '../data/node.ts';
import type { Document } from '../document/document.ts';

/** The framework that a document's front matter names, and where it does, as `path:line:column`. */
export function declaredFramework({
  source,
  frontMatter,
}: Pick<Document, 'source' | 'frontMatter'>): { readonly name: string; readonly place: string } | undefined {
  if (frontMatter.state !== 'present') return undefined;
  const name = textOf(frontMatter.root, 'framework');
  if (name === undefined) return undefined;
  const { line, column } = (entryOf(frontMatter.root, 'framework')?.keySpan ?? frontMatter.span).start;
  return { name, place: `${source.path}:${line}:${column}` };
}
