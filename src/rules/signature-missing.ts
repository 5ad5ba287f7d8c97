import { placeOf } from '../binding/binding.ts';
import { type SignatureEntry, signatureBlock } from '../binding/signatures.ts';
import { type Json, property } from '../data/json.ts';
import { isNonAnswer } from '../text/placeholder.ts';
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
      text: `No signature with a date was found for ${parties}.`,
      help: 'If it has been signed, fill in the signature block, or add “signatory: { name: …, position: …, signed: YYYY-MM-DD }” to the party in the front matter. If the published copy bears no signatures, say under “signed-copy” where the signed one is held.',
    }),
  },
  *check({ binding }) {
    const { frontMatter } = binding;
    const parties = property(frontMatter, 'parties');
    if (!Array.isArray(parties) || !isNonAnswer(String(property(frontMatter, 'signed-copy') ?? ''))) return;
    const block = signatureBlock(binding.document.blocks);
    const filled = block?.entries.filter((entry) => entry.filled) ?? [];
    const open = parties.filter((party: Json) => !signedInFrontMatter(party));
    const unsigned =
      filled.length >= parties.length ? [] : open.filter((party) => !filled.some((entry) => names(entry, party)));
    const nameless = filled.filter((entry) => !parties.some((party) => names(entry, party)));
    if (unsigned.length <= nameless.length) return;
    const list = unsigned.map((party) => `“${property(party, 'name')}”`).join(' and ');
    yield {
      message: 'missing',
      data: { parties: list },
      at: block?.at ?? placeOf(binding, '/front-matter/parties', 'key'),
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

function names({ text }: SignatureEntry, party: Json): boolean {
  const name = property(party, 'name');
  return typeof name === 'string' && comparableTitle(text).includes(comparableTitle(name));
}
