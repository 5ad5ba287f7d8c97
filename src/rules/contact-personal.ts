import { allBound, type Binding, placeOf } from '../binding/binding.ts';
import { officers } from '../binding/roles.ts';
import { isObject, property } from '../data/json.ts';
import { isParagraph } from '../document/blocks.ts';
import { type Prose, spanIn, textSpan } from '../document/prose.ts';
import { addressesIn } from '../text/address.ts';
import { isPersonalAddress, namesPost, personFirst, personNamed } from '../text/post.ts';
import type { Span } from '../text/span.ts';
import { agreementWith, charges, form, formPart, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const contactPersonal = defineRule({
  id: 'contact-personal',
  group: 'parties',
  summary: 'A contact is a post with the mailbox of a role, not a person.',
  why: 'People move on; a post and its mailbox stay, and a published name is personal data.',
  source: 'Self-assessment question 15; published codes that name their staff',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    person: ({ name }: { readonly name: string }) => ({
      text: `The contact is a person, “${name}”.`,
      help: 'Name the post, with a mailbox and a telephone number that its next holder will have too.',
    }),
    address: ({ address }: { readonly address: string }) => ({
      text: `“${address}” is one person’s address.`,
      help: 'Give the mailbox of the role, such as cctv@example.gov.uk.',
    }),
  },
  *check({ binding }) {
    for (const contacts of contactsOf(binding)) {
      const named = contacts.flatMap(({ text, name = personIn(text), at }) => {
        return name === undefined ? [] : [{ message: 'person' as const, data: { name }, at }];
      });
      const addressed = contacts.flatMap(({ text, at }) => {
        const address = addressesIn(text).find(isPersonalAddress);
        return address === undefined ? [] : [{ message: 'address' as const, data: { address }, at }];
      });
      // A person with an address is one person.
      const [first] = [...named, ...addressed];
      if (first) yield first;
    }
  },
  examples: () => [
    {
      title: 'A post and a role mailbox',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    single-point-of-contact: { post: Parking Manager, email: parking@example.gov.uk }\n    signatory: { name: A. Clerk, signed: 2026-03-12 }',
        'Exampleton Council agrees.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'A police rank, and what it is for',
      markdown: agreementWith(
        'status: draft',
        scope,
        charges,
        '## Contacts\n\n| Contact | Email |\n| --- | --- |\n| Inspector Force Control Room | control@example.police.uk |\n',
      ),
      finds: [],
    },
    {
      title: 'A column for each party, with posts in it',
      markdown: agreementWith(
        'status: draft',
        scope,
        charges,
        '## Contacts\n\n| Role | Council | Wardens |\n| --- | --- | --- |\n| Manager | Jane Evans | Tom Rees |\n| Single point of contact | Parking Manager, parking@example.gov.uk | Victoria Control Room |\n| Email | parking@example.gov.uk | hub@example.org |\n',
      ),
      finds: [],
    },
    { title: 'A post in an answer', framework: 'car-park-check', markdown: form(), finds: [] },
    {
      title: 'One person’s address',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    single-point-of-contact: { post: Parking Manager, email: jo.bloggs@example.gov.uk }',
        'Exampleton Council agrees.\n',
        scope,
        charges,
      ),
      finds: ['address'],
    },
    {
      title: 'A person in a table of contacts',
      markdown: agreementWith(
        'status: draft',
        scope,
        charges,
        '## Contacts\n\n| Contact | Email |\n| --- | --- |\n| Cllr Ada Okoro | council@example.gov.uk |\n',
      ),
      finds: ['person'],
    },
    {
      title: 'A column for each party, with persons in it',
      markdown: agreementWith(
        'status: draft',
        scope,
        charges,
        '## Contacts\n\n| Role | Council | Wardens |\n| --- | --- | --- |\n| SPOC | Jane Evans, 01632 960 100 | Shift 3 |\n| Email | parking@example.gov.uk | tom.rees@example.org |\n',
      ),
      finds: ['person', 'address'],
    },
    {
      title: 'A person in an answer',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ contact: '- [x] Yes\n- [ ] No\n\nThe contact is Mr Joe Bloggs.' }) }),
      finds: ['person'],
    },
  ],
});

interface Contact {
  readonly text: string;
  /** The name of the person that it is, where that is known. */
  readonly name?: string;
  readonly at: Span;
}

/** Somebody may be named beside the contact: only where no post stands there is a councillor the contact. */
function personIn(text: string): string | undefined {
  const named = personNamed(text);
  return named !== undefined && /\b(?:councillor|cllr)\b/i.test(named) && namesPost(text) ? undefined : named;
}

/** What is said of each contact, where one is asked for: the front matter, tables of contacts, a component that names the single point of contact. */
function contactsOf(binding: Binding): (readonly Contact[])[] {
  return [...inFrontMatter(binding), ...inTables(binding), ...inAnswers(binding).map((one) => [one])];
}

function inFrontMatter(binding: Binding): Contact[][] {
  const parties = property(binding.frontMatter, 'parties');
  return (Array.isArray(parties) ? parties : []).flatMap((party, index) =>
    officers.map((role) =>
      ['post', 'email'].flatMap((key): Contact[] => {
        const officer = property(party, role);
        const text = isObject(officer) ? officer[key] : undefined;
        const at = placeOf(binding, `/front-matter/parties/${index}/${role}/${key}`);
        return typeof text === 'string' ? [{ text, at }] : [];
      }),
    ),
  );
}

const reached = /\b(?:e-?mail|telephone|phone|tel)\b/i;
const asked = /\b(?:contacts?|SPOCs?)\b/i;

/** A table with a column for e-mail or telephone is one of contacts; so are its rows for them, where each party has a column. */
function inTables({ document: { blocks } }: Binding): Contact[][] {
  return blocks.flatMap((block): Contact[][] => {
    if (block.kind !== 'table') return [];
    const { columns, rows } = block;
    if (columns.some(({ text }) => reached.test(text))) return rows.map((row) => row.map(contactIn));
    const labelled = rows.filter(([label]) => label && (asked.test(label.text) || reached.test(label.text)));
    return columns.slice(1).map((_column, index) =>
      labelled.flatMap(([label, ...cells]) => {
        const cell = cells[index];
        if (!label || !cell) return [];
        const name = asked.test(label.text) ? personFirst(cell.text) : undefined;
        return [{ ...contactIn(cell), ...(name !== undefined && { name }) }];
      }),
    );
  });
}

function contactIn(cell: Prose): Contact {
  return { text: cell.text, at: textSpan(cell) };
}

function inAnswers({ sections, document: { source } }: Binding): Contact[] {
  return allBound(sections).flatMap(({ requirement, blocks }): Contact[] => {
    if (requirement.role !== 'single-point-of-contact') return [];
    return blocks.flatMap((block): Contact[] =>
      isParagraph(block)
        ? [{ text: block.prose.text, at: spanIn(source, block.prose, 0, block.prose.text.length) }]
        : [],
    );
  });
}
