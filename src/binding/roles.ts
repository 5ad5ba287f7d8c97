import { isObject, property } from '../data/json.ts';
import { spanIn, textSpan } from '../document/prose.ts';
import { cueOf } from '../text/concordance.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import { namesPost } from '../text/post.ts';
import { once, oncePer } from '../text/remember.ts';
import { sentenceAt } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle, titleForms } from '../text/title.ts';
import { latin } from '../text/words.ts';
import { allBound, type Binding, placeOf } from './binding.ts';
import { labelledPairs } from './facts.ts';
import { type PartyFinder, partiesOf, partyFinder } from './parties.ts';
import { passagesOf } from './passages.ts';

/** A place that says which post holds a role. */
export interface StatedRole {
  /** Such as `senior-responsible-officer`. */
  readonly role: string;
  /** Undefined where there is only one party, or none is named. */
  readonly owner: Owner | undefined;
  readonly post: string;
  readonly at: Span;
  /** Whether it stands in a table or behind a label, and not in a sentence. */
  readonly listed: boolean;
}

/** Whose role it is. */
export type Owner =
  /** A party, by its name in the front matter. */
  | { readonly of: 'party'; readonly name: string }
  /** What a column or row of a table is for where that is no party alone, by its title as titles are compared. */
  | { readonly of: 'title'; readonly title: string }
  /** The one of several parties that a label does not name. */
  | { readonly of: 'label' };

const titles: readonly (readonly [role: string, pattern: RegExp])[] = [
  ['senior-responsible-officer', /\b(?:senior responsible (?:officer|owner)|SRO)\b/i],
  ['single-point-of-contact', /\b(?:single point of contact|SPOC)\b/i],
  ['data-protection-officer', /\b(?:data protection officer|DPO)\b/i],
];
/** The roles by the labels and columns of tables that ask for them. */
const labels: readonly (readonly [role: string, names: readonly string[]])[] = [
  ['data-protection-officer', ['data protection officer', 'dpo']],
  ['senior-responsible-officer', ['senior responsible officer', 'senior responsible owner', 'sro']],
  ['single-point-of-contact', ['single point of contact', 'spoc']],
  ['point-of-contact', ['point of contact']],
  ['system-owner', ['system owner', 'owner of the system', 'system manager']],
];
const roleBy = new Map(labels.flatMap(([role, names]) => names.map((name) => [name, role] as const)));
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

/** Who holds which role: as the front matter, a component that asks for it, sentences, tables and labels of the text say. */
export const statedRoles = oncePer((binding: Binding): StatedRole[] => [
  ...inFrontMatter(binding),
  ...inComponents(binding),
  ...inSentences(binding),
  ...inTables(binding),
  ...inLabels(binding),
]);

function inFrontMatter(binding: Binding): StatedRole[] {
  const parties = partiesOf(binding);
  return parties.flatMap(({ name, value, pointer }) =>
    titles.flatMap(([role]): StatedRole[] => {
      const officer = property(value, role);
      const post = isObject(officer) ? officer.post : undefined;
      if (typeof post !== 'string') return [];
      const owner = parties.length > 1 ? ({ of: 'party', name } as const) : undefined;
      return [{ role, owner, post, at: placeOf(binding, `${pointer}/${role}/post`), listed: false }];
    }),
  );
}

function inComponents({ sections }: Binding): StatedRole[] {
  return allBound(sections).flatMap(({ requirement: { role, reads }, value, blocks }): StatedRole[] => {
    const [first] = blocks;
    if (role === undefined || reads !== 'prose' || !first || typeof value.text !== 'string') return [];
    return [{ role, owner: undefined, post: value.text, at: first.span, listed: false }];
  });
}

function inSentences(binding: Binding): StatedRole[] {
  const { source } = binding.document;
  const parties = partiesOf(binding);
  const partiesIn = partyFinder(binding);
  return passagesOf(binding)
    .with(cue)
    .filter(({ prose }) => mention.test(prose.text))
    .flatMap(({ prose }) => {
      const around = once(() => partiesIn(prose.text));
      return statements
        .flatMap((statement) => [...prose.text.matchAll(statement)])
        .flatMap((match): StatedRole[] => {
          const [all, subject = '', post = ''] = match;
          // The flag that gives titles any case would give the post any, too. A person alone is no post.
          if (!/^\p{Lu}/u.test(post) || !namesPost(post)) return [];
          if (ofAnother.test(prose.text.slice(Math.max(0, match.index - 60), match.index))) return [];
          const [party, ...others] = ownersOf(partiesIn, prose.text, match.index, subject) ?? around();
          if (parties.length > 1 && (!party || others.length > 0)) return [];
          const from = match.index + all.lastIndexOf(post);
          const at = spanIn(source, prose, from, from + post.length);
          const lead = prose.text.slice(Math.max(0, match.index - 60), match.index);
          const named = party && parties.length > 1 ? ({ of: 'party', name: party.name } as const) : undefined;
          const owner = parties.length === 0 ? calledIn(lead, subject) : named;
          return titles.flatMap(([role, pattern]) =>
            pattern.test(subject) ? [{ role, owner, post, at, listed: false }] : [],
          );
        });
    });
}

