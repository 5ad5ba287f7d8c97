import { outsideBlankForms } from '../binding/blank-forms.ts';
import { isSignedElsewhere } from '../binding/parties.ts';
import { signatureBlock } from '../binding/signatures.ts';
import { scalarsIn } from '../data/node.ts';
import { type Block, leadOf, prosesOf, type Table } from '../document/blocks.ts';
import { isLeftOut, type Prose, spanIn, withoutCode } from '../document/prose.ts';
import { findPlaceholders, isFigure, type Placeholder } from '../text/placeholder.ts';
import { oncePer } from '../text/remember.ts';
import { countBefore } from '../text/sorted.ts';
import { lineSpan, type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  group: 'content',
  summary: 'Nothing is left to be filled in.',
  why: 'What the parties have not filled in they have not agreed.',
  source: 'Published agreements with dotted blanks, “[insert …]” and truncated dates',
  severity: { draft: 'info', agreed: 'error', retired: 'off' },
  messages: {
    left: ({ placeholder }: { readonly placeholder: string }) => ({
      text: `Still to be filled in: ${placeholder}`,
      help: 'Write what it asks for in its place.',
    }),
    unsettled: ({ placeholder }: { readonly placeholder: string }) => ({
      text: `The brackets of ${placeholder} say that it is not settled yet.`,
      help: 'Agree on the figure, and take out the brackets.',
    }),
  },
  *check({ binding }) {
    const { source, frontMatter, blocks } = binding.document;
    const held = isSignedElsewhere(binding);
    const elsewhere = new Set(held ? signatureBlock(blocks)?.blocks : []);
    if (frontMatter.state === 'present') {
      for (const { value, span } of scalarsIn(frontMatter.root)) {
        if (typeof value !== 'string') continue;
        for (const { text } of findPlaceholders(value))
          yield { message: 'left', data: { placeholder: text }, at: span };
      }
    }
    const written = blocks.filter((block) => !elsewhere.has(block)).filter(outsideBlankForms());
    for (const block of written) {
      for (const { text, at } of tagsIn(source, block)) yield { message: 'left', data: { placeholder: text }, at };
      for (const prose of partsOf(block)) {
        const found = findPlaceholders(withoutCode(prose));
        if (found.length === 0 || (block.kind === 'table' && leadersIn(block).has(prose))) continue;
        for (const one of oneBlankEach(found)) {
          const message = isFigure(one) ? 'unsettled' : 'left';
          yield { message, data: { placeholder: one.text }, at: spanIn(source, prose, one.from, one.to) };
        }
      }
    }
  },
  examples: () => [
    {
      title: 'Cameras that are named TBC',
      markdown: agreement(
        '## Scope\n\n**Area:** the spaces seen by cameras TBC 1 to TBC 10.\n\n**Exclusions:** shops.\n',
        charges,
      ),
      finds: [],
    },
    {
      title: 'HTML, and the pattern of file names',
      markdown: agreement(
        scope,
        '## Charges\n\nThe fee is £2<br>an <b>hour</b>, at <address>Nash Street</address>. Files are named <camera>-<date>, requests CR/<year>/<number>, and `<date>` is a day.\n',
      ),
      finds: [],
    },
    {
      title: 'A blank form in an annex',
      markdown: agreement(scope, charges, '## Annex A: request form\n\nName: ..........\n'),
      finds: [],
    },
    {
      title: 'A placeholder of sla init that was re-wrapped',
      markdown: agreement('## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** ‹what is\nleft out›\n', charges),
      finds: ['left'],
    },
    {
      title: 'Square brackets, dots and a cell that says TBC',
      markdown: agreement(
        '## Scope\n\n**Area:** [insert address] and ..........\n\n**Exclusions:** shops.\n',
        '## Charges\n\n| Who | How much |\n| --- | --- |\n| Council | TBC |\n',
      ),
      finds: ['left', 'left', 'left'],
    },
    {
      title: 'Words between the marks of an HTML tag, and a clause that is still to come',
      markdown: agreement(
        scope,
        '## Charges\n\nThe council pays <insert amount> a year from <date>. It ends by [  ] months’ notice.\n\nFrom: <start date>\nUntil: 5 May, <year>\n\n2.1 To be confirmed.\n',
      ),
      finds: ['left', 'left', 'left', 'left', 'left', 'left'],
    },
    {
      title: 'Figures that are still argued about',
      markdown: agreement(scope, '## Charges\n\nThe council pays £[400] a month, within [30] days, or [2%] more.\n'),
      finds: ['unsettled', 'unsettled', 'unsettled'],
    },
    {
      title: 'In the front matter',
      markdown: agreementWith('title: ‹title of the agreement›', scope, charges),
      finds: ['left'],
    },
  ],
});

