import { placeOf } from '../binding/binding.ts';
import { type Json, property } from '../data/json.ts';
import type { Block, Table } from '../document/blocks.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const signatureMissing = defineRule({
  id: 'signature-missing',
  group: 'parties',
  summary: 'Every party has signed, or the front matter says where the signed copy is held.',
  why: 'An unsigned agreement is a proposal; when it is tested, each side can say that it never agreed.',
  source: 'National Surveillance Camera Strategy delivery plan, deliverables 5.4 and 5.5',
  severity: { draft: 'off', agreed: 'error', retired: 'off' },
  messages: {
    missing: ({ parties }: { readonly parties: string }) => ({
      text: `There is no signature of ${parties}.`,
      help: 'Fill in the signature block, add “signatory: { name: …, position: …, signed: YYYY-MM-DD }” to the party in the front matter, or say under “signed-copy” where the signed copy is held.',
    }),
  },
  *check({ binding }) {
    const { frontMatter } = binding;
    const parties = property(frontMatter, 'parties');
    if (!Array.isArray(parties) || typeof property(frontMatter, 'signed-copy') === 'string') return;
    const block = signatureBlock(binding.document.blocks);
    const filled = block.entries.filter((entry) => entry.filled);
    const open = parties.filter((party: Json) => !signedInFrontMatter(party));
    const unsigned =
      filled.length >= parties.length ? [] : open.filter((party) => !filled.some((entry) => names(entry, party)));
    const nameless = filled.filter((entry) => !parties.some((party) => names(entry, party)));
    if (unsigned.length <= nameless.length) return;
    const list = unsigned.map((party) => `“${property(party, 'name')}”`).join(' and ');
    yield {
      message: 'missing',
      data: { parties: list },
      at: block.at ?? placeOf(binding, '/front-matter/parties', 'key'),
    };
  },
  examples: [
    {
      title: 'Signed in the front matter',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    signatory: { name: A. Clerk, signed: 2026-03-12 }',
        'Exampleton Council agrees.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'Signed in the text',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '## Signatures\n\n| For | Name | Date |\n| --- | --- | --- |\n| Exampleton Council | A. Clerk | 12 March 2026 |\n',
      ),
      finds: [],
    },
    {
      title: 'The published copy bears no signatures, and says so',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council agrees.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'An empty signature block',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '## Signatures\n\n| For | Name | Signature | Date |\n| --- | --- | --- | --- |\n| Exampleton Council |  |  |  |\n',
      ),
      finds: ['missing'],
    },
    {
      title: 'No signature block at all',
      markdown: agreementWith('parties:\n  - name: Exampleton Council', 'Exampleton Council agrees.\n', scope, charges),
      finds: ['missing'],
    },
  ],
});

function signedInFrontMatter(party: Json): boolean {
  const signatory = property(party, 'signatory');
  return typeof property(signatory, 'name') === 'string' && typeof property(signatory, 'signed') === 'string';
}

/** A place for one signature. What stands there counts, a placeholder too: another rule speaks of that. */
interface Entry {
  /** All its words, with those of the heading above it. */
  readonly text: string;
  readonly filled: boolean;
}

function names({ text }: Entry, party: Json): boolean {
  const name = property(party, 'name');
  return typeof name === 'string' && comparableTitle(text).includes(comparableTitle(name));
}

const heading = /\b(?:sign(?:ed|atures?|atories|ing)?|sign-off|execution)\b/i;
const signing = /^(?:date )?(?:signed|signature|date)(?: (?:by|on|signed|of signature))?:?$/i;

/** The section for the signatures, as the entries in it. */
function signatureBlock(blocks: readonly Block[]): {
  readonly at: Span | undefined;
  readonly entries: readonly Entry[];
} {
  const from = blocks.findIndex((block) => block.kind === 'heading' && heading.test(block.prose.text));
  const top = blocks[from];
  if (top?.kind !== 'heading') return { at: undefined, entries: [] };
  const entries: Entry[] = [];
  let above = top.prose.text;
  for (const block of blocks.slice(from + 1)) {
    if (block.kind === 'heading') {
      if (block.level < top.level || (block.level === top.level && !heading.test(block.prose.text))) break;
      above = block.prose.text;
    } else if (block.kind === 'table') entries.push(...tableEntries(block, above));
    else if ((block.kind === 'paragraph' || block.kind === 'item') && block.lead && signing.test(block.lead.label)) {
      entries.push({ text: above, filled: block.lead.value.text.trim() !== '' });
    }
  }
  return { at: top.span, entries };
}

/** One entry a row where a column is for the signature or the date, else one for the table whose rows are labelled so. */
function tableEntries({ columns, rows }: Table, above: string): Entry[] {
  const asked = columns.flatMap((column, index) => (signing.test(column.text.trim()) ? [index] : []));
  if (asked.length > 0 && columns.length > 2) {
    return rows.map((row) => ({
      text: `${above} ${row.map((cell) => cell.text).join(' ')}`,
      filled: asked.some((index) => (row[index]?.text ?? '').trim() !== ''),
    }));
  }
  const labelled = [columns, ...rows].filter(([label]) => label && signing.test(label.text.trim()));
  if (labelled.length === 0) return [];
  const text = [columns, ...rows]
    .flat()
    .map((cell) => cell.text)
    .join(' ');
  return [
    {
      text: `${above} ${text}`,
      filled: labelled.some(([, value]) => value !== undefined && value.text.trim() !== ''),
    },
  ];
}
