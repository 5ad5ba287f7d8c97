import { allBound, type Binding } from '../binding/binding.ts';
import { hasSigned, isSignedElsewhere, partiesOf, partyFinder } from '../binding/parties.ts';
import { isBegun } from '../binding/signature-entry.ts';
import { signatureBlock } from '../binding/signatures.ts';
import { property } from '../data/json.ts';
import { isFilled, type Prose, textSpan } from '../document/prose.ts';
import { readDate, signedDay } from '../text/date.ts';
import { excerpt } from '../text/shorten.ts';
import { agreement, agreementWith, charges, form, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const signatureIncomplete = defineRule({
  id: 'signature-incomplete',
  group: 'parties',
  summary: 'A signature has a name and a date.',
  why: 'A day without a name binds nobody, and a name without a day does not tell from when it binds.',
  source: 'Published agreements whose signature blocks are filled in by half',
  severity: { draft: 'off', agreed: 'error', retired: 'off' },
  messages: {
    undated: ({ line }: { readonly line: string }) => ({
      text: /^signed/i.test(line) ? `“${line}” has no date.` : `The signature of “${line}” has no date.`,
      help: 'Add the day, the month and the year on which it was signed. If the published copy bears no signatures, say under “signed-copy” in the front matter where the signed one is held.',
    }),
    unnamed: ({ date }: { readonly date: string }) => ({
      text: `A signature of ${date} has no name.`,
      help: 'Write who signed on that day. If the published copy bears no signatures, say under “signed-copy” in the front matter where the signed one is held.',
    }),
  },
  *check({ binding }) {
    if (isSignedElsewhere(binding)) return;
    const parties = partiesOf(binding);
    yield* undatedForm(binding);
    const signersOf = partyFinder(binding);
    // An entry without a signature and a date is `signature-missing`.
    const entries = signatureBlock(binding.document.blocks)?.entries.filter(isBegun) ?? [];
    for (const { text, dates, signers } of entries) {
      const owners = signersOf(text);
      const known = owners.length > 0 ? owners : parties;
      if (known.length > 0 && known.every(({ value }) => hasSigned(value))) continue;
      const [date] = dates;
      const [signer] = signers;
      const hasDay = signers.some(({ text }) => (readDate(text) ?? signedDay(text)) !== undefined);
      if (date && signer && !dates.some(isFilled) && signers.some(isFilled) && !hasDay)
        yield {
          message: 'undated',
          data: { line: firstWords(signers) },
          at: textSpan(isFilled(date) ? signer : date),
        };
      if (date && signer && dates.some(isFilled) && !signers.some(isFilled))
        yield { message: 'unnamed', data: { date: firstWords(dates) }, at: textSpan(date) };
    }
  },
  examples: () => [
    {
      title: 'A name and a date, in a table and in a line',
      markdown: agreement(
        scope,
        charges,
        '## Signatures\n\n| For | Name | Signature | Date |\n| --- | --- | --- | --- |\n| Council | A. Clerk | A. Clerk | 12 March 2026 |\n\nBea Chief, Director, for Nash Wardens, 12 March 2026\n',
      ),
      finds: [],
    },
    {
      title: 'The date stands in the front matter',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    signatory: { name: A. Clerk, signed: 2026-03-12 }',
        scope,
        charges,
        '## Signatures\n\nSigned for Exampleton Council: A. Clerk, Town Clerk\n',
      ),
      finds: [],
    },
    {
      title: 'No column for a date, and the day beside the signature',
      markdown: agreement(
        scope,
        charges,
        '## Signatures\n\n| Party | Name | Signed |\n| --- | --- | --- |\n| Council | A. Clerk | 12 March 2026 |\n',
      ),
      finds: [],
    },
    {
      title: 'A signature without a date, and a date without a name',
      markdown: agreement(
        scope,
        charges,
        '## Signatures\n\n| For | Name | Signature | Date |\n| --- | --- | --- | --- |\n| Council | A. Clerk | A. Clerk | |\n| Wardens | | | 12 March 2026 |\n',
      ),
      finds: ['undated', 'unnamed'],
    },
    {
      title: 'A name without a date, where no signature is asked for',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n  - name: Nash Wardens',
        scope,
        charges,
        '## Signatures\n\n| For | Name | Date |\n| --- | --- | --- |\n| Exampleton Council | A. Clerk | 12 March 2026 |\n| Nash Wardens | B. Chief | |\n',
      ),
      finds: ['undated'],
    },
    {
      title: 'A form that is signed, and no day of sign-off',
      framework: 'car-park-check',
      markdown: form({ date: '' }),
      finds: ['undated'],
    },
    {
      title: 'A line without a day',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        scope,
        charges,
        '## Signatures\n\nSigned for Exampleton Council: A. Clerk, Town Clerk\n',
      ),
      finds: ['undated'],
    },
  ],
});

/** A form has a line to sign and one for the day. */
function* undatedForm(binding: Binding) {
  const all = allBound(binding.sections);
  const signed = all.find(({ requirement: { reads }, value }) => reads === 'signature' && Number(value.words ?? 0) > 0);
  const day = all.find(({ requirement: { states }, value }) => states === '/agreed' && value.words === 0);
  const [label] = day?.labels ?? [];
  const isKnown = property(binding.frontMatter, 'agreed') ?? partiesOf(binding).some(({ value }) => hasSigned(value));
  if (!signed || !label || isKnown) return;
  const line = excerpt(String(signed.value.text ?? ''));
  yield { message: 'undated' as const, data: { line }, at: label.span };
}

function firstWords(proses: readonly Prose[]): string {
  return proses.map(({ text }) => excerpt(text)).find(Boolean) ?? '';
}
