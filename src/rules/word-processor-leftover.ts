import type { Block } from '../document/blocks.ts';
import { prosesOf } from '../document/blocks.ts';
import { drawnTablesOf } from '../document/drawn-tables.ts';
import { type Prose, spanIn, withoutCode } from '../document/prose.ts';
import type { Fix } from '../finding/finding.ts';
import type { Edit } from '../text/edits.ts';
import { findLeftovers, type Leftover, uniqueMarks } from '../text/leftover.ts';
import { removalOf } from '../text/removal.ts';
import { type Source, spanAt } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

interface Found {
  readonly found: string;
}

export const wordProcessorLeftover = defineRule({
  id: 'word-processor-leftover',
  group: 'content',
  summary: 'Nothing is left of the word processor that the text came from.',
  why: 'Where a reference was lost, a reader cannot tell which clause was meant, and the parties may each mean another.',
  source: 'Published agreements with “Error! Bookmark not defined.” and the marks of comments',
  severity: { draft: 'warning', agreed: 'error', retired: 'off' },
  weights: {
    anchor: { severity: 'warning', when: 'it is a bookmark' },
    page: { severity: 'warning', when: 'it is the foot of a page' },
    attribute: { severity: 'warning', when: 'a converter left it' },
    table: { severity: 'warning', when: 'it is a drawn table' },
    heading: { severity: 'warning', when: 'it is an empty heading' },
    gap: { severity: 'info', when: 'a word is missing' },
  },
  messages: {
    error: ({ found }: Found) => ({
      text: `“${found}” stands where a word processor lost a page number or a reference.`,
      help: 'Write what stood there, such as the number of the clause, or take it out.',
    }),
    anchor: ({ found }: Found) => ({
      text: `“${found}” is the mark of a comment in a word processor.`,
      help: 'Deal with the comment, and take out its mark.',
    }),
    change: ({ found }: Found) => ({
      text: `“${found}” is the mark of a change that was tracked in an editor.`,
      help: 'Accept or refuse the change, and take out its mark.',
    }),
    field: ({ found }: Found) => ({
      text: `“${found}” is an instruction to a word processor.`,
      help: 'Write what it would show, or take it out.',
    }),
    page: ({ found }: Found) => ({
      text: `“${found}” is the foot of a printed page.`,
      help: 'Take it out: Markdown has no pages.',
    }),
    attribute: ({ found }: Found) => ({
      text: `“${found}” is what a converter wrote for a bookmark, a highlight or the size of a picture.`,
      help: 'Take it out, with the square brackets before it if they hold nothing else that you need.',
    }),
    table: ({ found }: Found) => ({
      text: `A table that a converter drew with “${found}” is no table in Markdown: readers see its dashes, and its cells are not checked.`,
      help: 'Convert the document anew with “pandoc -t gfm”, or write the rows as “| a | b |”, with “| --- | --- |” below the first.',
    }),
    heading: ({ found }: Found) => ({
      text: `“${found}” is a heading without words.`,
      help: 'Take it out, or write what stands below it.',
    }),
    gap: ({ found }: Found) => ({
      text: `A word seems to be missing before the full stop: “${found}”.`,
      help: 'Write what stood there, or finish the sentence.',
    }),
  },
  *check({ binding }) {
    const { source, blocks } = binding.document;
    const isUnique = uniqueMarks(source.text);
    for (const { drawn, at } of drawnTablesOf(source, blocks))
      yield { message: 'table', data: { found: drawn === 'frame' ? '+---+---+' : '----- -----' }, at };
    for (const block of blocks) {
      if (block.quoted) continue;
      const marks = block.kind === 'heading' ? emptyHeading(source, block.span) : undefined;
      if (marks !== undefined) {
        const fix = takenOut(removalOf(source, block.span), true);
        yield { message: 'heading', data: { found: marks }, at: block.span, fix };
      }
      for (const prose of prosesOf(block)) {
        const text = withoutCode(prose);
        for (const left of findLeftovers(text, isUnique)) {
          const isWhole = left.from === 0 && left.to === text.trimEnd().length;
          // Marks that are all of a cell are a column of references.
          if (left.kind === 'anchor' && isWhole && block.kind === 'table') continue;
          const at = spanIn(source, prose, left.from, left.to);
          const fix = fixFor(source, block, prose, left, at, isWhole);
          yield { message: left.kind, data: { found: left.text }, at, ...(fix && { fix }) };
        }
      }
    }
  },
  examples: () => [
    {
      title: 'Brackets and errors of other kinds',
      markdown: agreement(
        scope,
        '## Charges\n\nThe tariff is that of 2026 [1]. Cameras [PK1] and [PK2] see the gates; PK1 is new. If the barrier shows “Error! Card unknown”, the fee is waived.\n',
      ),
      finds: [],
    },
    {
      title: 'A reference in brackets that a sentence needs',
      markdown: agreement(
        scope,
        '## Charges\n\nThe words are to be read as in [BRD14]. Calls are answered in 20 seconds [KPI2].\n',
      ),
      finds: [],
    },
    {
      title: 'What is shown as code is spoken about',
      markdown: agreement(
        scope,
        '## Charges\n\nA lost reference reads `Error! Reference source not found.` in Word.\n',
      ),
      finds: [],
    },
    {
      title: 'A table, a line across the page, and a drawing that is shown as code',
      markdown: agreement(
        scope,
        '## Charges\n\n| Who | What |\n| --- | --- |\n| Council | The gates |\n\nThe council pays for them.\n\n--- ---\n\nThe wardens pay nothing.\n\n```text\n+-----+-----+\n| PK1 | PK2 |\n+-----+-----+\n```\n',
      ),
      finds: [],
    },
    {
      title: 'Tables that a converter drew',
      markdown: agreement(
        scope,
        '## Charges\n\n+---------+-----+\n| Who     | Fee |\n+=========+=====+\n| Council | £2  |\n+---------+-----+\n\nFrom 2027:\n\n  Who       Fee\n  --------- -----\n  Council   £3\n  Wardens   £1\n',
      ),
      finds: ['table', 'table'],
    },
    {
      title: 'References that were lost',
      markdown: agreement(
        'Scope 1\n\nCharges Error! Bookmark not defined.\n',
        scope,
        '## Charges\n\nAs set out in Error! Reference source not found.\n',
      ),
      finds: ['error', 'error'],
    },
    {
      title: 'The feet of printed pages',
      markdown: agreement(scope, 'Page 2 of 12\n\nSee page 3 of the annex.\n', charges),
      finds: ['page'],
    },
    {
      title: 'A sentence that lost its last word',
      markdown: agreement(scope, '## Charges\n\nThe barrier is under the control of . The fee is £2 an hour.\n'),
      finds: ['gap'],
    },
    {
      title: 'A heading of which only the marks are left',
      markdown: agreement(scope, '####\n', '## <a id="fees"></a>\n', charges),
      finds: ['heading'],
    },
    {
      title: 'The marks of comments',
      markdown: agreement(scope, '[SCC1]\n', '## Charges\n\nNone.[JP3] The council pays.\n'),
      finds: ['anchor', 'anchor'],
    },
    {
      title: 'The braces of a converter, but not the id of a heading',
      markdown: agreement(
        scope,
        '## Charges {#charges}\n\n[]{#_Toc99 .anchor}None. The [tariff]{.mark} is that of 2026.\n\n![Sign](sign.png){width="6.2in" height="2in"}\n',
      ),
      finds: ['attribute', 'attribute', 'attribute'],
    },
    {
      title: 'Tracked changes, and the code of a field',
      markdown: agreement(
        scope,
        '## Charges\n\nThe fee is {--£2--}{++£3++} an hour.\n\nFormatted: Font: Bold\n\nSee clause { REF _Ref123 \\h }.\n',
      ),
      finds: ['change', 'change', 'change', 'field'],
    },
  ],
});

