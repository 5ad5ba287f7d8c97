import { check } from '../check/check.ts';
import { parseDocument } from '../document/document.ts';
import type { MarkdownParser } from '../document/parser.ts';
import type { Severity } from '../finding/finding.ts';
import { isAtLeast } from '../finding/finding.ts';
import type { Framework } from '../framework/framework.ts';
import { formats } from '../report/formats.ts';
import type { FormatName } from '../report/names.ts';
import { type DocumentReport, onlyFrom, type Report } from '../report/report.ts';
import { limits } from '../text/decode.ts';
import type { Source } from '../text/source.ts';
import { type Candidates, findCandidates, neighboursOf, readDocument, sourceOf } from '../workspace/documents.ts';
import { type Complaint, failure, isFailure } from '../workspace/failure.ts';
import { type Frameworks, frameworksFor, looksLikeFramework } from '../workspace/frameworks.ts';
import { complain } from './complain.ts';
import { declaredFramework, parserFor } from './document.ts';
import { type ExitCode, type Io, readAll, wantsColour, widthOf } from './io.ts';

export interface CheckOptions {
  readonly format: FormatName;
  readonly framework?: string;
  readonly asOf: string;
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename: string;
  readonly allowEmpty?: boolean;
}

/** Checks documents and prints the report. Files that cannot be read do not keep the others from being checked. */
export async function runCheck(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  if (options.stdin && paths.length > 0) {
    throw failure({ text: 'both --stdin and a path are named', remedy: 'Name one of them.' });
  }
  const frameworks = frameworksFor(io.cwd);
  const forced = options.framework === undefined ? undefined : await frameworks.named(options.framework);
  const parse = await parserFor(io);
  const { files, complaints, empty } = options.stdin ? nothing : await findCandidates(io.cwd, paths);
  const documents: DocumentReport[] = [];
  const trouble: Complaint[] = [...complaints, ...(options.allowEmpty ? [] : empty)];
  let passedOver = 0;

  const checkOne = async (read: () => Promise<Source>, named: boolean) => {
    const outcome = await judge(await read(), {
      parse,
      frameworks,
      forced,
      named,
      today: options.asOf,
      cwd: io.cwd,
    });
    if (outcome) documents.push(outcome);
    else passedOver += 1;
  };
  if (options.stdin)
    await checkOne(async () => sourceOf(options.stdinFilename, await readAll(io.stdin, limits.bytes)), true);
  for (const { path, named } of files) {
    try {
      await checkOne(() => readDocument(io.cwd, path), named);
    } catch (error) {
      if (!isFailure(error)) throw error;
      trouble.push(...error.failure);
    }
  }
  if (documents.length === 0 && trouble.length === 0 && !options.allowEmpty) {
    const text =
      passedOver === 1
        ? 'the one Markdown file found names no framework'
        : `none of the ${passedOver} Markdown files found names a framework`;
    trouble.push({
      text: `nothing to check: ${text}`,
      remedy:
        'Put “framework: surveillance-camera” in the front matter of an agreement, name one with --framework, or start one with “sla init”.',
    });
  }

  const report: Report = { documents, passedOver, failed: fails(documents, options) };
  if (documents.length > 0 || trouble.length === 0) print(io, report, options);
  complain(io, trouble);
  if (trouble.length > 0) return 2;
  return report.failed ? 1 : 0;
}

const nothing: Candidates = { files: [], complaints: [], empty: [] };

interface Judging {
  readonly parse: MarkdownParser;
  readonly frameworks: Frameworks;
  /** The framework of the command line, which wins over the document's own. */
  readonly forced: Framework | undefined;
  readonly named: boolean;
  readonly today: string;
  readonly cwd: string;
}

/** The report of one document; undefined for a file that was found, not named, and that declares no framework. */
async function judge(
  source: Source,
  { parse, frameworks, forced, named, today, cwd }: Judging,
): Promise<DocumentReport | undefined> {
  const document = parseDocument(source, parse);
  const declared = declaredFramework(document);
  const unmeant = declared === undefined || !looksLikeFramework(declared.name);
  if (!named && !forced && unmeant && !(document.frontMatter.state === 'invalid' && mentionsFramework(source)))
    return undefined;
  const framework = forced ?? (declared && (await frameworks.declared(declared.name, source.path, declared.place)));
  const exists = neighboursOf(cwd, source.path);
  return { source, framework: framework?.name, ...check(document, framework, { today, ...(exists && { exists }) }) };
}

/** Front matter that cannot be read may still be that of an agreement. */
function mentionsFramework({ text }: Source): boolean {
  return /^framework:/m.test(text.slice(0, 4000));
}

function print(io: Io, report: Report, { format, quiet, failOn, maxWarnings }: CheckOptions): void {
  const least = maxWarnings !== undefined && failOn === 'error' ? 'warning' : failOn;
  const shown = quiet ? onlyFrom(report, least) : report;
  io.stdout.write(formats[format](shown, { color: wantsColour(io), width: widthOf(io) }));
}

function fails(documents: readonly DocumentReport[], { failOn, maxWarnings }: CheckOptions): boolean {
  const findings = documents.flatMap((one) => one.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) || warnings > (maxWarnings ?? warnings);
}
