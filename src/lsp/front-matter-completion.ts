import { type CompletionItem, CompletionItemKind, type MarkupContent } from 'vscode-languageserver';
import { requirementPage } from '../explain/requirement.ts';
import { type Field, type Framework, fieldAt, fieldNamed } from '../framework/framework.ts';
import { shippedNames } from '../framework/shipped.ts';
import { isIsoDate, yearAfter } from '../text/date.ts';
import { lineBreakOf } from '../text/edits.ts';
import { placeholderOf } from '../text/placeholder.ts';
import { type Source, spanAt } from '../text/source.ts';
import { fieldPage } from './fields.ts';
import { type KeyPlace, keyPlaceAt } from './key-place.ts';
import type { Positions } from './positions.ts';

/** A text in whose front matter somebody types; the framework may be that of an earlier version of it. */
export interface Typed {
  readonly source: Source;
  readonly positions: Positions;
  readonly framework: Framework | undefined;
  /** The names that the configuration gives to frameworks. */
  readonly ownFrameworks: readonly string[];
  /** Today as YYYY-MM-DD. */
  readonly today: string;
}

/** Keys with their meaning, and what they can be given; undefined outside of front matter. */
export function frontMatterItems(typed: Typed, offset: number): CompletionItem[] | undefined {
  const place = keyPlaceAt(typed.source, offset);
  if (!place) return undefined;
  const range = typed.positions.range(spanAt(typed.source, place.from, offset));
  const items = place.key === undefined ? keyItems(typed, place) : valueItems(typed, place, place.key);
  return items.map(({ insertText = '', ...item }, index) => ({
    ...item,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText: insertText },
  }));
}

function keyItems({ framework, source }: Typed, { path, siblings, indent, isItem }: KeyPlace): CompletionItem[] {
  if (!framework) return path.length === 0 ? [plainKey('framework')] : [];
  const [top, ...rest] = path;
  if (top === 'omitted' && rest.length === 0) return omissionItems(framework, siblings);
  const field = fieldAt(framework, path);
  const holder = field?.items ?? field;
  const values = isItem ? (field?.items?.values ?? []) : [];
  const below = `\n${' '.repeat(indent + 2)}`;
  const keys = (holder?.fields ?? []).filter(({ key }) => !siblings.includes(key));
  // A list of words that is typed line by line has values where a map has keys.
  return [
    ...values.map((value) => ({ label: value, kind: CompletionItemKind.EnumMember, insertText: value })),
    ...keys.map((one): CompletionItem => {
      const isList = (one.items?.fields.length ?? 0) > 0;
      const isMap = one.fields.length > 0 || one.key === 'omitted';
      return {
        label: one.key,
        kind: CompletionItemKind.Property,
        detail: one.title,
        documentation: markdown(fieldPage(one)),
        insertText: `${one.key}:${isList ? `${below}- ` : isMap ? below : ' '}`.replaceAll(
          '\n',
          lineBreakOf(source.text),
        ),
      };
    }),
  ];
}

function plainKey(key: string): CompletionItem {
  return { label: key, kind: CompletionItemKind.Property, insertText: `${key}: ` };
}

/** The sections that may be left out; what the reason is, only the author knows. */
function omissionItems(framework: Framework, siblings: readonly string[]): CompletionItem[] {
  return framework.sections
    .filter(({ omittable, id }) => omittable && !siblings.includes(id))
    .map((one) => ({
      label: one.id,
      kind: CompletionItemKind.Property,
      detail: one.title,
      documentation: markdown(requirementPage(framework, one)),
      insertText: `${one.id}: ${placeholderOf('why this agreement does not need it')}`,
    }));
}

interface Offer {
  readonly value: string;
  readonly detail?: string;
}

function valueItems(typed: Typed, { path }: KeyPlace, key: string): CompletionItem[] {
  const { framework } = typed;
  if (path.length === 0 && key === 'framework') {
    return [...typed.ownFrameworks, ...shippedNames].map((name) => item({ value: name }));
  }
  if (!framework) return [];
  if (path[0] === 'omitted') return [item({ value: placeholderOf('why this agreement does not need it') })];
  const field = fieldAt(framework, [...path, key]);
  return field ? offersFor(typed, framework, field).map(item) : [];
}

function offersFor(typed: Typed, framework: Framework, field: Field): Offer[] {
  const values = [...field.values, ...(field.items?.values ?? [])];
  if (values.length > 0) return values.map((value) => ({ value }));
  const dates = datesFor(typed.source, typed.today);
  if (field.format === 'date') return dates;
  if (field.format === 'date-or-until-notice') return [...dates, { value: 'until-notice', detail: 'no fixed end' }];
  if (field.key === 'by') return partyIds(typed.source).map((value) => ({ value, detail: 'a party' }));
  const roles = fieldNamed(framework.frontMatter, 'parties')?.roles ?? [];
  const usual = field.key === 'role' ? roles.map((value) => ({ value, detail: 'usual in this framework' })) : [];
  const examples = field.examples.flatMap((one): Offer[] =>
    typeof one === 'string' || typeof one === 'number' ? [{ value: String(one), detail: 'an example' }] : [],
  );
  return [...usual, ...examples.filter(({ value }) => !roles.includes(value))];
}

/** Today; the day from which the agreement applies, and twelve months after it. Read from the lines, which may be half-written. */
export function datesFor({ text }: Source, today: string): Offer[] {
  const effective = /^effective:[ \t]*["']?(\d{4}-\d{2}-\d{2})/m.exec(text.slice(0, 20000))?.[1];
  const own = { value: today, detail: 'today' };
  if (!isIsoDate(effective)) return [own];
  return [
    own,
    { value: yearAfter(effective), detail: 'effective + 12 months' },
    { value: effective, detail: 'effective' },
  ];
}

function partyIds({ text }: Source): string[] {
  const parties = /^parties:[ \t]*\r?\n((?:[ \t-].*\r?\n?)*)/m.exec(text.slice(0, 20000))?.[1] ?? '';
  return [...parties.matchAll(/^\s*(?:- )?id:[ \t]*["']?([\w-]+)/gm)].map((match) => match[1] ?? '');
}

function item({ value, detail }: Offer): CompletionItem {
  return { label: value, kind: CompletionItemKind.Value, insertText: value, ...(detail !== undefined && { detail }) };
}

function markdown(value: string): MarkupContent {
  return { kind: 'markdown', value };
}
