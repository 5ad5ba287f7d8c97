import { isFilled, type Prose } from '../document/prose.ts';
import { oneLine } from '../text/shorten.ts';
import { readTarget } from '../text/target.ts';
import type { Binding } from './binding.ts';
import { columnNames, isCalled, type LevelWords } from './service-level-columns.ts';

/** A cell of a table with times for each priority, and what it is: “P1: Response time”. */
export interface TimeCell {
  readonly level: string;
  readonly cell: Prose;
  /** Where its row starts. */
  readonly offset: number;
}

/** The cells for times in tables of priorities, in columns that have a time in another row. */
export function priorityTimes({ document: { blocks } }: Binding, words: LevelWords): TimeCell[] {
  const { priority, times } = columnNames(words);
  return blocks.flatMap((table): TimeCell[] => {
    const first = table.kind === 'table' && !table.quoted ? table.columns[0] : undefined;
    if (table.kind !== 'table' || !first || !isCalled(first.text, priority)) return [];
    return table.columns.flatMap((heading, index): TimeCell[] => {
      const cells = table.rows.map((row) => row[index]);
      const isOfUnits = cells.some((cell) => readTarget(cell?.text ?? '').hasUnit);
      if (index === 0 || !isOfUnits || !isCalled(heading.text, times)) return [];
      return table.rows.flatMap((row): TimeCell[] => {
        const [name, cell] = [row[0], row[index]];
        if (!name || !cell || !isFilled(name)) return [];
        const level = oneLine(`${name.text.trim()}: ${heading.text.trim()}`);
        return [{ level, cell, offset: name.span.start.offset }];
      });
    });
  });
}