/** The blanks of one line, such as those for name and date, are one thing to fill in. */
function oneBlankEach(found: readonly Placeholder[]): readonly Placeholder[] {
  const isBlank = ({ text }: Placeholder) => /^[._…\s]+$/.test(text);
  const first = found.find(isBlank);
  return found.filter((one) => one === first || !isBlank(one));
}

/** “<insert amount>” is an HTML tag in Markdown, and not in the text. A tag that is closed somewhere is meant as one. */
function tagsIn(source: Source, block: Block): { readonly text: string; readonly at: Span }[] {
  const starts = tagStarts(source);
  if (starts.length === 0) return [];
  const places = block.kind === 'html' ? [{ ...block, runs: [] }] : prosesOf(block);
  return places.flatMap((place) => {
    const start = place.span.start.offset;
    const end = block.kind === 'table' ? place.span.end.offset : lineEnd(source, place.span);
    const next = starts[countBefore(starts, (one) => one < start)] ?? end;
    if (next >= end) return [];
    const written = source.text.slice(start, end);
    return findPlaceholders(written.replace(/[\r\n]/g, ' ')).flatMap(({ text, from, to }) => {
      const [, name] = /^<(\w{1,40})/.exec(text) ?? [];
      const isTag = name !== undefined && !closedTags(source).has(name);
      if (!isTag || isGlued(written, from, to) || !isLeftOut(place, start + from, start + to)) return [];
      return [{ text, at: spanAt(source, start + from, start + to) }];
    });
  });
}

/** Whether a tag is a part of a pattern, as in CR/<year>/<number>, <name>.<surname>@… and List<name>, or said to be a form. */
function isGlued(text: string, from: number, to: number): boolean {
  return (
    /(?:[\w/@.>-]|\b(?:as|like|format|form)\s)$/i.test(text.slice(Math.max(0, from - 8), from)) ||
    /^(?:[\w/@<-]|\.\S)/.test(text.slice(to, to + 2))
  );
}

/** A line of a paragraph that was cut at its lines ends with its words, and a tag may stand behind them. */
function lineEnd(source: Source, { end }: Span): number {
  return end.column === 1 ? end.offset : lineSpan(source, end.line).end.offset;
}

const tagStarts = oncePer(({ text }: Source) => [...text.matchAll(/<(?=\w)/g)].map(({ index }) => index));

const closedTags = oncePer(({ text }: Source) => new Set([...text.matchAll(/<\/(\w{1,40})/g)].map(([, name]) => name)));

/** A label and its value are looked at apart, so that `Date: TBC` is a value that is nothing but TBC. */
function partsOf(block: Block): readonly Prose[] {
  const lead = leadOf(block);
  return lead ? [lead.label, lead.value] : prosesOf(block);
}

/** The cells of lines of a table of contents: dots, and the number of a page behind them. */
const leadersIn = oncePer(({ columns, rows }: Table): ReadonlySet<Prose> => {
  const isLeader = (cell: Prose, next: Prose | undefined) =>
    /[.…_]\s*$/.test(cell.text) && /^\s*\d{1,4}\s*$/.test(next?.text ?? '');
  return new Set([columns, ...rows].flatMap((row) => row.filter((cell, index) => isLeader(cell, row[index + 1]))));
});
