import { isObject, property } from '../data/json.ts';
import { spanIn } from '../document/prose.ts';
import { cueOf } from '../text/concordance.ts';
import { namesPost } from '../text/post.ts';
import { oncePer } from '../text/remember.ts';
import { sentenceAt } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { latin } from '../text/words.ts';
import { allBound, type Binding, placeOf } from './binding.ts';
import { partiesOf, partyFinder } from './parties.ts';
import { passagesOf } from './passages.ts';

/** A place that says which post holds a role. */
export interface StatedRole {
  /** Such as `senior-responsible-officer`. */
  readonly role: string;
  /** The party that it is said of, by its name in the front matter; undefined where there is only one, or none is named. */
  readonly party: string | undefined;
  readonly post: string;
  readonly at: Span;
}

const titles: readonly (readonly [role: string, pattern: RegExp])[] = [
  ['senior-responsible-officer', /\b(?:senior responsible (?:officer|owner)|SRO)\b/i],
  ['single-point-of-contact', /\b(?:single point of contact|SPOC)\b/i],
  ['data-protection-officer', /\b(?:data protection officer|DPO)\b/i],
];
/** The officers of a party in the front matter. */
export const officers = titles.map(([role]) => role);
const anyTitle = titles.map(([, pattern]) => pattern.source).join('|');
const mention = new RegExp(anyTitle, 'i');
const cue = cueOf('responsible', 'sro', 'point', 'spoc', 'protection', 'dpo');
/** What may stand between a role and its holder: "for the town centre", but no clause of its own. */
const gap = '[^.;:?,\\n]{0,120}?';
const holder = `(?:(?:the|our|its)\\s+(?:[${latin}]+['’]s\\s+)?)?([${latin}][^.;?\\n]{3,140})`;
/** "The senior responsible officer for … is the Assistant Chief Constable", "the role … is held by …". */
const statements = [
  new RegExp(`((?:${anyTitle})${gap})\\b(?:is|will be|shall be)\\s+(?:currently\\s+|held by\\s+)?${holder}`, 'gi'),
  new RegExp(`(?<![${latin}] )((?:${anyTitle}))\\s*:\\s*${holder}`, 'gi'),
  // "the council's senior responsible officer (Head of Place)", "…, the Head of Place, …"
  new RegExp(`((?:${anyTitle}))\\s+\\((?:the\\s+)?([${latin}][^()]{3,80})\\)`, 'gi'),
  new RegExp(`((?:${anyTitle})),\\s+the\\s+([${latin}][^,.;()]{3,80}),`, 'gi'),
];

/** Who holds which role: as the front matter, a component that asks for it, and sentences of the text say. */
export const statedRoles = oncePer((binding: Binding): StatedRole[] => [
  ...inFrontMatter(binding),
  ...inComponents(binding),
  ...inSentences(binding),
]);

function inFrontMatter(binding: Binding): StatedRole[] {
  const parties = partiesOf(binding);
  return parties.flatMap(({ name, value, pointer }) =>
    titles.flatMap(([role]): StatedRole[] => {
      const officer = property(value, role);
      const post = isObject(officer) ? officer.post : undefined;
      if (typeof post !== 'string') return [];
      const party = parties.length > 1 ? name : undefined;
      return [{ role, party, post, at: placeOf(binding, `${pointer}/${role}/post`) }];
    }),
  );
}

function inComponents({ sections }: Binding): StatedRole[] {
  return allBound(sections).flatMap(({ requirement: { role, reads }, value, blocks }): StatedRole[] => {
    const [first] = blocks;
    if (role === undefined || reads !== 'prose' || !first || typeof value.text !== 'string') return [];
    return [{ role, party: undefined, post: value.text, at: first.span }];
  });
}

function inSentences(binding: Binding): StatedRole[] {
  const { source } = binding.document;
  const parties = partiesOf(binding);
  const partiesIn = partyFinder(binding);
  return passagesOf(binding)
    .with(cue)
    .filter(({ prose }) => mention.test(prose.text))
    .flatMap(({ prose }) =>
      statements
        .flatMap((statement) => [...prose.text.matchAll(statement)])
        .flatMap((match): StatedRole[] => {
          const [all, subject = '', post = ''] = match;
          // The flag that gives titles any case would give the post any, too. A person alone is no post.
          if (!/^\p{Lu}/u.test(post) || !namesPost(post)) return [];
          // "The deputy of the senior responsible officer is …" is about somebody else.
          if (/\b(?:deputy|assistant) (?:of|to|for)\s+(?:the\s+)?$/i.test(prose.text.slice(0, match.index))) return [];
          const [owner] = ownersIn(prose.text, match.index, subject)
            .map(partiesIn)
            .filter((some) => some.length > 0);
          if (parties.length > 1 && owner?.length !== 1) return [];
          const from = match.index + all.lastIndexOf(post);
          const at = spanIn(source, prose, from, from + post.length);
          const party = parties.length > 1 ? owner?.[0]?.name : undefined;
          return titles.flatMap(([role, pattern]) => (pattern.test(subject) ? [{ role, party, post, at }] : []));
        }),
    );
}

/** Where it is said whose officer it is, the nearest first: right before, "the council's …", with the role, or around it. */
function ownersIn(text: string, from: number, subject: string): string[] {
  const lead = text.slice(Math.max(0, from - 30), from);
  if (/['’]s?\s*$/.test(lead)) return [lead.split(/[.;,]/).at(-1) ?? ''];
  return [subject, sentenceAt(text, from).text, text];
}
