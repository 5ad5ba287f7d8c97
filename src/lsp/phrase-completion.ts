import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { partiesOf } from '../binding/parties.ts';
import { property } from '../data/json.ts';
import { shippedReferences } from '../law/reference.ts';
import { spanAt } from '../text/source.ts';
import { datesFor } from './front-matter-completion.ts';
import type { Laid } from './readings.ts';

interface Phrase {
  /** What may be typed to get it. */
  readonly names: readonly string[];
  readonly text: string;
  readonly detail: string;
}

/** The longest phrase, in words, that is looked back for. */
const longest = 8;

/** What may go on in a sentence: Acts by their title and year, parties by name and id, dates. */
export function phraseItems(laid: Laid, offset: number, today: string): CompletionItem[] {
  const { source, positions } = laid;
  const before = source.text.slice(source.text.lastIndexOf('\n', offset - 1) + 1, offset).slice(-160);
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}-])[\p{L}\p{N}]/gu)].map(({ index }) => index).slice(-longest);
  const phrases = [...actPhrases(), ...partyPhrases(laid), ...datePhrases(laid, today)];
  for (const start of starts) {
    const typed = before.slice(start);
    if (typed.trim().length < 2) continue;
    const fits = phrases.filter(({ names }) =>
      names.some((name) => name.toLowerCase().startsWith(typed.toLowerCase())),
    );
    if (fits.length === 0) continue;
    const range = positions.range(spanAt(source, offset - typed.length, offset));
    return fits.map(
      ({ text, detail }): CompletionItem => ({
        label: text,
        kind: CompletionItemKind.Text,
        detail,
        filterText: typed,
        textEdit: { range, newText: text },
      }),
    );
  }
  return [];
}

function actPhrases(): Phrase[] {
  return shippedReferences.acts.map(({ title, short }) => ({
    names: [title, ...short],
    text: title,
    detail: short.length > 0 ? `also ${short.join(', ')}` : 'its title',
  }));
}

function partyPhrases({ binding }: Laid): Phrase[] {
  return partiesOf(binding).flatMap(({ name, value }): Phrase[] => {
    const [id, role] = [property(value, 'id'), property(value, 'role')];
    const detail = typeof role === 'string' ? role.replaceAll('-', ' ') : 'a party';
    return [
      { names: [name, ...(typeof id === 'string' ? [id] : [])], text: name, detail },
      ...(typeof id === 'string' ? [{ names: [id], text: id, detail: `the id of ${name}` }] : []),
    ];
  });
}

function datePhrases({ source }: Laid, today: string): Phrase[] {
  return datesFor(source, today).map(({ value, detail = '' }) => ({ names: [value, detail], text: value, detail }));
}
