import {
  type Block,
  type Item,
  isParagraph,
  labelledRows,
  leadOf,
  type Paragraph,
  type Table,
} from '../document/blocks.ts';
import { type Prose, sliceProse, spanIn, textSpan } from '../document/prose.ts';
import { readDate } from '../text/date.ts';
import { oncePer } from '../text/remember.ts';
import { oneLine, withoutEnd } from '../text/shorten.ts';
import type { Source } from '../text/source.ts';
import { joinSpans, type Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import { belowHeading } from './below-heading.ts';
import { allBound, type Binding } from './binding.ts';

/** A word or phrase to which a document gives a meaning. */
export interface DefinedTerm {
  /** As it is written. */
  readonly term: string;
  /** The forms of which each counts as the term: "Force (or police)" is "Force" and "police". */
  readonly names: readonly string[];
  readonly at: Span;
  /** The definition; what stands there is no use of the term. */
  readonly definition: Span;
  /** Whether the definition is a row of a table. */
  readonly isRow: boolean;
}

const heading =
  /^(?:(?:key|defined) terms|terms (?:used.*|and definitions)|(?:key )?definitions(?: and .*| used.*)?|glossary(?: of terms)?|interpretation|terminology|abbreviations(?: and .*)?|acronyms(?: and .*)?)$/;
const termColumn = /^(?:terms?|words?(?: or phrase)?|expressions?|phrases?|abbreviations?|acronyms?|defined terms?)$/;
const meaningColumn =
  /^(?:meanings?|definitions?|explanations?|what it means|in this agreement|stands for|in full|full name|description)$/;

/** The terms of a document: the rows and items below a heading such as "Definitions", tables of terms and meanings, “X” means …, (the “X”). */
export const definedTerms = oncePer(({ document: { source, blocks }, sections }: Binding): DefinedTerm[] => {
  const region = definitionBlocks(blocks, sections);
  const found = blocks.flatMap((block): DefinedTerm[] => {
    if (block.quoted) return [];
    if (block.kind === 'table') {
      const [first, second] = block.columns.map(({ text }) => comparableTitle(text));
      const named = [termColumn.test(first ?? ''), meaningColumn.test(second ?? '')];
      const isGlossary = named.every(Boolean);
      const hasNoHeader = first === '' || labelledRows(block).length > block.rows.length;
      const isBelow = region.has(block) && (named.some(Boolean) || hasNoHeader);
      const rows = isGlossary || isBelow ? rowTerms(block, isGlossary) : [];
      return [...rows, ...proseTerms(source, block.rows.flat())];
    }
    if (!isParagraph(block)) return [];
    return [...(region.has(block) ? labelTerms(source, block) : []), ...proseTerms(source, [block.prose])];
  });
  const byPlace = new Map(found.map((one) => [`${one.at.start.line} ${one.names.join('|')}`, one]));
  return [...byPlace.values()];
});

/** What stands below a heading or label that announces definitions. */
function definitionBlocks(blocks: readonly Block[], sections: Binding['sections']): Set<Block> {
  const region = new Set(allBound(sections).flatMap((one) => (one.requirement.id === 'definitions' ? one.blocks : [])));
  const isBelow = belowHeading(isHeading);
  for (const block of blocks) {
    if (isBelow(block) || leadOf(block)?.label.text.split(/\.\s/).some(isHeading)) region.add(block);
  }
  return region;
}

function isHeading(title: string): boolean {
  return heading.test(comparableTitle(title));
}

function rowTerms(table: Table, isGlossary: boolean): DefinedTerm[] {
  const rows = isGlossary
    ? table.rows.flatMap(([first, second]) => (first && second ? [[first, second]] : []))
    : labelledRows(table);
  return rows.flatMap(([label, value]) => {
    if (!label || !value || value.text.trim() === '') return [];
    return termOf(label, joinSpans(label.span, value.span), true);
  });
}

/** `**Footage:** recorded pictures`, and `*Footage*: pictures. *Site*: the hospital.` in one paragraph. */
function labelTerms(source: Source, block: Paragraph | Item): DefinedTerm[] {
  const { prose, lead, span } = block;
  const starts = prose.runs.flatMap(({ from, text, style }) => {
    const to = from + text.trimEnd().length;
    const isLabel = text.trimEnd().endsWith(':') || /^\s*(?::|[–—-]\s|means?\b)/.test(prose.text.slice(to, to + 12));
    return style === 'emphasis' && isLabel ? [{ from, to }] : [];
  });
  const labels = starts.map(({ from, to }) => sliceProse(source, prose, from, to));
  const isPlainItem = lead && !lead.emphasised && block.kind === 'item' && lead.value.text.trim() !== '';
  return [...labels, ...(isPlainItem ? [lead.label] : [])].flatMap((label, index) => {
    const { start } = textSpan(label);
    const end = labels[index + 1]?.span.start ?? span.end;
    // “Version: 2.0” and “Effective date: 4 January 2026” give a fact, and no word a meaning.
    return isFact(source.text.slice(textSpan(label).end.offset, end.offset))
      ? []
      : termOf(label, { start, end }, false);
  });
}

function isFact(said: string): boolean {
  const bare = said.replace(/[*_:\s]+/g, ' ').trim();
  return !/\p{L}/u.test(bare) || (bare.length <= longestDate && readDate(bare)?.state === 'day');
}

/** In code units, with a day of the week. */
const longestDate = 30;

const means = /[“"]([^“”"\n]{2,60})[”"],?\s+(?:means?|refers? to|has the meaning|includes?)\b/gu;
/** (the “Council”), ("Larkfield") behind a name, (hereafter “the Scheme”) */
const bracketed =
  /(\p{Lu}[A-Za-zÀ-ɏḀ-ỿ\d’'-]{0,40},?\s{1,3})?\(\s{0,3}((?:(?:together|collectively|each|here|hereafter|hereinafter|in this agreement|referred to as|called|known as|an?|the)\s{1,3}){0,4})([“"]?)((?:the |an? )?[A-Za-zÀ-ɏḀ-ỿ\d][^“”"()\n]{0,60}?)[”"]?\s{0,3}(?=[),;]|\sor\b)/gu;

/** A second name behind the first: (the “Objective” or “SLO”). */
const alternative = /^[”"]?\s{0,3}or\s{1,3}[“"]([^“”"()\n]{2,60})[”"]/;

/** Terms that a sentence gives in passing. */
function proseTerms(source: Source, proses: readonly Prose[]): DefinedTerm[] {
  return proses.flatMap((prose) => {
    if (!/[“"(]/.test(prose.text)) return [];
    const emphasised = new Set(prose.runs.flatMap(({ style, from }) => (style === 'emphasis' ? [from] : [])));
    const said = [...prose.text.matchAll(means)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      from: match.index + 1,
      text: match[1] ?? '',
      others: [],
    }));
    const given = [...prose.text.matchAll(bracketed)].flatMap((match) => {
      const [all, name, lead = '', quote, text = ''] = match;
      const from = match.index + all.lastIndexOf(text);
      const isMarked = quote !== '' || emphasised.has(from);
      // The name in front of the bracket may hold the term, and is no use of it: the definition starts with the prose.
      const hasArticle = /\b(?:the|an?|as|called)\s+$/.test(lead) || /^(?:the|an?)\s/.test(text);
      return isMarked && (hasArticle || name !== undefined)
        ? [
            {
              start: 0,
              end: match.index + all.length,
              from,
              text,
              others: alternative.exec(prose.text.slice(from + text.length, from + text.length + 80))?.slice(1) ?? [],
            },
          ]
        : [];
    });
    return [...said, ...given].flatMap(({ start, end, from, text, others }) =>
      termOf(sliceProse(source, prose, from, from + text.length), spanIn(source, prose, start, end), false).map(
        (one) => ({ ...one, names: [...one.names, ...others] }),
      ),
    );
  });
}

function termOf(label: Prose, definition: Span, isRow: boolean): DefinedTerm[] {
  const term = withoutEnd(oneLine(label.text).replace(/^[\s“"‘'*]+/u, ''), ` ”"’'*:.`);
  const names = term
    .split(/\s*[/;,()]\s*|\s+or\s+/u)
    .map((one) => one.replace(/^(?:the|an?|or|and)\s+/i, '').replace(/[“”"]/gu, ''))
    .filter((one) => /[A-Za-zÀ-ɏḀ-ỿ]{2}/u.test(one));
  const isPhrase =
    term.split(' ').length <= 6 && !/^(?:in|for|where|unless|any|a reference|references|note)\b/i.test(term);
  if (!isPhrase || names.length === 0 || isHeading(term)) return [];
  return [{ term, names, at: textSpan(label), definition, isRow }];
}
