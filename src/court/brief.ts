import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fixed } from '../check/fix.ts';
import { type EngineName, loadParser } from '../document/parser.ts';
import type { Neighbour } from '../evidence/context.ts';
import type { Fix } from '../finding/finding.ts';
import type { DocumentReport } from '../report/report.ts';
import type { Source } from '../text/source.ts';
import { asciiJson } from '../workspace/ascii-json.ts';
import { cacheIn } from '../workspace/cache.ts';
import { digestOf } from '../workspace/digest.ts';
import { type Candidate, readBytes, sourceOf, withinLimits } from '../workspace/documents.ts';
import { type Complaint, isFailure } from '../workspace/failure.ts';
import { type Court, courtFor, type Judged, judge } from './judge.ts';
import { type ProjectOptions, projectFor } from './project.ts';

/** How the documents of a run are judged, as plain data, so that a worker can be told. */
export interface Brief extends Omit<ProjectOptions, 'clock'> {
  readonly cwd: string;
  /** The framework of the command line, which wins over the documents' own. */
  readonly framework: string | undefined;
  readonly engine: EngineName | undefined;
  /** The kinds of fixes to make. */
  readonly fixes: readonly Fix['safety'][];
  /** The user's own folder, where frameworks of theirs are kept that were compiled; undefined where none are to be used. */
  readonly compiledIn: string | undefined;
  /** Whether the verdicts are to say how long each rule took. */
  readonly timed: boolean;
}

/** What became of a document of a run. */
export type Outcome =
  | { readonly state: 'judged'; readonly report: DocumentReport; readonly fixed?: Repaired }
  | { readonly state: 'passed-over' }
  | { readonly state: 'failed'; readonly complaints: readonly Complaint[] };

/** What fixes made of a document. */
export interface Repaired extends Fixed {
  readonly before: Source;
}

/** An outcome, and what it rests on beside the document itself. */
export interface Finished {
  /** What `asciiJson` made of it, as it is kept and handed from thread to thread. */
  readonly outcome: Uint8Array;
  /** The digest of the file as it was judged; undefined where it could not be read, or the outcome is not to be stored. */
  readonly digest?: string;
  /** The framework files of the user's that have been read so far in this thread. */
  readonly files: readonly string[];
  readonly looked: Readonly<Record<string, boolean>>;
}

/** Makes ready what judges the documents of a run one by one, in this thread; `stored` says whether the outcomes are kept. */
export async function judgeFor(
  brief: Brief,
  neighbours: readonly Neighbour[],
  stored: boolean,
): Promise<(document: Candidate) => Promise<Finished>> {
  const court = await courtOf(brief, neighbours);
  return async ({ path, named }) => {
    // The native parser gives its memory back only when the event loop turns.
    await nextTurn();
    try {
      const bytes = readBytes(brief.cwd, path);
      const before = withinLimits(sourceOf(path, bytes));
      const judged = await judge(before, named, court);
      const files = court.frameworks.files();
      const outcome = asciiJson(outcomeOf(judged, before));
      return { outcome, ...(stored && { digest: digestOf(bytes) }), files, looked: judged?.looked ?? {} };
    } catch (error) {
      if (!isFailure(error)) throw error;
      const outcome = asciiJson({ state: 'failed', complaints: error.failure } satisfies Outcome);
      return { outcome, files: [], looked: {} };
    }
  };
}

/** Judges a text that is in no file. Fails where its framework cannot be had. */
export async function judgeText(brief: Brief, source: Source): Promise<Outcome> {
  return outcomeOf(await judge(source, true, await courtOf(brief, [])), source);
}

async function courtOf(brief: Brief, neighbours: readonly Neighbour[]): Promise<Court> {
  const { cwd, engine, framework, fixes, timed, compiledIn } = brief;
  const compiled = compiledIn === undefined ? undefined : cacheIn(compiledIn, 'frameworks');
  const options = { ...brief, ...(timed && { clock: () => performance.now() }) };
  const [project, parse] = await Promise.all([projectFor(cwd, options), loadParser(engine)]);
  return courtFor(cwd, parse, project, neighbours, framework, fixes, compiled);
}

/** What became of a document that was judged, or of one that was found and is no agreement. */
function outcomeOf(judged: Judged | undefined, before: Source): Outcome {
  if (!judged) return { state: 'passed-over' };
  const { report, fixed } = judged;
  return { state: 'judged', report, ...(fixed && { fixed: { ...fixed, before } }) };
}
