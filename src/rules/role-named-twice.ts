import { type StatedRole, statedRoles } from '../binding/roles.ts';
import { isSamePost } from '../text/post.ts';
import { oneLine, shortened } from '../text/shorten.ts';
import { agreementWith, charges, form, formPart, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const roleNamedTwice = defineRule({
  id: 'role-named-twice',
  group: 'parties',
  summary: 'A role of a party is given to one post.',
  why: 'Where two posts hold one role, each can think that the other answers for it.',
  source: 'SC Code principle 4; self-assessment questions 14 and 15',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    differs: ({ role, post, other }: { readonly role: string; readonly post: string; readonly other: string }) => ({
      text: `The ${role} is “${post}” here, and “${other}” elsewhere.`,
      help: 'Name the same post in both places, or say which of them holds which part of the role.',
    }),
  },
  *check({ binding }) {
    const groups = new Map<string, StatedRole[]>();
    for (const one of statedRoles(binding)) {
      const key = `${one.role} ${one.party ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    for (const [first, ...others] of groups.values()) {
      const conflict = others.find(({ post }) => first && !isSamePost(first.post, post));
      if (!first || !conflict) continue;
      const data = {
        role: first.role.replaceAll('-', ' '),
        post: excerpt(conflict.post),
        other: excerpt(first.post),
      };
      const related = [first, ...others.filter((one) => one !== conflict)].map(({ at, post }) => ({
        at,
        text: `Here it is “${excerpt(post)}”`,
      }));
      yield { message: 'differs', data, at: conflict.at, related };
    }
  },
  examples: () => [
    {
      title: 'The same post in other words',
      framework: 'car-park-check',
      markdown: form({
        officer: 'T/ACC Crime',
        part: formPart({ watched: 'The senior responsible officer is the Assistant Chief Constable.' }),
      }),
      finds: [],
    },
    {
      title: 'Each party has its own officer',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Director of Place }\n    signatory: { name: A. Clerk, signed: 2026-03-12 }\n  - name: Nash Police\n    senior-responsible-officer: { post: Superintendent }\n    signatory: { name: B. Chief, signed: 2026-03-12 }',
        scope,
        charges,
        'Exampleton Council and Nash Police agree. The senior responsible officer of Nash Police is the Superintendent.\n',
      ),
      finds: [],
    },
    {
      title: 'Two posts for one role',
      framework: 'car-park-check',
      markdown: form({
        officer: 'Assistant Chief Constable',
        part: formPart({ watched: 'The senior responsible officer is Detective Superintendent Ada Okoro.' }),
      }),
      finds: ['differs'],
    },
    {
      title: 'The front matter names another post than the text',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Director of Place }\n    signatory: { name: A. Clerk, signed: 2026-03-12 }',
        'Exampleton Council agrees. The senior responsible officer is the Head of Parking.\n',
        scope,
        charges,
      ),
      finds: ['differs'],
    },
  ],
});

function excerpt(post: string): string {
  return shortened(oneLine(post).trim(), 80);
}
