import { type StatedRole, statedRoles } from '../binding/roles.ts';
import { groupedBy } from '../text/group.ts';
import { isSamePost, namesPost, startsWithPerson } from '../text/post.ts';
import { excerpt } from '../text/shorten.ts';
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
    const groups = groupedBy(statedRoles(binding), ({ role, owner }) => [JSON.stringify({ role, owner })]);
    for (const [first, ...others] of groups.values()) {
      // A list alone contradicts nothing: it may be of several people, places or times.
      if (!first || first.listed) continue;
      const told = others.filter(({ listed }) => !listed);
      const conflict = told.find(({ post }) => !isSamePost(first.post, post)) ?? listedOther(first, others);
      if (!conflict) continue;
      const data = {
        role: first.role.replaceAll('-', ' '),
        post: excerpt(conflict.post),
        other: excerpt(first.post),
      };
      const agreeing = others.filter((one) => one !== conflict && (!one.listed || conflict.listed));
      const related = [first, ...agreeing].map(({ at, post }) => ({
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
      title: 'A table with deputies, places and people',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Director of Place }\n    signatory: { name: A. Clerk, signed: 2026-03-12 }',
        'Exampleton Council agrees.\n',
        scope,
        charges,
        '## Posts\n\n| Role | Exampleton Council | Exampleton town centre |\n| --- | --- | --- |\n| Senior responsible officer | Director of Place | Head of Parking |\n| Deputy senior responsible officer | Head of Parking | |\n',
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
    {
      title: 'A table gives the role to another post',
      markdown: agreementWith(
        'parties:\n  - name: Exampleton Council\n    senior-responsible-officer: { post: Director of Place }\n  - name: Nash Police\n    senior-responsible-officer: { post: Superintendent }\nsigned-copy: Held by the clerk, file LS/114',
        'Exampleton Council and Nash Police agree.\n',
        scope,
        charges,
        '## Posts\n\n| Role | Council | Police |\n| --- | --- | --- |\n| Senior responsible officer | Head of Parking | Superintendent (Operations) |\n',
      ),
      finds: ['differs'],
    },
  ],
});

/** The post that the tables of a document give, where they give the role to one post only, and to another one. */
function listedOther(first: StatedRole, others: readonly StatedRole[]): StatedRole | undefined {
  const listed = others.filter((one) => one.listed);
  const [other] = listed;
  if (!other || !listed.every(({ post }) => isOnePost(post) && isSamePost(other.post, post))) return undefined;
  return listed.some(({ post }) => isSamePost(first.post, post)) ? undefined : other;
}

/** Whether a cell names one post: no person without it, and not several. */
function isOnePost(text: string): boolean {
  return namesPost(text) && !startsWithPerson(text) && !/[;\n@]|\s\/\s/.test(text.trim());
}
