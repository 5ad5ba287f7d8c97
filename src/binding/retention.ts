import { pointerOf, property } from '../data/json.ts';
import type { Block } from '../document/blocks.ts';
import { ownWords, type Prose, spanIn } from '../document/prose.ts';
import { type Duration, durationCue, firstDuration } from '../text/duration.ts';
import { groupedBy } from '../text/group.ts';
import { keepingReader, type ScheduleRow } from '../text/keeping.ts';
import { once, oncePer } from '../text/remember.ts';
import { sentencesOf } from '../text/sentence.ts';
import { oneLine } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { comparableTitle } from '../text/title.ts';
import type { Wording } from '../text/wording.ts';
import { type Binding, placeOf } from './binding.ts';
import { behindLabel, passagesOf } from './passages.ts';
import { type Around, isNamedRow, type Surroundings } from './surroundings.ts';

/** A place that says how long one kind of material is kept. */
export interface StatedRetention {
  /** What is kept: two places with the same words speak of the same material. */
  readonly material: string;
  readonly duration: Duration;
  /** Whether it may go earlier. */
  readonly isMost: boolean;
  /** Whether it is the day on which it goes. */
  readonly isDay: boolean;
  readonly at: Span;
}

type Lists = Wording['retention-unclear'];

const readerOf = oncePer(keepingReader);

/** How long material is kept: as the front matter says, then as the sentences of the text do. */
export function statedRetention(binding: Binding, around: Around, words: Lists): StatedRetention[] {
  if (!isOfSurveillance(binding, words)) return [];
  return [...inFrontMatter(binding, words), ...inText(binding, around, words)];
}

/**
 * The kinds of material are those of surveillance: elsewhere images are of systems, devices are spare, and reads are a
 * meter's. So the framework must ask for the surveillance that an agreement covers, or the front matter name some.
 */
function isOfSurveillance({ framework, frontMatter }: Binding, { materials }: Lists): boolean {
  if (framework.frontMatter.fields.some(({ key, wanted }) => key === 'surveillance' && wanted)) return true;
  const [declared, entries] = [property(frontMatter, 'surveillance'), property(frontMatter, 'retention')];
  if (Array.isArray(declared) && declared.length > 0) return true;
  const ids = new Set(materials.map(({ id }) => id));
  return Array.isArray(entries) && entries.some((entry) => ids.has(String(property(entry, 'applies-to'))));
}

function inFrontMatter(binding: Binding, { materials }: Lists): StatedRetention[] {
  const entries = property(binding.frontMatter, 'retention');
  return (Array.isArray(entries) ? entries : []).flatMap((entry, index): StatedRetention[] => {
    const [subject, period] = [property(entry, 'applies-to'), property(entry, 'period')];
    const duration = typeof period === 'string' ? firstDuration(period) : undefined;
    if (typeof subject !== 'string' || !duration) return [];
    const name = comparableTitle(subject);
    const known = materials.find(({ id, words }) => [id, ...words].some((one) => comparableTitle(one) === name));
    const at = placeOf(binding, `/front-matter/retention${pointerOf(index, 'period')}`);
    return [{ material: known?.title ?? subject, duration, isMost: false, isDay: false, at }];
  });
}

function inText(binding: Binding, around: Around, words: Lists): StatedRetention[] {
  const { source } = binding.document;
  const { isAbout, hasPeriod, keptIn, keptInRow, cue } = readerOf(words);
  const rows = once(() => scheduleCells(binding.document.blocks));
  const passages = passagesOf(binding);
  const speaking = new Set(passages.with(cue));
  return passages.with(durationCue).flatMap((passage): StatedRetention[] => {
    const { prose, kind, label } = passage;
    if (kind === 'heading') return [];
    const text = ownWords(prose);
    const start = behindLabel(passage, text);
    const place = around(spanIn(source, prose, start, text.length).start.offset);
    const context = contextOf(place, label);
    if ((!speaking.has(passage) && !isAbout(context)) || !hasPeriod(text)) return [];
    const isOwn = isNamedRow(place, label);
    const row = kind === 'cell' && !isOwn ? rows().get(prose) : undefined;
    if (kind === 'cell' && !isOwn && !row) return [];
    const ids = place.requirements.map(({ id }) => id);
    const subject = isOwn ? '' : label;
    const read = (sentence: string) =>
      row
        ? keptInRow(sentence, { ...row, heading: contextOf(place, '') })
        : keptIn(sentence, { context, subject, ids });
    return sentencesOf(text.slice(start)).flatMap((sentence) =>
      read(sentence.text).map(({ from, to, ...kept }): StatedRetention => {
        const offset = start + sentence.from;
        return { ...kept, at: spanIn(source, prose, offset + from, offset + to) };
      }),
    );
  });
}

/**
 * The cells of schedules, each with the name of its row and column. Rows of one name are told apart by another column, and
 * say nothing of all that has the name.
 */
function scheduleCells(blocks: readonly Block[]): ReadonlyMap<Prose, Omit<ScheduleRow, 'heading'>> {
  const cells = new Map<Prose, Omit<ScheduleRow, 'heading'>>();
  for (const table of blocks) {
    if (table.kind !== 'table') continue;
    const named = groupedBy(table.rows, ([first]) => [comparableTitle(first?.text ?? '')]);
    for (const [row, ...others] of named.values()) {
      if (!row || others.length > 0) continue;
      const name = oneLine(row[0]?.text ?? '');
      for (const [index, cell] of row.entries()) {
        if (index > 0) cells.set(cell, { name, column: table.columns[index]?.text ?? '' });
      }
    }
  }
  return cells;
}

/** What a place is about: its label, the component that it answers, else the nearest heading. */
function contextOf({ headings, requirements }: Surroundings, label: string): string {
  const component = requirements.findLast(({ path }) => path.includes('/'));
  return [label, component?.title ?? headings[0] ?? ''].join(' | ');
}
