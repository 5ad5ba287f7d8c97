import type { Block } from '../document/blocks.ts';
import { isFilled } from '../document/prose.ts';
import type { Reads, Requirement } from '../framework/framework.ts';
import { groupedBy } from '../text/group.ts';
import type { Span } from '../text/span.ts';
import type { Opening } from './labels.ts';
import { columnCount } from './rows.ts';
import { namedIn } from './sections.ts';

/** The tables outside of other sections that have two of the columns that a table of this section, and of no other, has. */
export function tableOpenings(
  section: Requirement,
  sections: readonly Requirement[],
  blocks: readonly Block[],
  taken: readonly Opening[],
): Opening[] {
  const holding = sections.filter(({ children }) => children.some(({ reads }) => reads === 'table'));
  if (!holding.includes(section)) return [];
  return tablesOutside(blocks, taken).flatMap(({ table, index }) => {
    const [holder, another] = holding.filter(({ children }) =>
      children.some((one) => one.reads === 'table' && columnCount(one, table) > 1),
    );
    return holder === section && !another ? [contentOpening(table.span, index - 1, index + 1)] : [];
  });
}

/**
 * With the tables of which a column bears the name of a requirement: “Duty | Lead”, “Item | Cost | Who pays”. What stands
 * beside the first column belongs to it. Single rows of them may answer something else too. What stands below a heading or a
 * label without words of its own belongs to that.
 */
export function withHeadedTables(
  chosen: Map<Requirement, Opening[]>,
  requirements: readonly Requirement[],
  blocks: readonly Block[],
): typeof chosen {
  const heads = [...chosen.values()].flat().filter(({ label, value }) => label.kind !== 'row' && !value.some(isFilled));
  const headed = tablesOutside(blocks, heads).flatMap(({ table: { columns, rows }, index }): Opening[] => {
    const [head, second] = columns;
    if (!head || !second) return [];
    return columns.flatMap(({ text, span }, place): Opening[] => {
      const label = { kind: 'row' as const, text, span, words: span, level: 7 };
      const value = place === 0 ? rows.flat() : rows.flatMap((row) => row[place] ?? []);
      return place === 0 || value.some(isFilled) ? [{ label, from: index, to: index, value }] : [];
    });
  });
  const wanted = requirements.filter((one) => !inParts.has(one.reads) && !chosen.has(one));
  const named = groupedBy(headed, ({ label }) => [...namedIn(wanted, label.text)]);
  return new Map([...chosen, ...named]);
}

/** What is read otherwise than from the words of a column. */
const inParts: ReadonlySet<Reads> = new Set(['table', 'actions', 'choice']);

/** The tables that stand below no label that was chosen. */
export function tablesOutside(blocks: readonly Block[], taken: readonly Opening[]) {
  const inside = new Set<number>();
  for (const { from, to } of taken) for (let index = from; index < Math.max(to, from + 1); index++) inside.add(index);
  return blocks.flatMap((table, index) => (table.kind === 'table' && !inside.has(index) ? [{ table, index }] : []));
}

/** Content that no label opens. */
export function contentOpening(span: Span, from: number, to: number): Opening {
  return { label: { kind: 'content', text: '', span, words: span, level: 7 }, from, to, value: [] };
}
