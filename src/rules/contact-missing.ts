import { placeOf } from '../binding/binding.ts';
import { type Party, type PartyFinder, partiesOf, partyFinder } from '../binding/parties.ts';
import { type Saying, sayingsOf } from '../binding/sayings.ts';
import { property } from '../data/json.ts';
import type { Context } from '../evidence/context.ts';
import { missingComponents, missingSections } from '../evidence/schema.ts';
import { addressesIn } from '../text/address.ts';
import { agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const contactMissing = defineRule({
  id: 'contact-missing',
  group: 'parties',
  summary: 'Every party has a single point of contact, in the front matter or in the text.',
  why: 'Whoever needs the other side in a hurry starts by finding out whom to call.',
  source: 'Self-assessment question 15; National Surveillance Camera Strategy delivery plan, deliverable 5.3',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    missing: ({ party }: { readonly party: string }) => ({
      text: `No point of contact is named for “${party}”.`,
      help: 'Add “single-point-of-contact: { post: …, email: … }” to the party in the front matter, or name the post with its mailbox or telephone number in the text.',
    }),
    nobody: () => ({
      text: 'No point of contact is named for any of the parties.',
      help: 'Add “single-point-of-contact: { post: …, email: … }” to each party in the front matter, or name the posts with their mailboxes or telephone numbers in the text.',
    }),
  },
  *check(context) {
    const { binding } = context;
    const parties = partiesOf(binding);
    const without = parties.filter(
      ({ value }) => !reachable.some((role) => isReachable(value[role], role)) && !hasAddress(value),
    );
    if (parties.length < 2 || without.length === 0) return;
    const { named, unclear } = contactsIn(context, parties);
    const lacking = without.filter((party) => !named.has(party));
    if (unclear || lacking.length === 0) return;
    if (lacking.length < parties.length) {
      for (const { name, pointer } of lacking)
        yield { message: 'missing', data: { party: name }, at: placeOf(binding, `${pointer}/name`) };
      return;
    }
    // Where the framework wants a part on contacts and there is none, that is said already.
    const parts = [...missingSections(binding), ...missingComponents(binding)];
    if (parts.some(({ requirement: { id, role } }) => /contact/.test(id) || role === spoc)) return;
    if (parties.some(({ value }) => reachable.some((role) => value[role] !== undefined))) return;
    yield { message: 'nobody', data: {}, at: placeOf(binding, '/front-matter/parties', 'key') };
  },
  examples: () => [
    {
      title: 'One party in the front matter, the other in the text',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    single-point-of-contact: { post: Parking Manager, email: parking@example.gov.uk }\n  - name: Nash Wardens Limited\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council and Nash Wardens Limited (“the Wardens”) agree.\n',
        scope,
        charges,
        '## Contacts\n\nParking Manager, parking@example.gov.uk; for the Wardens, the Shift Leader, 01632 960 101.\n',
      ),
      finds: [],
    },
    {
      title: 'A table of contacts that names no party',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    single-point-of-contact: { post: Parking Manager, email: parking@example.gov.uk }\n  - name: Nash Wardens Limited\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council and Nash Wardens Limited agree.\n',
        scope,
        charges,
        '## Contacts\n\n| Post | Telephone |\n| --- | --- |\n| Parking Manager | 01632 960 100 |\n| Shift Leader | 01632 960 101 |\n',
      ),
      finds: [],
    },
    {
      title: 'A mailbox right beside the name, and one in a table',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    email: parking@example.gov.uk\n  - name: Nash Wardens Limited\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council and Nash Wardens Limited agree.\n',
        scope,
        charges,
        '## Contacts\n\n| E-mail | Hours |\n| --- | --- |\n| desk@nash-wardens.example | 9am to 5pm |\n',
      ),
      finds: [],
    },
    {
      title: 'A senior officer is no contact, and the text has only that of the other party',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    single-point-of-contact: { post: Parking Manager, email: parking@example.gov.uk }\n  - name: Nash Wardens Limited\n    senior-responsible-officer: { post: Managing Director }',
        'Exampleton Council and Nash Wardens Limited agree.\n',
        scope,
        charges,
        '## Contact\n\nParking Manager, 01632 960 100, parking@example.gov.uk.\n',
      ),
      finds: ['missing'],
    },
    {
      title: 'No contact at all',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n  - name: Nash Wardens Limited',
        'Exampleton Council and Nash Wardens Limited agree.\n',
        scope,
        charges,
      ),
      finds: ['nobody'],
    },
  ],
});

const spoc = 'single-point-of-contact';
const reachable = [spoc, 'senior-responsible-officer'];

/** A point of contact is one as it is; a senior officer is one where there is an address or a number. */
function isReachable(officer: Party['value'][string] | undefined, role: string): boolean {
  if (officer === undefined || officer === null) return false;
  return role === spoc || ['email', 'telephone'].some((key) => property(officer, key) !== undefined);
}

/** Whether an e-mail address stands right beside the name of a party, under whatever key but that of an adviser. */
function hasAddress(party: Party['value']): boolean {
  return Object.entries(party).some(
    ([key, value]) =>
      typeof value === 'string' &&
      addressesIn(value).length > 0 &&
      !adviser.test(`${key.replaceAll('-', ' ')} ${value}`),
  );
}

const telephone = /(?:\+44|(?<![\d.,£])0\d{2,4})[ \d()-]{5,14}\d/;
const contact = /\bcontacts?\b|\bSPOCs?\b/i;
const adviser = /\bdata protection officers?\b|\bDPOs?\b|\bdpo@/i;
const possible = new RegExp(`@|${telephone.source}|${contact.source}`, 'i');

/** The parties for which the text names a contact; `unclear` when it names one and not whose. */
function contactsIn({ binding, passages }: Context, parties: readonly Party[]) {
  const partiesNamed = partyFinder(binding);
  const named = new Set<Party>();
  let unclear = false;
  const wanted = passages.all.filter(({ prose, about }) => possible.test(prose.text) || contact.test(about));
  for (const saying of sayingsOf(wanted)) {
    const hasDetails = addressesIn(saying.text).length > 0 || telephone.test(saying.text);
    if (!hasDetails && !contact.test(`${saying.about} ${saying.text}`)) continue;
    // The data protection officer is another matter than the camera that does not work.
    if (adviser.test(`${saying.label} ${saying.text}`)) continue;
    const owners = ownersOf(saying, parties, partiesNamed);
    for (const party of owners) named.add(party);
    if (hasDetails && owners.length === 0) unclear = true;
  }
  return { named, unclear };
}

/** A post or address of the front matter tells whose contact it is, else the words around it. */
function ownersOf(
  { text, about, label }: Saying,
  parties: readonly Party[],
  partiesNamed: PartyFinder,
): readonly Party[] {
  const words = `${label} ${text}`.toLowerCase();
  const declared = parties.filter(({ value }) =>
    reachable.some((role) =>
      ['post', 'email'].some((key) => {
        const known = property(value[role], key);
        return typeof known === 'string' && known.length > 4 && words.includes(known.toLowerCase());
      }),
    ),
  );
  const addresses = addressesIn(text).length;
  return declared.length > 0 && addresses <= declared.length ? declared : partiesNamed(`${about} ${text}`);
}
