import { isObject, type Json, type JsonObject, property } from '../data/json.ts';
import { type Commented, writeYaml } from '../data/write.ts';
import { type Field, type Framework, fieldNamed } from '../framework/framework.ts';
import { placeholderOf } from '../text/placeholder.ts';

/** What is known of an agreement before it is written: some of the keys of its front matter. */
export type Answers = JsonObject;

/** The front matter of a first draft: the answers, and placeholders for what must be there and is not known. */
export function draftFrontMatter(framework: Framework, answers: Answers): JsonObject {
  const started: JsonObject = {
    framework: framework.name,
    version: '0.1.0',
    status: 'draft',
    ...answers,
  };
  const entries = framework.frontMatter.fields.flatMap((field): [string, Json][] => {
    const hasParties = field.required || field.roles.length > 0 || started.parties !== undefined;
    if (field.key === 'parties') return hasParties ? [['parties', draftParties(field, started.parties)]] : [];
    const given = started[field.key];
    if (given !== undefined) return [[field.key, given]];
    return field.required ? [[field.key, placeholderOf(`${field.title} of the agreement`.toLowerCase())]] : [];
  });
  const known = new Set(entries.map(([key]) => key));
  const own = Object.entries(started).filter(([key]) => !known.has(key));
  return Object.fromEntries([...entries, ...own]);
}

/** The front matter as YAML. What the framework will want once the agreement stands is there as commented lines. */
export function frontMatterText(framework: Framework, values: JsonObject): string {
  return writeYaml(values, [...demandsWhenAgreed(framework, values), ...partyComments(framework, values)]);
}

function isFreeText(field: Field): boolean {
  return field.types.includes('string') && field.format === undefined && field.values.length === 0;
}

/** The parties given, else one for each usual role, each with a placeholder for what the framework wants to know of it. */
function draftParties(field: Field, given: Json | undefined): Json {
  const named = Array.isArray(given) ? given.filter(isObject) : [];
  // Where no roles are usual, those who are named may be all there are.
  const nameless = named.length > 0 && !field.required ? [] : ['first-party', 'second-party'];
  const roles = field.roles.length > 0 ? field.roles : nameless;
  const free = roles.filter((role) => !named.some((party) => party.role === role));
  const open = free.slice(0, Math.max(0, roles.length - named.length));
  const parties = [...named, ...open.map((role): JsonObject => ({ role }))];
  const before = (index: number, role: Json | undefined) =>
    parties.slice(0, index).filter((one) => one.role === role).length;
  return parties.map((party, index) => completeParty(field.items, party, before(index, party.role)));
}

/** The second party of a role has a number behind its id. */
function completeParty(field: Field | undefined, party: JsonObject, before: number): JsonObject {
  const role = String(party.role ?? 'party').replaceAll('-', ' ');
  const entries = (field?.fields ?? []).flatMap((inner): [string, Json][] => {
    const given = party[inner.key];
    if (given !== undefined) return [[inner.key, given]];
    if (inner.key === 'id') {
      const id = String(party.role ?? 'party');
      return [['id', before === 0 ? id : `${id}-${before + 1}`]];
    }
    const value = inner.wanted ? unknownValue(inner, role) : undefined;
    return value === undefined ? [] : [[inner.key, value]];
  });
  return { ...Object.fromEntries(entries), ...party, ...Object.fromEntries(entries) };
}

/** A placeholder for free text, or for the texts that are wanted of a group; nothing for dates, choices and addresses. */
function unknownValue(field: Field, owner: string): Json | undefined {
  if (isFreeText(field)) return placeholderOf(`${field.title.toLowerCase()} of the ${owner}`);
  if (field.fields.some((inner) => inner.format === 'date') || field.items) return undefined;
  const wanted = field.fields.filter((inner) => inner.wanted && isFreeText(inner));
  if (wanted.length === 0) return undefined;
  return Object.fromEntries(
    wanted.map((inner) => [
      inner.key,
      placeholderOf(`${inner.title.toLowerCase()} of the ${field.title.toLowerCase()}`),
    ]),
  );
}

function demandsWhenAgreed(framework: Framework, values: JsonObject): Commented[] {
  const model = { 'front-matter': { ...values, status: 'agreed' }, omitted: {}, sections: {} };
  const missing = framework
    .validate(model)
    .filter((one) => one.keyword === 'required' && one.pointer === '/front-matter');
  const lines = (recommended: boolean, heading: string) => {
    const fields = missing.flatMap((one) =>
      one.recommended === recommended ? framework.frontMatter.fields.filter(({ key }) => key === one.property) : [],
    );
    return fields.length === 0 ? [] : [heading, ...fields.map(exampleLine)].map((line) => ({ path: [], line }));
  };
  return [
    ...lines(false, 'Fill in and uncomment before the status becomes agreed:'),
    ...lines(true, 'Worth having too:'),
  ];
}

function partyComments({ frontMatter }: Framework, values: JsonObject): Commented[] {
  const parties = property(values, 'parties');
  const fields = fieldNamed(frontMatter, 'parties')?.items?.fields ?? [];
  return (Array.isArray(parties) ? parties : []).flatMap((party, index) =>
    fields
      .filter((field) => field.wanted && property(party, field.key) === undefined)
      .map((field) => ({ path: ['parties', index], line: exampleLine(field) })),
  );
}

/** `expires: YYYY-MM-DD or until-notice`, `signatory: { name: …, position: …, signed: YYYY-MM-DD }` */
function exampleLine(field: Field): string {
  if (field.fields.length === 0) return `${field.key}: ${shapeOf(field)}`;
  return `${field.key}: { ${field.fields.map((inner) => `${inner.key}: ${shapeOf(inner)}`).join(', ')} }`;
}

function shapeOf(field: Field): string {
  if (field.format === 'date') return 'YYYY-MM-DD';
  if (field.format === 'date-or-until-notice') return 'YYYY-MM-DD or until-notice';
  if (field.values.length > 0) return field.values.join(' or ');
  const [example] = field.examples;
  if (Array.isArray(example)) return `[${example.join(', ')}]`;
  return typeof example === 'string' || typeof example === 'number' ? String(example) : '…';
}
