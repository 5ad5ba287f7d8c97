import { headingNumber } from '../text/title.ts';
import { agreement } from './examples.ts';
import { defineRule } from './rule.ts';

interface Numbered {
  readonly level: number;
  readonly number: readonly number[];
}

export const headingNumberWrong = defineRule({
  id: 'heading-number-wrong',
  group: 'structure',
  summary: 'No heading has the number of another, and each sub-heading starts with the number of the heading above it.',
  why: 'People refer to “clause 4.2”; a number that stands twice, or in the wrong place, sends them to the wrong one.',
  source: 'Published agreements, in which clauses are misnumbered',
  severity: 'warning',
  messages: {
    repeated: ({
      heading,
      number,
      line,
    }: {
      readonly heading: string;
      readonly number: string;
      readonly line: number;
    }) => ({
      text: `The number ${number} of “${heading}” is already taken in line ${line}.`,
      help: 'Number the headings through, and check what refers to them.',
    }),
    foreign: ({
      heading,
      number,
      above,
    }: {
      readonly heading: string;
      readonly number: string;
      readonly above: string;
    }) => ({
      text: `“${heading}” is numbered ${number} but stands below number ${above}.`,
      help: `Give it a number that starts with ${above}.`,
    }),
  },
  *check({ binding }) {
    const taken = new Map<string, number>();
    const above: Numbered[] = [];
    for (const block of binding.document.blocks) {
      if (block.kind !== 'heading' || block.nesting > 0) continue;
      const { level, prose, span } = block;
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      const number = headingNumber(prose.text);
      if (!number) continue;
      const name = number.join('.');
      const parent = above.at(-1);
      const inherits = !parent || parent.number.every((part, index) => number[index] === part);
      const key = number.length === 1 ? `${parent?.number.join('.') ?? ''}:${name}` : name;
      const line = taken.get(key);
      if (number.length > 1 && parent && !inherits) {
        yield {
          message: 'foreign',
          data: { heading: prose.text, number: name, above: parent.number.join('.') },
          at: span,
        };
      } else if (line !== undefined) {
        yield { message: 'repeated', data: { heading: prose.text, number: name, line }, at: span };
      }
      taken.set(key, line ?? span.start.line);
      above.push({ level, number });
    }
  },
  examples: [
    {
      title: 'Numbered through',
      markdown: agreement(
        '## 1. Scope\n\n### 1.1 Area\n\nTwo car parks.\n\n### 1.2 Exclusions\n\nShops.\n',
        '## 2. Charges\n\nNone.\n',
      ),
      finds: [],
    },
    {
      title: 'Sub-headings that count from one in each section',
      markdown: agreement(
        '## 1. Scope\n\n### 1. Area\n\nTwo car parks.\n\n### 2. Exclusions\n\nShops.\n',
        '## 2. Charges\n\nNone.\n',
      ),
      finds: [],
    },
    {
      title: 'The same number twice',
      markdown: agreement(
        '## 1. Scope\n\n### 1.1 Area\n\nTwo car parks.\n\n### 1.1 Exclusions\n\nShops.\n',
        '## 2. Charges\n\nNone.\n',
      ),
      finds: ['repeated'],
    },
    {
      title: 'A number of another section',
      markdown: agreement(
        '## 1. Scope\n\n### 1.1 Area\n\nTwo car parks.\n\n### 2.2 Exclusions\n\nShops.\n',
        '## 2. Charges\n\nNone.\n',
      ),
      finds: ['foreign'],
    },
  ],
});
