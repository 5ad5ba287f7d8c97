import { ascending } from '../text/sorted.ts';
import type { Source } from '../text/source.ts';
import { type Prose, type Run, sliceProse } from './prose.ts';

/** A label at the start of a block: `**Retention period:** 31 days`, `Retention period: 31 days`, or a term over `: 31 days`. */
export interface LeadIn {
  readonly label: Prose;
  /** Whether it is set in bold or italics. */
  readonly emphasised: boolean;
  /** What stands behind the label in the same block; its text is empty when nothing does. */
  readonly value: Prose;
}

const longestLabel = 80;

/** The lead-in of a block's prose, if it starts with one: emphasised words, or a few words and a colon. */
function leadInOf(source: Source, prose: Prose): LeadIn | undefined {
  const emphasised = emphasisedLabelEnd(prose);
  const end = emphasised ?? plainLabelEnd(prose.text);
  if (end === undefined) return undefined;
  const head = prose.text.slice(0, end.label);
  const label = head.trim();
  if (label === '') return undefined;
  const start = head.length - head.trimStart().length;
  return {
    label: sliceProse(source, prose, start, start + label.length),
    emphasised: emphasised !== undefined,
    value: sliceProse(source, prose, end.value),
  };
}

interface LabelEnd {
  readonly label: number;
  readonly value: number;
}

/** Emphasised words that end with a colon or full stop, are followed by one or by a dash, stand alone, or bear a number. */
function emphasisedLabelEnd(prose: Prose): LabelEnd | undefined {
  const numbered = clauseNumber.exec(prose.text)?.[0].length ?? 0;
  const behind = (run: Run) => run.from + run.text.length > numbered && run.text.trim() !== '';
  const plain = prose.runs.find((run) => run.style !== 'emphasis' && behind(run));
  // "**Definitions.** *Footage*: pictures" has a label of one word, and then another emphasised one.
  const closed = prose.runs.find((run) => run.style === 'emphasis' && behind(run) && /[:.]\s*$/.test(run.text));
  const end = closed && closed.from + closed.text.length;
  const to = Math.min(plain?.from ?? prose.text.length, end ?? prose.text.length);
  const head = prose.text.slice(0, to).trimEnd();
  if (head.length <= numbered) return undefined;
  if (head.length > longestLabel || head.includes('\n')) return undefined;
  const rest = prose.text.slice(head.length);
  const inside = /[\s]*[:.]$/.exec(head);
  if (inside) return { label: inside.index, value: valueStart(prose.text, head.length) };
  if (rest.trim() === '') return { label: head.length, value: prose.text.length };
  if (/^[ \t]*\n/.test(rest)) return { label: head.length, value: valueStart(prose.text, head.length) };
  const outside = /^\s*(?::|[–—-](?=\s))/.exec(rest);
  if (outside) return { label: head.length, value: valueStart(prose.text, head.length + outside[0].length) };
  // "**6.1 Vetting** Each operator": with its number in the same bold, and a sentence behind it, it is a heading run in.
  const isHeading =
    prose.runs[0]?.style === 'emphasis' && /^\d{1,3}(?:\.\d{1,3})+[.)]?[ \t]+\p{Lu}/u.test(prose.runs[0].text);
  return isHeading && /^\s+\p{Lu}/u.test(rest)
    ? { label: head.length, value: valueStart(prose.text, head.length) }
    : undefined;
}

/** The number of a clause in front of its label: `1.1 `, `(2) `, `a) `. */
const clauseNumber = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)])[ \t]+/;

/** At most eight words without the end of a sentence, then a colon and a space or nothing; a number may go before. */
function plainLabelEnd(text: string): LabelEnd | undefined {
  const term = termOfList.exec(text);
  if (term) return { label: term[0].length, value: valueStart(text, term[0].length) };
  const match = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?[ \t]+)?[^\n:.!?;|]{1,80}:(?=\s|$)/u.exec(text);
  if (!match || match[0].trim().split(/\s+/).length > 9) return undefined;
  return { label: match[0].length - 1, value: valueStart(text, match[0].length) };
}

