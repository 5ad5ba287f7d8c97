import { isObject, type Json, type JsonObject, property } from '../data/json.ts';
import type { Document } from '../document/document.ts';
import { calledInText, mentionsIn, tellingWords } from '../text/name.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import { oncePer } from '../text/remember.ts';
import { shippedWording } from '../text/wording.ts';
import type { Binding } from './binding.ts';
import { textsOf } from './values.ts';

/** A party of the front matter that has a name. */
export interface Party {
  readonly name: string;
  readonly value: JsonObject;
  /** Where it stands in the model. */
  readonly pointer: string;
}

/** Tells of which parties a text speaks. */
export type PartyFinder = (text: string) => readonly Party[];

/** The parties that the front matter names. */
export const partiesOf = oncePer(({ frontMatter }: Binding): readonly Party[] => {
  const parties = property(frontMatter, 'parties');
  return (Array.isArray(parties) ? parties : []).flatMap((value, index): Party[] => {
    const name = property(value, 'name');
    const pointer = `/front-matter/parties/${index}`;
    return isObject(value) && typeof name === 'string' && name.trim() !== '' ? [{ name, value, pointer }] : [];
  });
});

/** Whether the front matter says who signed for a party, and when. */
export function hasSigned(party: Json): boolean {
  const signatory = property(party, 'signatory');
  return typeof property(signatory, 'name') === 'string' && typeof property(signatory, 'signed') === 'string';
}

/** Whether the front matter says where the signed copy is held, so that this one need bear no signatures. */
export function isSignedElsewhere({ frontMatter }: Binding): boolean {
  return !isNonAnswer(String(property(frontMatter, 'signed-copy') ?? ''));
}

/** Finds parties by their names, the short names that the text gives them, their ids, and words that only one name has. */
export const partyFinder = oncePer((binding: Binding): PartyFinder => {
  const parties = partiesOf(binding);
  const calls = new Map(
    parties.map((party) => {
      const others = parties.filter((one) => one !== party);
      const names = [party.name, calledInText(party.name), ...shortNames(binding, party, others)];
      return [party, [...new Set([...names, ...ownWords(party, others)])].filter((one) => one.length > 1)];
    }),
  );
  return (text) => {
    const mentions = mentionsIn([text.replace(/['’]s\b/g, '')]);
    return parties.filter((party) => calls.get(party)?.some(mentions));
  };
});

/** What stands in the brackets behind its name, `("the Council")`, or in a column of a table for such names. */
function shortNames({ document }: Binding, party: Party, others: readonly Party[]): string[] {
  const name = calledInText(party.name).toLowerCase();
  const strangers = others.map((one) => calledInText(one.name).toLowerCase());
  const bracket = /^([^()]{0,120})\(\s*(?:the\s+)?["“”'‘’]?\s*(?:the\s+)?([^()"“”]{2,40}?)["“”'’]?\s*\)/i;
  const inBrackets = bracketedTexts(document).flatMap((text) => {
    const at = text.toLowerCase().indexOf(name);
    const [, gap = '', short = ''] =
      (at < 0 ? null : bracket.exec(text.slice(at + name.length, at + name.length + 240))) ?? [];
    return short.split(' ').length < 4 && !strangers.some((one) => gap.toLowerCase().includes(one)) ? [short] : [];
  });
  const inTables = document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const column = block.columns.findIndex(({ text }) =>
      /\b(?:called|known as|short name|in this agreement)\b/i.test(text),
    );
    if (column < 0) return [];
    const rows = block.rows.filter((row) => row.some(({ text }) => text.toLowerCase().includes(name)));
    return rows.flatMap((row) => row[column]?.text ?? []);
  });
  return [...inBrackets, ...inTables, /\(([^()]{2,40})\)/.exec(party.name)?.[1] ?? ''];
}

/** The texts that may give a short name. */
const bracketedTexts = oncePer(({ blocks }: Document) => blocks.flatMap(textsOf).filter((text) => text.includes('(')));

const generic = new Set(shippedWording['generic-in-names']);

/** Its id and role, and the words of its name that no other party has and that are not such as any body may bear. */
function ownWords({ name, value }: Party, others: readonly Party[]): string[] {
  const taken = new Set(others.flatMap((one) => tellingWords(one.name)));
  const own = tellingWords(calledInText(name)).filter((word) => !taken.has(word) && !generic.has(word));
  const keys = ['id', 'role'].flatMap((key) => {
    const word = property(value, key);
    const shared = others.some((one) => property(one.value, key) === word);
    return typeof word === 'string' && word.length > 2 && !shared ? [word] : [];
  });
  return [...own, ...keys, ...generalNames({ name, value }, others)];
}

const police = /\b(?:police|constabulary)\b/i;

/** The only police force among the parties is "the force", whatever it is called. */
function generalNames(party: Pick<Party, 'name' | 'value'>, others: readonly Party[]): string[] {
  const isForce = ({ name, value }: Pick<Party, 'name' | 'value'>) => police.test(name) || value.role === 'police';
  return isForce(party) && !others.some(isForce) ? ['police', 'force', 'constabulary'] : [];
}
