import { type Binding, placeOf } from '../binding/binding.ts';
import { type TermSentence, termsIn } from '../binding/dates.ts';
import { agreedOn, jurisdictionOf } from '../binding/facts.ts';
import { type Passages, passagesOf } from '../binding/passages.ts';
import { type Around, surroundingsIn } from '../binding/surroundings.ts';
import { property } from '../data/json.ts';
import { spanIn, withoutCode } from '../document/prose.ts';
import type { Suppression } from '../document/suppressions.ts';
import type { Citation, CitationFinder, Ground } from '../law/citations.ts';
import type { Span } from '../text/span.ts';
import { shippedWording, type Wording } from '../text/wording.ts';

/** What a rule looks at. */
export interface Context {
  readonly binding: Binding;
  /** Today as YYYY-MM-DD, or the day that the user asks about. */
  readonly today: string;
  /** What the authors say, without the words of forms and quotations. */
  readonly passages: Passages;
  readonly around: Around;
  /** What the passages say of the time for which the agreement holds. */
  readonly terms: readonly TermSentence[];
  /** Where they name a law, body or marking wrongly, judged as of the day on which they agreed. */
  readonly cited: readonly Cited[];
  /** The comments that silence findings, each with what it silenced. */
  readonly suppressions: readonly UsedSuppression[];
  /** What the documents of the run are called, with or without this one. */
  readonly neighbours: readonly Neighbour[];
  /** Whether there is a file or folder at a path, given as the document's own is; where it is unknown, links to files are not judged. */
  readonly exists: FileTest | undefined;
  /** How many days before a date it is mentioned. */
  readonly dueWithin: number;
  /** The words that rules look for: the shipped ones, or those that the user puts in their place. */
  readonly wording: Wording;
}

export interface UsedSuppression extends Suppression {
  /** Those of its rules that found something where it counts. */
  readonly used: readonly string[];
}

/** Another document of the same run. */
export interface Neighbour {
  readonly path: string;
  readonly reference: string;
  /** Whether it has been replaced or has ended. */
  readonly retired: boolean;
}

/** Answers for the disk, which rules may not touch. */
export type FileTest = (path: string) => boolean;

export interface Cited extends Citation {
  readonly at: Span;
}

/** What rules go by, beside a document and its framework. */
export interface Grounds {
  /** Today as YYYY-MM-DD, or the day that the user asks about. */
  readonly today: string;
  readonly findCitations: CitationFinder;
  /** The documents of the run that have a reference; this one may be among them. */
  readonly neighbours?: readonly Neighbour[];
  /** Whether there is a file or folder at a path, given as the document's own is; without it, links to files are not judged. */
  readonly exists?: FileTest;
  /** How many days before a date it is mentioned; 0 when it is left out. */
  readonly dueWithin?: number;
  /** The words that rules on wording look for; the shipped ones unless the user replaces some. */
  readonly wording?: Wording;
}

/** Looks once at what several rules read. */
export function contextFor(binding: Binding, grounds: Grounds): Context {
  const { today, findCitations, neighbours = [], exists, dueWithin = 0, wording = shippedWording } = grounds;
  const passages = passagesOf(binding);
  const jurisdiction = jurisdictionOf(binding);
  const { source } = binding.document;
  const ground = { asOf: agreedOn(binding) ?? today, jurisdiction: jurisdiction ?? '', document: source.text };
  const cited =
    jurisdiction === undefined
      ? []
      : passages
          .with(findCitations.cue)
          .flatMap(({ prose, label }) =>
            findCitations(withoutCode(prose), label, ground).map(
              (one): Cited => ({ ...one, at: spanIn(source, prose, one.from, one.to) }),
            ),
          );
  return {
    binding,
    today,
    passages,
    around: surroundingsIn(binding),
    terms: termsIn(binding),
    cited: [...cited, ...markingCited(binding, findCitations, ground)],
    suppressions: binding.document.suppressions.map((one) => ({ ...one, used: [] })),
    neighbours,
    exists,
    dueWithin,
    wording,
  };
}

/** The marking in the front matter is judged like one in the text. */
function markingCited(binding: Binding, findCitations: CitationFinder, ground: Ground): Cited[] {
  const marking = property(binding.frontMatter, 'marking');
  if (typeof marking !== 'string') return [];
  const at = placeOf(binding, '/front-matter/marking');
  return findCitations(marking, 'Marking', ground).map((one) => ({ ...one, at }));
}