/** The term of a list of definitions, as pandoc writes them: what it means is on the next line, behind a colon. */
const termOfList = /^[^\n:!?;|]{1,80}(?=\n:[ \t])/u;

function valueStart(text: string, from: number): number {
  return from + (/^[ \t]*(?:[–—-][ \t]+)?(?:\n(?::[ \t]+)?)?/.exec(text.slice(from))?.[0].length ?? 0);
}

/** A piece of a paragraph, with the label that it starts with. */
export interface Piece {
  readonly prose: Prose;
  readonly lead: LeadIn | undefined;
}

/**
 * A paragraph of pairs, each by itself: where a line starts with an emphasised label or has a definition below it, where a
 * sentence ends before one with an emphasised label, where every line has the form `label: value`, and where labels and
 * values stand in columns with a tab between them.
 */
export function piecesOf(source: Source, prose: Prose): readonly Piece[] {
  const { text } = prose;
  const withLead = (piece: Prose): Piece => ({ prose: piece, lead: leadInOf(source, piece) });
  const breaks = [...text.matchAll(/\n/g)].map((match) => match.index + 1);
  const pieces = (cuts: readonly number[]) =>
    [0, ...cuts].map((cut, index) => sliceProse(source, prose, cut, cuts[index] ?? text.length));
  const lines = [0, ...breaks].map((start, index) => text.slice(start, breaks[index] ?? text.length));
  const isOneLabel = () => lines.length === 1 && leadInOf(source, prose) !== undefined;
  if (text.includes('\t') && isTabbed(lines) && !isOneLabel())
    return pieces(breaks).map((line) => ({ prose: line, lead: tabbedLeadIn(source, line) }));
  if (breaks.length > 0 && lines.every((line) => plainLabelEnd(line) !== undefined))
    return pieces(breaks).map(withLead);
  const emphasised = new Set(prose.runs.flatMap((run) => (run.style === 'emphasis' ? [run.from] : [])));
  const cuts = breaks.filter((cut, index) => {
    if (termOfList.test(`${lines[index + 1]}${lines[index + 2] ?? ''}`)) return true;
    if (!emphasised.has(cut)) return false;
    return emphasisedLabelEnd(sliceProse(source, prose, cut, breaks[index + 1] ?? text.length)) !== undefined;
  });
  const all = ascending([...new Set([...cuts, ...runInLabels(prose)])]);
  return all.length === 0 ? [withLead(prose)] : pieces(all).map(withLead);
}

/** Where further labels stand in a line that starts with one: `**Cameras:** 30. **Access log:** kept by the system.` */
function runInLabels({ text, runs }: Prose): number[] {
  const isLabel = ({ style, text: words }: Run) => style === 'emphasis' && /^\S.{0,78}:\s*$/.test(words);
  const [first] = runs;
  if (!first || !isLabel(first)) return [];
  return runs.flatMap((run) =>
    run.from > 0 && isLabel(run) && /[.;!?)][ \t]*$/.test(text.slice(Math.max(0, run.from - 20), run.from))
      ? [run.from]
      : [],
  );
}

/** Lines in two columns. Markdown drops a tab at the end of a line, so that a label without a value has none. */
function isTabbed(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => /^[^\t]{1,80}\t/.test(line)).length;
  return tabbed > 0 && tabbed * 2 >= lines.length && lines.every((line) => line.includes('\t') || line.length <= 60);
}

function tabbedLeadIn(source: Source, line: Prose): LeadIn {
  const text = line.text.trimEnd();
  const cut = text.indexOf('\t') < 0 ? text.length : text.indexOf('\t');
  const label = text.slice(0, cut).trimEnd();
  const rest = text.slice(cut);
  return {
    label: sliceProse(source, line, 0, label.length),
    emphasised: false,
    value: sliceProse(source, line, cut + rest.length - rest.trimStart().length, text.length),
  };
}
