import { type Binding, findBound, placeOf } from '../binding/binding.ts';
import { labelsOf } from '../binding/labels.ts';
import { columnCount } from '../binding/rows.ts';
import { namedIn } from '../binding/sections.ts';
import { segmentsOf, valueAt } from '../data/json.ts';
import type { Requirement } from '../framework/framework.ts';
import type { MissingComponents } from './schema.ts';

/** What is recommended and not there: one finding for each section or component that could have more. */
export function* recommendations(binding: Binding, missing: MissingComponents) {
  const advised = missing.filter(({ violation }) => violation.recommended);
  const elsewhere = elsewhereOf(
    binding,
    advised.map(({ requirement }) => requirement),
  );
  const recommended = advised.filter(({ requirement }) => !elsewhere.has(requirement));
  for (const parent of new Set(recommended.map((one) => one.parent))) {
    // Where nothing in the section bears a label, its prose may hold all of it.
    if (!findBound(binding, parent.path)?.children.some((child) => child.state === 'written')) continue;
    const own = recommended.filter((one) => one.parent === parent);
    const data = {
      section: parent.title,
      components: own.map((one) => one.requirement.title).join('; '),
    };
    const [first] = own;
    if (!first) continue;
    const at = placeOf(binding, first.violation.pointer, 'key');
    yield {
      message: 'recommended' as const,
      data,
      at,
      requirement: parent,
      schema: first.violation.schema,
    };
  }
}

/** What the front matter states, another section under its name, or a table with two of its columns, is not advised again. */
function elsewhereOf(binding: Binding, requirements: readonly Requirement[]): ReadonlySet<Requirement> {
  const { source, blocks } = binding.document;
  const tables = blocks.filter((block) => block.kind === 'table');
  const names = new Set([
    ...blocks.flatMap((block) => labelsOf(source, block).map(({ text }) => text)),
    ...tables.flatMap(({ columns }) => columns.map(({ text }) => text)),
  ]);
  const named = [...names].flatMap((name) => [...namedIn(requirements, name)]);
  const stated = requirements.filter(
    (requirement) => isStated(binding, requirement) || tables.some((table) => columnCount(requirement, table) > 1),
  );
  return new Set([...named, ...stated]);
}

/** Whether the front matter says what a component is to say. */
export function isStated({ frontMatter }: Binding, { states }: Requirement): boolean {
  return states !== undefined && valueAt(frontMatter, segmentsOf(states)) !== undefined;
}
