import { partiesOf } from '../binding/parties.ts';
import { type StatedRole, statedRoles } from '../binding/roles.ts';
import { comparableTitle } from '../text/title.ts';
import { agreementWith, charges, form, formPart, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const officerConflict = defineRule({
  id: 'officer-conflict',
  group: 'parties',
  summary: 'The data protection officer is not the officer who answers for the system, nor its point of contact.',
  why: 'A data protection officer who also runs the system would be checking their own decisions.',
  source: 'UK GDPR, Article 38(6); published codes in which one post owns the system and advises on it',
  severity: { draft: 'info', agreed: 'warning', retired: 'off' },
  messages: {
    same: ({ post, role }: { readonly post: string; readonly role: string }) => ({
      text: `“${post}” is the data protection officer and also the ${role}.`,
      help: 'Give one of the two roles to another post. A small body can share a data protection officer with another.',
    }),
  },
  *check({ binding }) {
    const [first, ...others] = partiesOf(binding);
    const only = first && others.length === 0 ? ({ of: 'party', name: first.name } as const) : undefined;
    const all = statedRoles(binding).map((one) => ({ ...one, owner: one.owner ?? only }));
    const holders = all.filter(({ role }) => role !== dpo).reverse();
    const owners = new Map(holders.map((one) => [keyOf(one), one]));
    const said = new Set<string>();
    for (const adviser of all.filter(({ role, post }) => role === dpo && plain(post) !== '')) {
      const owner = owners.get(keyOf(adviser));
      if (!owner || said.has(plain(adviser.post))) continue;
      said.add(plain(adviser.post));
      const role = owner.role.replaceAll('-', ' ');
      const related = [{ at: owner.at, text: `Here it is the ${role}` }];
      yield { message: 'same', data: { post: adviser.post.trim(), role }, at: adviser.at, related };
    }
  },
  examples: () => [
    {
      title: 'Two posts, and a data protection officer who serves both parties',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Parking Manager }\n    data-protection-officer: { post: County Adviser }\n  - name: Nash Council\n    senior-responsible-officer: { post: Town Clerk }\n    data-protection-officer: { post: County Adviser }\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council and Nash Council agree.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'The same title in two parties is not the same post',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Chief Executive }\n    data-protection-officer: { post: Company Secretary }\n  - name: Nash Wardens Limited\n    senior-responsible-officer: { post: Company Secretary }\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council and Nash Wardens Limited agree.\n',
        scope,
        charges,
      ),
      finds: [],
    },
    {
      title: 'One post in the front matter',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Head of Security }\n    data-protection-officer: { post: Head of Security, email: dpo@example.gov.uk }\n    single-point-of-contact: { post: Parking Manager, email: parking@example.gov.uk }',
        'Exampleton Council agrees.\n',
        scope,
        charges,
      ),
      finds: ['same'],
    },
    {
      title: 'In a table with a column for each party',
      markdown: agreementWith(
        'status: agreed',
        scope,
        charges,
        '## Posts\n\n| Post | Council | Wardens |\n| --- | --- | --- |\n| System owner | Bursar | Director |\n| Data protection officer | Bursar | Adviser |\n',
      ),
      finds: ['same'],
    },
    {
      title: 'The responsible officer of a form',
      framework: 'car-park-check',
      markdown: form({ part: formPart({ watched: 'The data protection officer is the Parking Manager.' }) }),
      finds: ['same'],
    },
  ],
});

const dpo = 'data-protection-officer';
/** Two statements are of one post when owner and post are the same. */
function keyOf({ owner, post }: StatedRole): string {
  return JSON.stringify({ owner, post: plain(post) });
}

/** A post as it is compared, without what a relative clause, an address or a number adds. */
function plain(post: string): string {
  const [head = ''] = post.split(/[,;@\n]|\s(?:who|which|and|on|tel)\b/i);
  return comparableTitle(head).replace(/^(?:the|our) /, '');
}
