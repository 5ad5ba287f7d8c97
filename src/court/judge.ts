import { resolve } from 'node:path';
import { check, type Settings } from '../check/check.ts';
import { type Fixed, fixText } from '../check/fix.ts';
import { parseDocument } from '../document/document.ts';
import { type FrontMatter, readFrontMatter } from '../document/front-matter.ts';
import type { MarkdownParser } from '../document/parser.ts';
import type { Neighbour } from '../evidence/context.ts';
import type { Fix } from '../finding/finding.ts';
import type { Verdict } from '../finding/verdict.ts';
import type { Framework } from '../framework/framework.ts';
import { type DocumentReport, reported } from '../report/report.ts';
import { createSource, type Source } from '../text/source.ts';
import type { Cache } from '../workspace/cache.ts';
import { neighboursOf } from '../workspace/documents.ts';
import { type Frameworks, frameworksBy } from '../workspace/frameworks.ts';
import { declaredFramework } from './declared-framework.ts';
import type { Project } from './project.ts';

/** What is the same for every document of a run. */
export interface Court {
  readonly cwd: string;
  readonly parse: MarkdownParser;
  readonly frameworks: Frameworks;
  readonly project: Project;
  /** The framework of the command line, which wins over the document's own. */
  readonly forced: Framework | undefined;
  readonly neighbours: readonly Neighbour[];
  /** The kinds of fixes to make. */
  readonly fixes: readonly Fix['safety'][];
}

/** What a run starts from. `forced` is the framework of the command line; `neighbours` are the documents of which others may speak. */
export async function courtFor(
  cwd: string,
  parse: MarkdownParser,
  project: Project,
  neighbours: readonly Neighbour[],
  forced: string | undefined,
  fixes: Court['fixes'] = [],
  compiled?: Cache,
): Promise<Court> {
  const frameworks = frameworksBy(project.config, cwd, compiled);
  return {
    cwd,
    parse,
    frameworks,
    project,
    forced: forced === undefined ? undefined : await frameworks.named(forced),
    neighbours,
    fixes,
  };
}

/** A judged document; with fixes, the text that they made of it. */
export interface Judged {
  readonly report: DocumentReport;
  readonly fixed: Fixed | undefined;
  /** The paths, relative to the working folder, that were looked for beside it, and whether something was there. */
  readonly looked: Readonly<Record<string, boolean>>;
}

/** Judges one document; undefined for a file that was found, not named, and that declares no framework. */
export async function judge(source: Source, named: boolean, court: Court): Promise<Judged | undefined> {
  const standard = await standardFor(source, named, court);
  if (!standard) return undefined;
  const { framework, settings, frontMatter, looked } = standard;
  const first = check(parseDocument(source, court.parse, frontMatter), framework, settings);
  const unfixed = { report: reported(source, framework?.name, first), fixed: undefined, looked };
  if (court.fixes.length === 0) return unfixed;
  const fixed = fixSource(source, standard, court, first);
  if (fixed.text === source.text) return unfixed;
  const after = createSource(source.path, fixed.text);
  const verdict = check(parseDocument(after, court.parse), framework, settings);
  return { ...unfixed, report: reported(after, framework?.name, verdict), fixed };
}

/** What a document is judged by. */
export interface Standard {
  /** Undefined when none is known. */
  readonly framework: Framework | undefined;
  readonly settings: Settings;
  /** The front matter, which was read to find the framework. */
  readonly frontMatter: FrontMatter;
  /** What was looked for beside the document so far, as of a judged one. */
  readonly looked: Judged['looked'];
}

/** Finds the framework and the settings of a document; undefined for a file that was found, not named, and declares none. */
export async function standardFor(source: Source, named: boolean, court: Court): Promise<Standard | undefined> {
  const { cwd, frameworks, project, forced, neighbours } = court;
  const path = resolve(cwd, source.path);
  // The front matter says whether a file is meant at all, before its text is parsed.
  const frontMatter = readFrontMatter(source);
  const declared = declaredFramework({ source, frontMatter });
  const isMeant = declared !== undefined && frameworks.looksKnown(declared.name);
  const isBroken = frontMatter.state === 'invalid' && mentionsFramework(source);
  if (!named && !forced && !isMeant && !isBroken) return undefined;
  const usual = declared ? undefined : project.frameworkFor(path);
  const framework =
    forced ??
    (declared && (await frameworks.declared(declared.name, source.path, declared.place))) ??
    (usual === undefined ? undefined : await frameworks.configured(usual));
  const looked: Record<string, boolean> = {};
  const exists = neighboursOf(cwd, source.path);
  const look = (one: string) => {
    looked[one] ??= exists?.(one) ?? true;
    return looked[one];
  };
  const settings = { ...project.settingsFor(path), neighbours, ...(exists && { exists: look }) };
  return { framework, settings, frontMatter, looked };
}

/** Makes the fixes of the court's kinds in a text that was judged already. */
export function fixSource(source: Source, { framework, settings }: Standard, court: Court, first: Verdict): Fixed {
  const verdictOf = (text: string) =>
    text === source.text
      ? first
      : check(parseDocument(createSource(source.path, text), court.parse), framework, settings);
  return fixText(source.text, (text) => verdictOf(text).findings, court.fixes);
}

/** Front matter that cannot be read may still be that of an agreement. */
function mentionsFramework({ text }: Source): boolean {
  return /^framework:/m.test(text.slice(0, 4000));
}
