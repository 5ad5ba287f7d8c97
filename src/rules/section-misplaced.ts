import type { Bound, Label } from '../binding/binding.ts';
import { isNameOf, namedIn } from '../binding/sections.ts';
import { headingOf } from '../framework/framework.ts';
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
    several: ({ sections, order }: { readonly sections: string; readonly order: string }) => ({
      text: `The sections stand in another order than the framework’s: ${sections}.`,
      help: `Move them if nothing speaks for this order. The framework has: ${order}.`,
    }),
  },
  *check({ binding }) {
    const written = binding.sections.flatMap((one) => {
      const labels = one.labels.filter((label) => isOwnHeading(one, label));
      return labels.length > 0 ? [{ ...one, labels }] : [];
    });
    // A section with several headings may stand where any of them does.
    const inText = written
      .flatMap(({ labels }, rank) => labels.map(({ span }) => ({ rank, from: span.start.offset })))
      .sort((a, b) => a.from - b.from);
    const kept = new Set(longestRun(inText.map(({ rank }) => rank)));
    const moved = written.filter((_one, rank) => !kept.has(rank));
    const [first, ...rest] = moved;
    const [label] = first?.labels ?? [];
    if (!first || !label) return;
    const title = ({ requirement }: Bound) => headingOf(requirement);
    if (rest.length > 0) {
      const data = { sections: moved.map(title).join('; '), order: written.map(title).join('; ') };
      yield { message: 'several', data, at: label.span };
      return;
    }
    const rank = written.indexOf(first);
    const before = written.findLast((_one, index) => index < rank && kept.has(index));
    const after = written.find((_one, index) => index > rank && kept.has(index));
    const place = before ? `after “${title(before)}”` : after ? `before “${title(after)}”` : 'elsewhere';
    yield {
      message: 'misplaced',
      data: { section: title(first), place },
      at: label.span,
      requirement: first.requirement,
    };
  },
  examples: () => [
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
    {
      title: 'Several sections out of order',
      framework: 'car-park-plan',
      markdown:
        '# Car park plan\n\n## Notes\n\nNone.\n\n## Works\n\n| Work | Measure | Due |\n| --- | --- | --- |\n| Lamps | 20 lux | Completed |\n\n## Activities\n\n| Output | Target | Outcome | In practice |\n| --- | --- | --- | --- |\n| Open day | once a year | People know more | On a Sunday |\n',
      finds: ['several'],
    },
  ],
});

/** Whether a heading is the section's, and not that of a component which stands by itself. */
function isOwnHeading({ requirement }: Bound, { kind, text }: Label): boolean {
  return kind !== 'content' && (isNameOf(requirement, text) || namedIn(requirement.children, text).size === 0);
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
