import { type Block, type Heading, isParagraph } from '../document/blocks.ts';
import { type Period, periodsIn } from '../text/period.ts';
import { oneLine } from '../text/shorten.ts';
import { shippedWording } from '../text/wording.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const reportingPeriodDiffers = defineRule({
  id: 'reporting-period-differs',
  group: 'dates',
  summary: 'Figures are for the period that their heading names.',
  why: 'Figures of last year under the heading of this one are quoted as this year’s.',
  source: 'A published annual report titled 2023–24 whose figures are for 2022/23',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    differs: ({ heading, figures }: { readonly heading: string; readonly figures: string }) => ({
      text: `The heading says “${heading}”, but the figures below it are for “${figures}”.`,
      help: 'Correct the heading, or put in the figures of that period.',
    }),
  },
  *check({ binding }) {
    const { blocks } = binding.document;
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'heading' || block.quoted) continue;
      const named = periodOfFigures(block);
      if (!named) continue;
      const found = periodsBelow(blocks, index, block);
      const wrong = found.find(({ plain }) => plain);
      if (!wrong || found.some((one) => isWithin(one.period, named))) continue;
      const data = { heading: named.text, figures: oneLine(wrong.period.text) };
      const related = [{ at: wrong.block.span, text: 'The figures' }];
      yield { message: 'differs', data, at: block.span, related };
    }
  },
  examples: () => [
    {
      title: 'The same year in other words',
      markdown: agreement(
        scope,
        charges,
        '## Figures for 2025/26\n\nFrom 1 April 2025 to 31 March 2026 there were 1,322 patrols, after 1,204 in 2024/25.\n',
      ),
      finds: [],
    },
    {
      title: 'A quarter of the year',
      markdown: agreement(
        scope,
        charges,
        '## Results 2025/26\n\n| Patrols | 1 April 2025 to 30 June 2025 |\n| --- | --- |\n| Done | 310 |\n',
      ),
      finds: [],
    },
    {
      title: 'A plan that starts from the figures of the year before',
      markdown: agreement(scope, charges, '## Plan for 2026/27\n\nIn 2025/26 there were 1,322 patrols.\n'),
      finds: [],
    },
    {
      title: 'Figures for the year, by its last day',
      markdown: agreement(
        scope,
        charges,
        '## Report for 2025/26\n\nFigures for the year to 31 March 2026: 1,204 patrols.\n',
      ),
      finds: [],
    },
    {
      title: 'Two years side by side',
      markdown: agreement(
        scope,
        charges,
        '## Figures for 2025/26\n\n| Figure | 2024/25 | 2025/26 |\n| --- | --- | --- |\n| Patrols | 1,204 | 1,322 |\n',
      ),
      finds: [],
    },
    {
      title: 'A table for another year',
      markdown: agreement(
        scope,
        charges,
        '## Figures for 2025/26\n\n| Figure | 1 April 2024 to 31 March 2025 |\n| --- | --- |\n| Patrols | 1,204 |\n',
      ),
      finds: ['differs'],
    },
    {
      title: 'Figures for another year, by its last day',
      markdown: agreement(
        scope,
        charges,
        '## Report for 2025/26\n\nFigures for the year to 31 March 2025: 1,204 patrols.\n',
      ),
      finds: ['differs'],
    },
    {
      title: 'A sentence for another year',
      markdown: agreement(scope, charges, '## Patrols and fines 2025/26\n\nIn 2024/25 there were 1,204 patrols.\n'),
      finds: ['differs'],
    },
  ],
});

const words = shippedWording['reporting-period-differs'];
const anyOf = (list: readonly string[]) => new RegExp(`\\b(?:${list.join('|')})\\b`, 'i');
const figures = anyOf(words.figures);
const ahead = anyOf(words.ahead);
/** What it takes for the title of a whole document to be one of figures. */
const report = /\b(?:reports?|returns?|statistics|figures)\b/i;

/** The one period that a heading of figures names. */
function periodOfFigures({ prose: { text }, level }: Heading): Period | undefined {
  if (!figures.test(text) || ahead.test(text) || (level === 1 && !report.test(text))) return undefined;
  const [first, ...others] = periodsIn(text);
  return first && others.every((one) => isWithin(one, first)) ? first : undefined;
}

interface Below {
  readonly period: Period;
  readonly block: Block;
  /** Whether the figures are plainly for it: the head of a table names it, or a sentence starts with it. */
  readonly plain: boolean;
}

/** The periods below a heading, up to the next one of its level, or one that names a period itself. */
function periodsBelow(blocks: readonly Block[], index: number, { level }: Heading): Below[] {
  const found: Below[] = [];
  for (let next = index + 1; next < blocks.length; next++) {
    const block = blocks[next];
    if (!block) break;
    if (block.kind === 'heading' && (block.level <= level || periodsIn(block.prose.text).length > 0)) break;
    if (block.kind === 'table') {
      // A column of another year beside one that names none is there to compare with.
      const named = block.columns.filter(({ text }) => periodsIn(text).length > 0).length;
      const plain = block.columns.length - named < 2;
      const cells = [
        ...block.columns.map((cell) => ({ cell, plain })),
        ...block.rows.flat().map((cell) => ({ cell, plain: false })),
      ];
      found.push(
        ...cells.flatMap(({ cell, plain }) => periodsIn(cell.text).map((period) => ({ period, block, plain }))),
      );
    } else if (isParagraph(block)) {
      const { text } = block.prose;
      found.push(...periodsIn(text).map((period) => ({ period, block, plain: opens(text, period) })));
    }
  }
  return found;
}

const opening =
  /(?:^|[.:;]\s+)(?:in|during|for|from|between|over|(?:the )?(?:figures?|numbers?|results|statistics)(?: \w+){0,3} for|period)\W+(?:the )?(?:(?:financial|academic) )?(?:year )?$/i;
const looksAhead = /\b(?:will|shall|aims?|targets?|expect\w*|forecasts?|by the end)\b/i;

function opens(text: string, { from }: Period): boolean {
  return opening.test(text.slice(Math.max(0, from - 60), from)) && !looksAhead.test(text);
}

function isWithin(one: Period, whole: Period): boolean {
  return one.first >= whole.first && one.last <= whole.last;
}
