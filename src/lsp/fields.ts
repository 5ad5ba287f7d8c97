import type { DataNode } from '../data/node.ts';
import type { Field } from '../framework/framework.ts';
import { holds } from '../text/span.ts';

/** The keys down to the one that stands at an offset; undefined where none does. */
export function keyPathAt(root: DataNode, offset: number): string[] | undefined {
  if (root.kind === 'scalar') return undefined;
  if (root.kind === 'list') {
    const item = root.items.find(({ span }) => holds(span, offset));
    return item && keyPathAt(item, offset);
  }
  for (const { key, keySpan, value } of root.entries) {
    if (holds(keySpan, offset)) return [key];
    const below = holds(value.span, offset) ? keyPathAt(value, offset) : undefined;
    if (below) return [key, ...below];
  }
  return undefined;
}

/** What a key of the front matter means, and what it can be given, in Markdown. */
export function fieldPage({
  key,
  title,
  description,
  values,
  examples,
  roles,
  fallback,
  items,
  fields,
}: Field): string {
  const offered = values.length > 0 ? values : (items?.values ?? []);
  const inner = [...fields, ...(items?.fields ?? [])];
  return [
    `**${title || key}** (\`${key}\`)`,
    ...(description === '' ? [] : [description]),
    ...(offered.length > 0 ? [`One of: ${listed(offered)}`] : []),
    ...(examples.length > 0 ? [`Such as: ${listed(examples)}`] : []),
    ...(roles.length > 0 ? [`Usual roles: ${listed(roles)}`] : []),
    ...(inner.length > 0 ? [`Has: ${listed(inner.map((one) => one.key))}`] : []),
    ...(fallback === undefined ? [] : [`Where nothing is said: \`${fallback}\``]),
  ].join('\n\n');
}

function listed(values: readonly unknown[]): string {
  return values.map((one) => `\`${typeof one === 'string' ? one : JSON.stringify(one)}\``).join(', ');
}
