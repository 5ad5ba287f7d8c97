import { placeOf } from '../binding/binding.ts';
import { type Party, partiesOf } from '../binding/parties.ts';
import type { Block } from '../document/blocks.ts';
import { fieldNamed } from '../framework/framework.ts';
import { mentionsIn } from '../text/name.ts';
import { hasMisspelt } from '../text/nearest.ts';
import { comparableTitle } from '../text/title.ts';
import { agreementWith } from './examples.ts';
import { defineRule } from './rule.ts';

export const partyRoleMissing = defineRule({
  id: 'party-role-missing',
  group: 'parties',
  summary: 'Every party has a role.',
  why: 'Readers cannot tell what a party without a role has promised, or may ask of the others.',
  source: 'SC Code principle 4; published agreements that list their parties by role',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    missing: ({ party, roles }: { readonly party: string; readonly roles: string }) => ({
      text: `“${party}” has no role.`,
      help: `Add “role: …” to the party in the front matter, with what it does under the agreement: ${roles}, or a word of your own.`,
    }),
    none: ({ roles }: { readonly roles: string }) => ({
      text: 'None of the parties has a role.',
      help: `Add “role: …” to each party in the front matter, with what it does under the agreement: ${roles}, or words of your own.`,
    }),
  },
  *check({ binding }) {
    const field = fieldNamed(binding.framework.frontMatter, 'parties');
    const role = fieldNamed(field?.items, 'role');
    if (!field || !role) return;
    const known = field.items?.fields.map(({ key }) => key) ?? [];
    const usual = field.roles.length > 0 ? field.roles : role.examples.map(String);
    const roles = usual.slice(0, 4).join(', ') || 'provider, customer';
    const parties = partiesOf(binding);
    const lacking = parties.filter((party) => {
      const keys = Object.keys(party.value);
      const isMisspelt = hasMisspelt(keys, known, 'role');
      return !keys.includes('role') && !isMisspelt && !binding.document.blocks.some((block) => givesRole(block, party));
    });
    if (lacking.length > 1 && lacking.length === parties.length) {
      yield { message: 'none', data: { roles }, at: placeOf(binding, '/front-matter/parties', 'key') };
      return;
    }
    for (const { name, pointer } of lacking)
      yield { message: 'missing', data: { party: name, roles }, at: placeOf(binding, `${pointer}/name`) };
  },
  examples: () => [
    {
      title: 'A role of the framework, and a word of their own',
      framework: 'car-park-plan',
      markdown: agreementWith(
        'parties:\n  - { name: Exampleton Council, role: owner }\n  - { name: Nash Wardens, role: key-holder }\nsigned-copy: Held by the clerk, file LS/114\nreview: { next: 2027-04-01 }',
        'Exampleton Council and Nash Wardens agree, and can be reached on 01632 960 100.\n',
      ),
      finds: [],
    },
    {
      title: 'The role stands in a table of the text',
      framework: 'car-park-plan',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\nsigned-copy: Held by the clerk, file LS/114\nreview: { next: 2027-04-01 }',
        '| Party | Role |\n| --- | --- |\n| Exampleton Council | Owner |\n',
      ),
      finds: [],
    },
    {
      title: 'One party of two without a role',
      framework: 'car-park-plan',
      markdown: agreementWith(
        'parties:\n  - { name: Exampleton Council, role: owner }\n  - name: Nash Wardens',
        'Exampleton Council and Nash Wardens agree.\n',
      ),
      finds: ['missing'],
    },
    {
      title: 'No party has a role',
      framework: 'car-park-plan',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n  - name: Nash Wardens',
        'Exampleton Council and Nash Wardens agree.\n',
      ),
      finds: ['none'],
    },
    {
      title: 'A table with an empty role',
      framework: 'car-park-plan',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council',
        '| Party | Role |\n| --- | --- |\n| Exampleton Council |  |\n',
      ),
      finds: ['missing'],
    },
  ],
});

/** Whether a table has a column for roles, and something in it beside the party's name. */
function givesRole(block: Block, { name }: Party): boolean {
  if (block.kind !== 'table') return false;
  const column = block.columns.findIndex(({ text }) => /^roles?\b/.test(comparableTitle(text)));
  return block.rows.some(
    (row) => (row[column]?.text ?? '').trim() !== '' && row.some(({ text }) => mentionsIn([text])(name)),
  );
}
