import type { Binding } from '../binding/binding.ts';
import type { Passages } from '../binding/passages.ts';
import { type Prose, spanIn } from '../document/prose.ts';
import { carriesNumber } from '../evidence/numbering.ts';
import type { Fix } from '../finding/finding.ts';
import { withLinks } from '../repair/link-repairs.ts';
import type { Edit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle, headingNumber, writtenNumber } from '../text/title.ts';
import { agreement } from './examples.ts';
import { defineRule } from './rule.ts';

interface Above {
  readonly level: number;
  /** Undefined for a heading without a number: below it, as in a schedule, numbers may start anew. */
  readonly number: readonly number[] | undefined;
  readonly offset: number;
}

interface Wrong {
  readonly heading: string;
  readonly number: string;
}

export const headingNumberWrong = defineRule({
  id: 'heading-number-wrong',
  group: 'structure',
  summary: 'No heading has the number of another, and each sub-heading starts with the number of the heading above it.',
  why: 'People refer to “clause 4.2”; a number that stands twice, or in the wrong place, sends them to the wrong one.',
  source: 'Published agreements, in which clauses are misnumbered',
  severity: 'warning',
  messages: {
    repeated: ({ heading, number, line }: Wrong & { readonly line: number }) => ({
      text: `The number ${number} of “${heading}” is already taken in line ${line}.`,
      help: 'Number the headings through, and check what refers to them.',
    }),
    foreign: ({ heading, number, above }: Wrong & { readonly above: string }) => ({
      text: `“${heading}” is numbered ${number} but stands below number ${above}.`,
      help: `Give it a number that starts with ${above}.`,
    }),
  },
  *check({ binding, passages }) {
    const taken = new Map<string, { readonly line: number; readonly title: string }>();
    const fix = renumbering(binding, passages);
    for (const { prose, span, number, parent, scope } of numberedHeadings(binding)) {
      const name = number.join('.');
      const heading = prose.text;
      if (number.length > 1 && parent?.some((part, index) => number[index] !== part)) {
        yield { message: 'foreign', data: { heading, number: name, above: parent.join('.') }, at: span, ...fix() };
        continue;
      }
      const key = [scope, number.length === 1 ? parent?.join('.') : '', name].join(':');
      const first = taken.get(key);
      // The same heading twice is `section-repeated`.
      if (first && first.title !== comparableTitle(heading)) {
        yield { message: 'repeated', data: { heading, number: name, line: first.line }, at: span, ...fix() };
      }
      if (!first) taken.set(key, { line: span.start.line, title: comparableTitle(heading) });
    }
  },
  examples: () => [
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
      title: 'A schedule that counts anew',
      markdown: agreement(
        '## 1. Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n',
        '## 2. Charges\n\nNone.\n',
        '## Schedule A\n\n### 1. Prices\n\nNone.\n',
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

interface Numbered {
  readonly prose: Prose;
  readonly span: Span;
  readonly number: readonly number[];
  /** The number of the heading above it. */
  readonly parent: readonly number[] | undefined;
  /** Where the nearest heading without a number stands: below it numbers may start anew. */
  readonly scope: number;
}

function numberedHeadings({ document }: Binding): Numbered[] {
  const above: Above[] = [];
  return document.blocks.flatMap((block): Numbered[] => {
    if (block.kind !== 'heading' || block.nesting > 0) return [];
    const { level, prose, span } = block;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const number = headingNumber(prose.text);
    const parent = above.findLast((one) => one.number)?.number;
    const scope = above.findLast((one) => !one.number)?.offset ?? 0;
    above.push({ level, number, offset: span.start.offset });
    return number ? [{ prose, span, number, parent, scope }] : [];
  });
}

/** The first who asks gets the repair, for the numbers hang together. */
function renumbering(binding: Binding, passages: Passages): () => { readonly fix?: Fix } {
  let given = false;
  return () => {
    if (given) return {};
    given = true;
    return numberedThrough(binding, passages);
  };
}

/** Gives the headings that are numbered wrongly the next number, and those below and behind them theirs. */
function numberedThrough(binding: Binding, passages: Passages): { readonly fix?: Fix } {
  const edits: Edit[] = [];
  const moved: number[] = [];
  const last = new Map<string, number>();
  const renamed = new Map<string, readonly number[]>();
  const titles = new Map<Prose, string>();
  for (const { prose, number, parent, scope } of numberedHeadings(binding)) {
    const owner = parent && (renamed.get(`${scope}:${parent.join('.')}`) ?? parent);
    const group = `${scope}:${owner?.join('.') ?? ''}:${number.length === 1}`;
    const isForeign = number.length > 1 && parent?.some((part, index) => number[index] !== part);
    const before = last.get(group) ?? 0;
    const own = isForeign ? 0 : (number.at(-1) ?? 0);
    // A gap may be left on purpose; what refers to the numbers behind it would go astray.
    const count = own > before ? own : before + 1;
    last.set(group, count);
    const right = number.length > 1 && owner ? [...owner, count] : [count];
    renamed.set(`${scope}:${number.join('.')}`, right);
    const written = writtenNumber(prose.text);
    if (!written || right.length !== number.length || right.join('.') === number.join('.')) continue;
    const { from, to } = written;
    edits.push({ at: spanIn(binding.document.source, prose, from, to), text: right.join('.') });
    titles.set(prose, `${prose.text.slice(0, from)}${right.join('.')}${prose.text.slice(to)}`);
    moved.push(...number.slice(0, 1), ...right.slice(0, 1));
  }
  if (edits.length === 0) return {};
  // Where the text has such numbers, too, a person has to look.
  const isCounted = passages.all.some(({ prose: { text }, kind }) => kind !== 'heading' && carriesNumber(text, moved));
  return {
    fix: {
      title: 'Number the headings through',
      safety: isCounted ? 'suggested' : 'safe',
      edits: withLinks(binding.document, edits, titles),
    },
  };
}
