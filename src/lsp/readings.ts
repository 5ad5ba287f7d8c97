import type { TextDocument } from 'vscode-languageserver-textdocument';
import { bind } from '../binding/bind.ts';
import type { Binding } from '../binding/binding.ts';
import { check } from '../check/check.ts';
import type { Fixed } from '../check/fix.ts';
import { type Court, fixSource, type Standard, standardFor } from '../court/judge.ts';
import { type Document, parseDocument } from '../document/document.ts';
import type { Verdict } from '../finding/verdict.ts';
import type { Framework } from '../framework/framework.ts';
import { once } from '../text/remember.ts';
import { createSource, type Source } from '../text/source.ts';
import { fits } from '../workspace/config.ts';
import { sourceOf, withinLimits } from '../workspace/documents.ts';
import { type Complaint, isFailure } from '../workspace/failure.ts';
import { shownPath } from '../workspace/paths.ts';
import { type Courts, pathOf } from './courts.ts';
import { type Encoding, type Positions, positionsOf } from './positions.ts';

/** One version of a document that is open, and what is made of it; each part is made when it is first asked for. */
export interface Reading {
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
  readonly positions: Positions;
  /** What keeps it from being judged: its text, its framework or the configuration cannot be used. */
  readonly complaints: readonly Complaint[];
  /** Undefined where it cannot be judged, or is no agreement. */
  readonly judged: Agreement | undefined;
  /** What it is laid over: its own framework or, while its front matter is half-written, the last one that was known. */
  readonly framework: Framework | undefined;
}

/** An agreement that is open in the editor. */
export interface Agreement {
  readonly court: Court;
  readonly standard: Standard;
  readonly document: () => Document;
  readonly verdict: () => Verdict;
  /** The text after every safe repair, as `sla check --fix` leaves it. */
  readonly fixed: () => Fixed;
  /** The document laid over its framework; undefined where none is known. */
  readonly binding: () => Binding | undefined;
}

/** An agreement with a framework, as the capabilities see it. */
export interface Laid {
  readonly uri: string;
  readonly source: Source;
  readonly positions: Positions;
  readonly framework: Framework;
  readonly binding: Binding;
  readonly judged: Agreement;
}

/** What the capabilities need of a reading; undefined where there is nothing to tell. */
export function laidOf({ uri, source, positions, framework, judged }: Reading): Laid | undefined {
  const binding = judged?.binding();
  return judged && framework && binding && { uri, source, positions, framework, binding, judged };
}

/** Reads a version of a text. `before` is the framework that an earlier version had. */
export async function readingOf(
  text: TextDocument,
  courts: Courts,
  encoding: Encoding,
  before: Framework | undefined,
): Promise<Reading> {
  const { uri, version } = text;
  const raw = text.getText();
  const found = await courts.of(uri).catch(trouble);
  const isTroubled = 'complaints' in found;
  const path = isTroubled ? undefined : pathOf(uri);
  const name = path === undefined ? nameOf(uri) : shownPath(isTroubled ? '.' : found.cwd, path);
  const usable = usableSource(name, raw);
  const source = 'complaints' in usable ? createSource(name, raw) : usable;
  const common = { uri, version, source, positions: positionsOf(source, encoding) };
  const refused = (complaints: readonly Complaint[]) => ({
    ...common,
    complaints,
    judged: undefined,
    framework: before,
  });
  if (isTroubled) return refused(found.complaints);
  if ('complaints' in usable) return refused(usable.complaints);
  const isMeant = path === undefined ? false : meaning(found, path);
  const standard =
    isMeant === 'excluded' ? undefined : await standardFor(source, isMeant === true, found).catch(trouble);
  if (!standard) return { ...common, complaints: [], judged: undefined, framework: undefined };
  if ('complaints' in standard) return refused(standard.complaints);
  const framework = standard.framework ?? before;
  const document = once(() => parseDocument(source, found.parse, standard.frontMatter));
  const verdict = once(() => check(document(), standard.framework, standard.settings));
  const judged = {
    court: found,
    standard,
    document,
    verdict,
    fixed: once(() => fixSource(source, standard, found, verdict())),
    binding: once(() => framework && bind(document(), framework)),
  };
  return { ...common, complaints: [], judged, framework };
}

/** Whether the configuration names a file, as for a check without paths. */
function meaning({ project: { config } }: Court, path: string): boolean | 'excluded' {
  if (!config) return false;
  const inside = shownPath(config.folder, path);
  if (fits(inside, config.exclude)) return 'excluded';
  return config.include.length > 0 && fits(inside, config.include);
}

/** A text within the limits of a document. */
function usableSource(name: string, raw: string): Source | Trouble {
  try {
    return withinLimits(sourceOf(name, Buffer.from(raw)));
  } catch (error) {
    return trouble(error);
  }
}

interface Trouble {
  readonly complaints: readonly Complaint[];
}

function trouble(error: unknown): Trouble {
  if (isFailure(error)) return { complaints: error.failure };
  throw error;
}

/** The last part of the name of a document that is no file. */
function nameOf(uri: string): string {
  return uri.split(/[/:]/).at(-1) || 'document.md';
}
