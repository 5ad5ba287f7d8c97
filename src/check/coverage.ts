import type { Binding, Bound } from '../binding/binding.ts';
import { missingComponents } from '../evidence/schema.ts';
import type { Coverage } from '../finding/verdict.ts';
import { groupedBy } from '../text/group.ts';

/** The sections of the framework in order, with what the document has of each. */
export function coverageOf(binding: Binding): Coverage[] {
  const missing = groupedBy(missingComponents(binding), ({ parent }) => parent.path.split('/').slice(0, 1));
  return binding.sections.map((bound): Coverage => {
    const { id, title, path } = bound.requirement;
    const lacking = missing.get(path)?.length ?? 0;
    const written = countWritten(bound.children);
    const reason = bound.state === 'omitted' ? binding.omitted[id] : undefined;
    return {
      id,
      title,
      state: bound.state,
      wanted: bound.requirement.asked.kind !== 'optional',
      ...(reason !== undefined && { reason }),
      written,
      asked: written + lacking,
    };
  });
}

function countWritten(bounds: readonly Bound[]): number {
  return bounds.reduce((sum, one) => sum + (one.state === 'written' ? 1 + countWritten(one.children) : 0), 0);
}