/**
 * Taking a leftover out is safe where no sentence rests on it: it is all there is, a page number, or the mark of a comment
 * right behind the end of a sentence. Elsewhere brackets may be a reference, and a person has to look.
 */
function fixFor(
  source: Source,
  block: Block,
  prose: Prose,
  { kind, from, to, text }: Leftover,
  at: Span,
  isWhole: boolean,
): Fix | undefined {
  if (kind === 'gap') return undefined;
  const isMark = kind === 'anchor' && text.startsWith('[');
  if (!isMark && !isWhole && !/^Error!\s+Bookmark/i.test(text)) return undefined;
  // An item or cell of which nothing is left would stay behind as an empty one.
  if (isWhole && block.kind !== 'paragraph') return undefined;
  const leader = /[ \t.…_]*$/.exec(prose.text.slice(Math.max(0, from - 200), from))?.[0].length ?? 0;
  const place = leader > 1 && kind === 'error' ? spanIn(source, prose, from - leader, to) : at;
  const removal = removalOf(source, isWhole ? block.span : spanAt(source, place.start.offset, at.end.offset));
  const isSafe = !isMark || isWhole || /[.!?]$/.test(prose.text.slice(0, from));
  return takenOut(removal, isSafe);
}

function takenOut(removal: Edit, isSafe: boolean): Fix {
  return { title: 'Take it out', safety: isSafe ? 'safe' : 'suggested', edits: [removal] };
}

/** The number signs of a heading that has nothing else. */
function emptyHeading(source: Source, { start, end }: Span): string | undefined {
  return /^#{1,6}(?=[ \t#]*$)/.exec(source.text.slice(start.offset, end.offset).trim())?.[0];
}
