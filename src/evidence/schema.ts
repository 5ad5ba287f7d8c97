import { type Binding, type Bound, findBound, type Row } from '../binding/binding.ts';
import { columnsIn } from '../binding/rows.ts';
import { hasWords, textsOf } from '../binding/values.ts';
import { segmentsOf } from '../data/json.ts';
import type { Table } from '../document/blocks.ts';
import type { Prose } from '../document/prose.ts';
import { type Column, findRequirement, type Requirement, type Violation } from '../framework/framework.ts';
import { oncePer } from '../text/remember.ts';

/** A requirement that the schema misses in a document. */
export interface Missing {
  readonly violation: Violation;
  readonly requirement: Requirement;
}

/** The sections that are neither written nor left out, in the order of the framework. */
export function missingSections({ framework, violations }: Binding): Missing[] {
  const missing = violations.filter(({ keyword, pointer }) => keyword === 'required' && pointer === '/sections');
  return framework.sections.flatMap((requirement) =>
    missing.flatMap((violation) => (violation.property === requirement.id ? [{ violation, requirement }] : [])),
  );
}

/** The components and parts that their section or component lacks, with the requirement that lacks them. */
export const missingComponents = oncePer(
  ({ framework, violations }: Binding): (Missing & { readonly parent: Requirement })[] => {
    return violations.flatMap((violation) => {
      const [top, ...path] = segmentsOf(violation.pointer);
      if (violation.keyword !== 'required' || top !== 'sections' || path.length === 0) return [];
      const parent = findRequirement(framework, path.join('/'));
      const requirement = parent?.children.find((child) => child.id === violation.property);
      return parent && requirement ? [{ violation, requirement, parent }] : [];
    });
  },
);

/** The sections that are set to `null` although the framework wants them written. */
export function wronglyOmitted({ framework, model, violations }: Binding): Missing[] {
  const sections = model.sections as Readonly<Record<string, unknown>>;
  return violations.flatMap((violation) => {
    const [top, id, ...rest] = segmentsOf(violation.pointer);
    if (violation.keyword !== 'type' || top !== 'sections' || id === undefined || rest.length > 0) return [];
    const requirement = sections[id] === null ? findRequirement(framework, id) : undefined;
    return requirement ? [{ violation, requirement }] : [];
  });
}

/** The questions that are asked in this document and have no answer, or a "yes" without a word. */
export const unanswered = oncePer((binding: Binding): Missing[] => {
  return contentViolations(binding).filter(({ requirement: { reads } }) => reads === 'answer' || reads === 'choice');
});

/** A cell that is empty although the framework wants it filled. */
export interface MissingCell extends Missing {
  readonly row: Row;
  readonly column: Column;
}

/** The cells that the rows of tables lack, be it that the column is there or not. */
export const missingCells = oncePer((binding: Binding): MissingCell[] => {
  return contentViolations(binding).flatMap((one) => {
    const { requirement, violation } = one;
    const segments = segmentsOf(violation.pointer);
    const index = segments.at(-2) === 'rows' ? Number(segments.at(-1)) : Number.NaN;
    const row = findBound(binding, requirement.path)?.rows[index];
    const column = requirement.columns.find(({ id }) => id === violation.property);
    return row && column && violation.keyword === 'required' ? [{ ...one, row, column }] : [];
  });
});

/** A table without a column that the framework wants, with what is missed of its first row. */
export interface MissingColumn extends Missing {
  readonly table: Table;
  readonly column: Column;
  /** The headings of its columns that the framework does not know. */
  readonly strangers: readonly Prose[];
}

/** The missing cells, divided: those of a column that is there, and the columns that are not, each once for its table. */
export const missingInTables = oncePer((binding: Binding) => {
  const cells: MissingCell[] = [];
  const columns = new Map<Table, Map<Column, MissingColumn>>();
  for (const one of missingCells(binding)) {
    const { requirement, violation, row, column } = one;
    const bound = findBound(binding, requirement.path);
    const home = bound && homesOf(bound).get(row.at.start.offset);
    if (!home || home.known.has(column.id)) cells.push(one);
    else {
      const ofTable = columns.get(home.table) ?? new Map<Column, MissingColumn>();
      columns.set(home.table, ofTable);
      const { table, strangers } = home;
      if (!ofTable.has(column)) ofTable.set(column, { requirement, violation, table, column, strangers });
    }
  }
  return { cells, columns: [...columns.values()].flatMap((ofTable) => [...ofTable.values()]) };
});

/** The tables that hold the rows of a component, by where the rows start. */
const homesOf = oncePer(({ requirement, blocks }: Bound) => {
  return new Map(
    blocks.flatMap((table) => {
      if (table.kind !== 'table') return [];
      const home = { table, ...columnsIn(requirement, table) };
      return table.rows.flatMap(([cell]) => (cell ? [[cell.span.start.offset, home] as const] : []));
    }),
  );
});

/** Cells that a rule of their own speaks of, by the id of the column. */
export const cellsWithRule: readonly string[] = ['outcomes', 'success-measure'];

/** What the schema says of the content of components and no other rule does, but for columns that are not there. */
export const invalidComponents = oncePer((binding: Binding): Missing[] => {
  const isThere = new Set(missingInTables(binding).cells);
  const elsewhere = new Set(
    [
      ...unanswered(binding),
      ...missingCells(binding).filter(
        (one) => cellsWithRule.includes(one.column.id) || one.violation.recommended || !isThere.has(one),
      ),
    ].map((one) => one.violation),
  );
  return contentViolations(binding).filter(({ violation }) => !elsewhere.has(violation));
});

/** The paths of the components that do not state what is asked of them, such as how often: `component-invalid` says so. */
export const unstatedComponents = oncePer((binding: Binding): ReadonlySet<string> => {
  return new Set(
    invalidComponents(binding).flatMap(({ requirement: { path }, violation: { pointer } }) =>
      pointer === `/sections/${path}` ? [path] : [],
    ),
  );
});

/** Every violation below a component, with that component. */
const contentViolations = oncePer((binding: Binding): Missing[] => {
  const missing = new Set(missingComponents(binding).map((one) => one.violation));
  return binding.violations.flatMap((violation) => {
    const [top, ...path] = segmentsOf(violation.pointer);
    if (top !== 'sections' || path.length < 2 || missing.has(violation)) return [];
    const requirement = nearestRequirement(binding, path);
    return requirement ? [{ violation, requirement }] : [];
  });
});

function nearestRequirement({ framework }: Binding, path: readonly string[]): Requirement | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = findRequirement(framework, path.slice(0, length).join('/'));
    if (found) return found;
  }
  return undefined;
}

/** Whether a section has a heading and nothing to read below it, or nothing but "N/A". */
export function isEmptySection({ sections }: Binding, id: string): boolean {
  const bound = sections.find((one) => one.requirement.id === id);
  return bound?.state === 'written' && saysNothing(bound);
}

const saysNothing = oncePer(({ blocks, children }: Bound): boolean => {
  if (!hasWords(blocks)) return children.every((child) => child.state === 'absent');
  return blocks.every((block) => textsOf(block).every((text) => /^\W*(?:n\/?a|not applicable)\W*$/i.test(text)));
});

/** What components are missing, each with the requirement that it belongs to. */
export type MissingComponents = ReturnType<typeof missingComponents>;
