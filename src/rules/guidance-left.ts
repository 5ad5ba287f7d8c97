import type { Binding } from '../binding/binding.ts';
import { outsideBlankForms } from '../binding/blank-forms.ts';
import { property } from '../data/json.ts';
import { prosesOf } from '../document/blocks.ts';
import { spanIn, withoutCode } from '../document/prose.ts';
import { type Fix, suggestion } from '../finding/finding.ts';
import { isDraft, statusOf } from '../finding/status.ts';
import { guidanceCue, guidanceFinder } from '../text/guidance.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { removalOf } from '../text/removal.ts';
import { shortened, withoutEnd } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { shippedWording } from '../text/wording.ts';
import { agreement, agreementWith, scope } from './examples.ts';
import { defineRule } from './rule.ts';

const findGuidance = guidanceFinder(shippedWording['guidance-left'].asks);

export const guidanceLeft = defineRule({
  id: 'guidance-left',
  group: 'content',
  summary: 'No note to the author stands where the parties should speak.',
  why: 'Advice to whoever fills in a template is not an agreement, and it shows that the clause was not thought through.',
  source: 'Published agreements with the guidance of their template in them',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  weights: {
    comments: { severity: 'info', when: 'it is a comment' },
  },
  messages: {
    left: ({ note }: { readonly note: string }) => ({
      text: `This is a note to the author: “${note}”.`,
      help: 'Write what it asks for, and take out the note.',
    }),
    comments: ({ count }: { readonly count: number }) => ({
      text:
        count === 1
          ? 'The guidance of “sla init” is still here.'
          : `${count} comments with the guidance of “sla init” are still here.`,
      help: 'Take them out. Readers of the finished page do not see them, but readers of the file do.',
    }),
  },
  *check({ binding, passages }) {
    const { source, blocks } = binding.document;
    const inUse = outsideBlankForms();
    const forms = new Set(blocks.filter((block) => !inUse(block)).flatMap(prosesOf));
    for (const { prose } of passages.with(guidanceCue)) {
      if (forms.has(prose)) continue;
      for (const { from, to, text, isBracketed } of findGuidance(withoutCode(prose))) {
        const at = spanIn(source, prose, from, to);
        const fix = suggestion('Take out the note', [removalOf(source, at)]);
        yield {
          message: 'left',
          data: { note: shortened(withoutEnd(text, '.”“"'), 80) },
          at,
          ...(isBracketed && { fix }),
        };
      }
    }
    const comments = guidanceComments(binding);
    const [first] = comments;
    if (!first || isDraft(statusOf(property(binding.frontMatter, 'status')))) return;
    // The other places are in the fix; a report that lists a hundred of them is read by nobody.
    const edits = comments.map((at) => removalOf(source, at));
    const fix: Fix = { title: 'Take out the guidance', safety: 'safe', edits };
    yield { message: 'comments', data: { count: comments.length }, at: first, fix };
  },
  examples: () => [
    {
      title: 'The guidance of “sla init” in a draft',
      markdown: agreementWith(
        'status: draft',
        scope,
        '## Charges\n\n<!-- guidance: Say who pays what. -->\n\nThe council pays.\n',
      ),
      finds: [],
    },
    {
      title: 'Words that tell a reader what to do, and a form to be filled in later',
      markdown: agreement(
        scope,
        '## Charges\n\nThis section should be read with the tariff. Operators delete the number where it is wrong.\n',
        '## Annex A: request form\n\nI am the owner / the driver (delete as appropriate).\n',
      ),
      finds: [],
    },
    {
      title: 'A note in brackets',
      markdown: agreement(
        scope,
        '## Charges\n\n[Guidance note: say who pays. Delete this note before signing.]\n\nNone.\n',
      ),
      finds: ['left'],
    },
    {
      title: 'A drafting note by its initials, and a request in brackets',
      markdown: agreement(scope, '## Charges\n\n[DN: legal to confirm]\n\n*[Describe the charges here.]*\n\nNone.\n'),
      finds: ['left', 'left'],
    },
    {
      title: 'What the section should say, and words to choose from',
      markdown: agreement(
        scope,
        '## Charges\n\nThis section should set out who pays what.\n\n**Tariff:** Delete as appropriate: free / £2 an hour.\n',
      ),
      finds: ['left', 'left'],
    },
    {
      title: 'The guidance of “sla init” in an agreement that stands',
      markdown: agreement(
        `<!-- guidance: Say which car parks. -->\n\n${scope}`,
        '## Charges\n\n<!-- guidance: Say who pays what. -->\n\nThe council pays.\n',
      ),
      finds: ['comments'],
    },
  ],
});

/** The comments that `sla init` writes below the headings, but for those over what is still to be filled in. */
function guidanceComments({ document: { blocks } }: Binding): Span[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'comment' || !/^\s*<!--\s*guidance:[^>]*-->\s*$/.test(block.text)) return [];
    // A section may start with guidance for the whole, and a heading below it.
    const next = blocks.slice(index + 1, index + 5).find((one) => one.kind !== 'comment' && one.kind !== 'heading');
    const isNeeded = next !== undefined && prosesOf(next).some(({ text }) => findPlaceholders(text).length > 0);
    return isNeeded ? [] : [block.span];
  });
}
