import { allBound, placeOf } from '../binding/binding.ts';
import {
  hasSigned,
  isSignedElsewhere,
  type Party,
  type PartyFinder,
  partiesOf,
  partyFinder,
} from '../binding/parties.ts';
import { isLeftBlank, type SignatureEntry } from '../binding/signature-entry.ts';
import { signatureBlock } from '../binding/signatures.ts';
import { enumerated } from '../text/enumeration.ts';
import { mentionsIn } from '../text/name.ts';
import { agreement, agreementWith, charges, form, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const signatureMissing = defineRule({
  id: 'signature-missing',
  group: 'parties',
  summary: 'Every party has signed, or the front matter says where the signed copy is held.',
  why: 'An unsigned agreement is a proposal; when it is tested, each side can say that it never agreed.',
  source: 'National Surveillance Camera Strategy delivery plan, deliverables 5.4 and 5.5',
  severity: { draft: 'off', agreed: 'error', retired: 'off' },
  messages: {
    unsigned: ({ line }: { readonly line: string }) => ({
      text: `Nobody has signed: “${line}” is empty.`,
      help: 'Sign it, or write who signed. If the published copy bears no signature, say where the signed one is held, under “signed-copy” in front matter.',
    }),
    missing: ({ parties }: { readonly parties: string }) => ({
      text: `No signature with a date was found for ${parties}.`,
      help: 'If it has been signed, fill in the signature block, or add “signatory: { name: …, position: …, signed: YYYY-MM-DD }” to the party in the front matter. If the published copy bears no signatures, say under “signed-copy” where the signed one is held.',
    }),
  },
  *check({ binding }) {
    const { framework } = binding;
    // Where a framework only recommends signatures, teams may agree in another way.
    const isAdvice = framework.sections.some(({ id, asked }) => id === 'signatures' && asked.kind !== 'required');
    const weight = isAdvice ? { atMost: 'warning' as const } : {};
    if (isSignedElsewhere(binding)) return;
    const parties = partiesOf(binding);
    const lines = allBound(binding.sections).filter(({ requirement }) => requirement.reads === 'signature');
    if (lines.length > 0) {
      for (const { labels, value, requirement } of parties.some(({ value }) => hasSigned(value)) ? [] : lines) {
        const [label] = labels;
        if (label && value.words === 0)
          yield { message: 'unsigned', data: { line: requirement.title }, at: label.span, requirement };
      }
      return;
    }
    const block = signatureBlock(binding.document.blocks);
    const entries = block?.entries ?? [];
    // A placeholder is told by another rule.
    const isSettled = (entry: SignatureEntry) => entry.filled || isLeftBlank(entry);
    if (parties.length === 0) {
      // Without front matter the document's own block says who is to sign.
      if (block && !entries.every(isSettled))
        yield { message: 'unsigned', data: { line: block.title }, at: block.at, ...weight };
      return;
    }
    const ownerOf = ownerFinder(partyFinder(binding));
    const owners = entries.map(ownerOf);
    const signed = (party: Party) =>
      hasSigned(party.value) || entries.some((entry, index) => isSettled(entry) && owners[index] === party);
    const nameless = entries.filter((entry, index) => isSettled(entry) && owners[index] === undefined);
    const unsigned = parties.filter((party) => !signed(party));
    if (unsigned.length <= nameless.length) return;
    const data = { parties: enumerated(unsigned.map(({ name }) => name)) };
    yield { message: 'missing', data, at: block?.at ?? placeOf(binding, '/front-matter/parties', 'key'), ...weight };
  },
  examples: () => [
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
      title: 'A column for each party, and what is signed in its cells',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '## Signatures\n\n| For Exampleton Council | For Nash Wardens |\n| --- | --- |\n| Signed: A. Clerk | Signed: B. Chief |\n| Date: 12 March 2026 | Date: 12 March 2026 |\n',
      ),
      finds: [],
    },
    {
      title: 'A column for each party, with a name and a day in it',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '## Signatures\n\n| Exampleton Council | Nash Wardens |\n| --- | --- |\n| Ada Clerk, Director | Ben Chief, Manager |\n| 12 March 2026 | 12 March 2026 |\n',
      ),
      finds: [],
    },
    {
      title: 'A sentence that tells who signed, and when',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '## Approval\n\nThis agreement was signed by Ada Clerk, Director, for Exampleton Council on 12 March 2026.\n',
      ),
      finds: [],
    },
    {
      title: 'Signed below the last clause, without a heading',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '**Signed on behalf of Exampleton Council**\n\nName: A. Clerk\n\nSignature: A. Clerk\n\nDate: 12 March 2026\n',
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
      title: 'One of two blocks is empty',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n  - name: Exampleshire Police',
        scope,
        charges,
        '## Signed\n\nFor the Council:\n\nName: A. Clerk\nSignature: A. Clerk\nDate: 12 March 2026\n',
        'For Exampleshire Police:\n\nName:\nSignature:\nDate:\n',
      ),
      finds: ['missing'],
    },
    {
      title: 'A column for each party, one empty',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n  - name: Exampleshire Police',
        'Exampleton Council and Exampleshire Police agree.\n',
        scope,
        charges,
        '## Signatures\n\n| | Council | Police |\n| --- | --- | --- |\n| Signature | A. Clerk | |\n| Date | 12 March 2026 | |\n',
      ),
      finds: ['missing'],
    },
    {
      title: 'A column for each party, and names without a day',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        'Exampleton Council agrees.\n',
        scope,
        charges,
        '## Signatures\n\n| Exampleton Council | Nash Wardens |\n| --- | --- |\n| Ada Clerk, Director | Ben Chief, Manager |\n| | |\n',
      ),
      finds: ['missing'],
    },
    {
      title: 'No signature block at all',
      markdown: agreementWith('parties:\n  - name: Exampleton Council', 'Exampleton Council agrees.\n', scope, charges),
      finds: ['missing'],
    },
    {
      title: 'A form with a line to sign, and nothing on it',
      framework: 'car-park-check',
      markdown: form().replace('A. Clerk', ''),
      finds: ['unsigned'],
    },
    {
      title: 'An empty block, and no front matter that names the parties',
      markdown: agreement(scope, charges, '## Signatures\n\nName: A. Clerk\n\nSignature:\n\nDate:\n'),
      finds: ['unsigned'],
    },
  ],
});

/** Finds the party that signs in an entry: the one whose whole name stands there, else the only one that is meant at all. */
function ownerFinder(partiesIn: PartyFinder): (entry: SignatureEntry) => Party | undefined {
  return ({ text }) => {
    const mentions = mentionsIn([text]);
    const found = partiesIn(text);
    return found.find(({ name }) => mentions(name)) ?? (found.length === 1 ? found[0] : undefined);
  };
}
