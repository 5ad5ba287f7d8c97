import { resolve } from 'node:path';
import { check } from '../check/check.ts';
import { type Fixed, fixText } from '../check/fix.ts';
import { parseDocument } from '../document/document.ts';
import { readFrontMatter } from '../document/front-matter.ts';
import type { MarkdownParser } from '../document/parser.ts';
import type { Fix } from '../finding/finding.ts';
import type { Framework } from '../framework/framework.ts';
import { type DocumentReport, reported } from '../report/report.ts';
import type { Neighbour } from '../rules/rule.ts';
import { createSource, type Source } from '../text/source.ts';
import { neighboursOf } from '../workspace/documents.ts';
import { type Frameworks, frameworksFor } from '../workspace/frameworks.ts';
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
): Promise<Court> {
  const folder = project.config?.folder ?? cwd;
  const own = Object.entries(project.config?.frameworks ?? {}).map(([name, path]) => [name, resolve(folder, path)]);
  const frameworks = frameworksFor(cwd, Object.fromEntries(own), folder);
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
  /** What it was held against; undefined when none is known. */
  readonly framework: Framework | undefined;
  readonly fixed: Fixed | undefined;
  /** The paths, relative to the working folder, that were looked for beside it, and whether something was there. */
  readonly looked: Readonly<Record<string, boolean>>;
}

/** Judges one document; undefined for a file that was found, not named, and that declares no framework. */
export async function judge(source: Source, named: boolean, court: Court): Promise<Judged | undefined> {
  const { cwd, parse, frameworks, project, forced, neighbours, fixes } = court;
  const path = resolve(cwd, source.path);
  // The front matter says whether a file is meant at all, before its text is parsed.
  const frontMatter = readFrontMatter(source);
  const declared = declaredFramework({ source, frontMatter });
  const isMeant = declared !== undefined && frameworks.looksKnown(declared.name);
  const isBroken = frontMatter.state === 'invalid' && mentionsFramework(source);
  if (!named && !forced && !isMeant && !isBroken) return undefined;
  const document = parseDocument(source, parse, frontMatter);
  const usual = declared ? undefined : project.frameworkFor(path);
  const framework =
    forced ??
    (declared && (await frameworks.declared(declared.name, source.path, declared.place))) ??
    (usual === undefined ? undefined : await frameworks.configured(usual));
  const others = neighbours.filter((one) => one.path !== source.path);
  const looked: Record<string, boolean> = {};
  const exists = neighboursOf(cwd, source.path);
  const look = (one: string) => {
    looked[one] ??= exists?.(one) ?? true;
    return looked[one];
  };
  const settings = { ...project.settingsFor(path), neighbours: others, ...(exists && { exists: look }) };
  const verdictOf = (one: Source) => check(parseDocument(one, parse), framework, settings);
  const first = check(document, framework, settings);
  const unfixed = { report: reported(source, framework?.name, first), framework, fixed: undefined, looked };
  if (fixes.length === 0) return unfixed;
  const again = (text: string) => createSource(source.path, text);
  const fixed = fixText(source.text, (text) => (text === source.text ? first : verdictOf(again(text))).findings, fixes);
  if (fixed.text === source.text) return unfixed;
  const after = again(fixed.text);
  return { ...unfixed, report: reported(after, framework?.name, verdictOf(after)), fixed };
}

/** Front matter that cannot be read may still be that of an agreement. */
function mentionsFramework({ text }: Source): boolean {
  return /^framework:/m.test(text.slice(0, 4000));
}
