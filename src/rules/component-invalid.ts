import { type Bound, findBound, placeOf } from '../binding/binding.ts';
import { segmentsOf, valueAt } from '../data/json.ts';
import { unnamedColumns, unnamedIn } from '../evidence/columns.ts';
import { cellsWithRule, invalidComponents, missingInTables } from '../evidence/schema.ts';
import type { Reads } from '../framework/framework.ts';
import { violationInWords } from '../framework/violation-in-words.ts';
import { groupedBy } from '../text/group.ts';
import { agreement, agreementWith, charges, plan } from './examples.ts';
import { defineRule } from './rule.ts';

const wanted: Readonly<Partial<Record<Reads, readonly [what: string, example: string]>>> = {
  duration: ['a length of time', 'such as “31 days” or “12 months”'],
  deadline: ['within which time', 'such as “within 2 working days”'],
  period: ['how often', 'such as “every 12 months” or “four times a year”'],
  count: ['how many in which time', 'such as “at least 4 meetings a year”'],
  percentage: ['a percentage', 'such as “99.5%”'],
  money: ['a sum of money', 'such as “£12,500”'],
  table: ['a table', 'with a row for each entry'],
};

interface Unstated {
  readonly component: string;
  readonly what: string;
  readonly example: string;
}

interface Cell {
  readonly component: string;
  readonly column: string;
  readonly asks: string;
}

export const componentInvalid = defineRule({
  id: 'component-invalid',
  group: 'structure',
  summary: 'A component says what the framework wants to know of it: a length of time, how often, a table, a bound.',
  why: 'A heading over words that do not answer its question is as good as no heading.',
  source: 'The framework; each component names its own source',
  severity: { draft: 'warning', agreed: 'error', retired: 'off' },
  weights: {
    unanswered: { severity: 'info', when: 'a recommended component does not answer' },
  },
  messages: {
    empty: ({ component, asks }: { readonly component: string; readonly asks: string }) => ({
      text: `There is nothing under “${component}”.`,
      help: `Write it, or take out the heading. ${asks}`.trim(),
    }),
    unstated: ({ component, what, example }: Unstated) => ({
      text: `“${component}” does not state ${what}.`,
      help: `Write it out, ${example}.`,
    }),
    unanswered: ({ component, what, example }: Unstated) => ({
      text: `“${component}” does not state ${what}, which is recommended here.`,
      help: `Write it out, ${example}.`,
    }),
    rowless: ({ component, asks }: { readonly component: string; readonly asks: string }) => ({
      text: `“${component}” has no rows.`,
      help: `Write a row for each entry below the headings of its columns. ${asks}`.trim(),
    }),
    cell: ({ component, column, asks }: Cell) => ({
      text: `This row of “${component}” has nothing under “${column}”.`,
      help: `Fill in the cell. ${asks}`.trim(),
    }),
    unnamed: unnamedColumns,
    refused: ({ text, help }: { readonly text: string; readonly help: string }) => ({
      text: `${text}.`,
      help,
    }),
  },
  *check({ binding }) {
    const columns = missingInTables(binding).columns.filter(
      ({ column, violation }) => !cellsWithRule.includes(column.id) && !violation.recommended,
    );
    for (const [first, ...others] of groupedBy(columns, ({ table }) => [table]).values())
      if (first) yield { message: 'unnamed', ...unnamedIn([first, ...others]) };
    for (const { requirement, violation } of invalidComponents(binding)) {
      const { title, description, reads, path } = requirement;
      const common = {
        requirement,
        why: requirement.why,
        schema: violation.schema,
        at: placeOf(binding, `/sections/${path}`),
      };
      const [what, example] = wanted[reads] ?? ['', ''];
      const column = requirement.columns.find(({ id }) => id === violation.property);
      if (findBound(binding, path)?.blocks.length === 0 || violation.pointer.endsWith('/words')) {
        yield { ...common, message: 'empty', data: { component: title, asks: description } };
      } else if (column) {
        const at = placeOf(binding, violation.pointer);
        yield {
          ...common,
          at,
          message: 'cell',
          data: { component: title, column: column.title, asks: column.description },
        };
      } else if (violation.keyword === 'required' && hasTable(findBound(binding, path))) {
        yield { ...common, message: 'rowless', data: { component: title, asks: description } };
      } else if (violation.keyword === 'required') {
        const message = requirement.asked.kind === 'recommended' ? 'unanswered' : 'unstated';
        yield { ...common, message, data: { component: title, what, example } };
      } else {
        const value = valueAt(binding.model, segmentsOf(violation.pointer));
        const unit = violation.pointer.endsWith('/days') ? `“${title}”, in days,` : `“${title}”`;
        yield { ...common, message: 'refused', data: { ...violationInWords(violation, unit, value) } };
      }
    }
  },
  examples: () => [
    {
      title: 'A table of headings alone',
      framework: 'car-park-plan',
      markdown: plan('Works'),
      finds: ['rowless'],
    },
    {
      title: 'How often, in words',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n**Patrols:** twice a year.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'A placeholder owes no answer yet',
      markdown: agreementWith(
        'status: draft',
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n**Patrols:** ‹how often›\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'No answer to “how often”',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n**Patrols:** when there is reason to.\n',
        charges,
      ),
      finds: ['unstated'],
    },
    {
      title: 'Too seldom for the framework',
      markdown: agreement(
        '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n\n**Patrols:** every two years.\n',
        charges,
      ),
      finds: ['refused'],
    },
    {
      title: 'A heading with nothing under it',
      markdown: agreement('## Scope\n\n### Area\n\n### Exclusions\n\nShops.\n', charges),
      finds: ['empty'],
    },
    {
      title: 'An empty cell in a table',
      framework: 'car-park-plan',
      markdown: plan('Works', '| New barrier | Opens in 5 seconds |  |'),
      finds: ['cell'],
    },
    {
      title: 'Columns under names that are not known, said once for their table',
      framework: 'car-park-plan',
      markdown:
        '# Car park plan\n\n## Works\n\n| Job | Measure | Promised |\n| --- | --- | --- |\n| New barrier | Opens in 5 seconds | 2026-09-30 |\n| Lamps | 20 lux | 2026-10-31 |\n',
      finds: ['unnamed'],
    },
  ],
});

/** A component that is read as a table, and has one. */
function hasTable(bound: Bound | undefined): boolean {
  return bound?.requirement.reads === 'table' && bound.blocks.some(({ kind }) => kind === 'table');
}
