import type { Bound } from '../binding/binding.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const sectionMisplaced = defineRule({
  id: 'section-misplaced',
  group: 'structure',
  summary: 'Sections stand in the order of the framework.',
  why: 'Readers who know one agreement find their way in the next when the order is the same.',
  source: 'The order of the framework',
  severity: 'info',
  messages: {
    misplaced: ({ section, place }: { readonly section: string; readonly place: string }) => ({
      text: `“${section}” is out of order: the framework has it ${place}.`,
      help: 'Move it if nothing speaks for this order. The order is a recommendation.',
    }),
  },
  *check({ binding }) {
    const written = binding.sections.filter((one) => one.state === 'written');
    const inText = [...written].sort((a, b) => startOf(a) - startOf(b));
    const kept = new Set(longestRun(inText.map((one) => written.indexOf(one))));
    for (const [rank, bound] of written.entries()) {
      const [label] = bound.labels;
      if (kept.has(rank) || !label) continue;
      const before = written.findLast((_one, index) => index < rank && kept.has(index));
      const after = written.find((_one, index) => index > rank && kept.has(index));
      const place = before ? `after “${before.requirement.title}”` : `before “${after?.requirement.title}”`;
      yield {
        message: 'misplaced',
        data: { section: bound.requirement.title, place },
        at: label.span,
        requirement: bound.requirement,
      };
    }
  },
  examples: [
    {
      title: 'The order of the framework',
      markdown: agreement(scope, charges),
      finds: [],
    },
    {
      title: 'A section of your own in between',
      markdown: agreement(scope, '## Keys\n\nAt the desk.\n', charges),
      finds: [],
    },
    {
      title: 'The last section first',
      markdown: agreement(charges, scope),
      finds: ['misplaced'],
    },
  ],
});

function startOf(bound: Bound): number {
  return bound.labels[0]?.span.start.offset ?? 0;
}

/** A longest increasing subsequence: what can stay where it is when as little as possible is moved. */
function longestRun(ranks: readonly number[]): readonly number[] {
  const runs: number[][] = [];
  for (const rank of ranks) {
    const before = runs.filter((run) => (run.at(-1) ?? rank) < rank);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, rank]);
  }
  return runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
}