/** “The deputy of the senior responsible officer is …” is about somebody else. */
const ofAnother = /\b(?:deputy|assistant) (?:of|to|for)\s+(?:the\s+)?$/i;

/** Whose officer it is: of the party right before, "the council's …", with the role, or in the sentence; else undefined. */
function ownersOf(partiesIn: PartyFinder, text: string, from: number, subject: string) {
  const lead = text.slice(Math.max(0, from - 30), from);
  if (/['’]s?\s*$/.test(lead)) return partiesIn(lead.split(/[.;,]/).at(-1) ?? '');
  const inSubject = partiesIn(subject);
  const owners = inSubject.length > 0 ? inSubject : partiesIn(sentenceAt(text, from).text);
  return owners.length > 0 ? owners : undefined;
}

/** What a text calls the party whose officer it is, “for the Council” or “the Trust’s”, where the front matter names none. */
function calledIn(lead: string, subject: string): Owner | undefined {
  const [, before] = possessor.exec(lead) ?? [];
  const [, behind] = beneficiary.exec(subject) ?? [];
  const title = comparableTitle(before ?? behind ?? '').replace(/^the /, '');
  return title.split(' ').some((word) => partyNouns.has(word)) ? { of: 'title', title } : undefined;
}

const possessor = new RegExp(`\\b([${latin}]+)['’]s?\\s+$`);
const beneficiary = new RegExp(`\\b(?:for|of|at|in)\\s+([${latin}][${latin} ’'-]{1,60}?)\\s*$`);

const substitute = /\b(?:deput\w{1,4}|alternates?|substitutes?|former|previous|outgoing)\b/i;

function roleCalled(label: string): string | undefined {
  if (label.length > 80 || substitute.test(label)) return undefined;
  const form = titleForms(label).find((one) => roleBy.has(one));
  return form === undefined ? undefined : roleBy.get(form);
}

/** A table with a row for each role and a column for each party, or a column for each role and a row for each party. */
function inTables(binding: Binding): StatedRole[] {
  const ownerOf = columnOwner(binding);
  return binding.document.blocks.flatMap((block): StatedRole[] => {
    if (block.kind !== 'table') return [];
    const roles = block.columns.map(({ text }, index) => (index === 0 ? undefined : roleCalled(text)));
    const isByParty = roles.some((role) => role !== undefined);
    return block.rows.flatMap(([label, ...posts]): StatedRole[] => {
      const own = isByParty ? undefined : roleCalled(label?.text ?? '');
      if (!label || (own === undefined && !isByParty) || (own !== undefined && block.columns.length < 3)) return [];
      return posts.flatMap((post, index): StatedRole[] => {
        const role = own ?? roles[index + 1];
        if (role === undefined || isNonAnswer(post.text)) return [];
        const owner = ownerOf(own === undefined ? label.text : (block.columns[index + 1]?.text ?? ''));
        return [{ role, owner, post: post.text, at: textSpan(post), listed: true }];
      });
    });
  });
}

const partyNouns = new Set(
  'council police force constabulary authority company contractor trust university college school association centre'.split(
    ' ',
  ),
);
const partyWords = new Set(['the', 'our', ...partyNouns]);

/**
 * Tells what a column or row is for: a party where nothing but its name stands there, for "Nash town centre" is a place; else
 * whatever it is called.
 */
function columnOwner(binding: Binding): (text: string) => Owner | undefined {
  const parties = partiesOf(binding);
  const partiesIn = partyFinder(binding);
  return (text) => {
    const title = comparableTitle(text);
    const words = title.split(' ');
    const [party, other] = substitute.test(text) ? [] : partiesIn(text);
    if (!party || other) return { of: 'title', title };
    const own = new Set(comparableTitle(party.name).split(' '));
    if (words.length > 1 && !words.every((word) => own.has(word) || partyWords.has(word)))
      return { of: 'title', title };
    return parties.length > 1 ? { of: 'party', name: party.name } : undefined;
  };
}

/** Labels such as `System owner: Bursar`, where the document has each of them once. */
function inLabels(binding: Binding): StatedRole[] {
  const owner = partiesOf(binding).length > 1 ? ({ of: 'label' } as const) : undefined;
  const found = labelledPairs(binding.document.blocks).flatMap(({ label, value }): StatedRole[] => {
    const role = roleCalled(label.trim());
    if (!role || isNonAnswer(value.text)) return [];
    return [{ role, owner, post: value.text, at: textSpan(value), listed: true }];
  });
  const times = new Map<string, number>();
  for (const { role } of found) times.set(role, (times.get(role) ?? 0) + 1);
  return found.filter(({ role }) => times.get(role) === 1);
}
