import { resolve } from 'node:path';
import { courtFor, type Judged, judge } from '../court/judge.ts';
import { type Project, projectFor } from '../court/project.ts';
import { type Fix, isAtLeast, type Severity, severities } from '../finding/finding.ts';
import { defaultFramework } from '../framework/shipped.ts';
import { diffOf } from '../report/diff.ts';
import { counted, type DocumentReport, onlyFrom, type Report } from '../report/report.ts';
import { statisticsOf } from '../report/statistics.ts';
import { limits } from '../text/decode.ts';
import type { Source } from '../text/source.ts';
import { type Candidates, findCandidates, pathsFrom, readDocument, sourceOf } from '../workspace/documents.ts';
import { type Complaint, failure, isFailure } from '../workspace/failure.ts';
import { sift } from '../workspace/sift.ts';
import { obstacleTo, writeWhole } from '../workspace/write.ts';
import { baselinePath, beyondBaseline, loadBaseline, writeBaseline } from './baseline.ts';
import { complain } from './complain.ts';
import { type ExitCode, type Io, readAll } from './io.ts';
import { deliver, type Output, refuseClashes } from './outputs.ts';
import { parserFor } from './parser.ts';
import { progressOver } from './progress.ts';
import { thisTool } from './tool.ts';
import { traceStart, traceVerdict } from './trace.ts';

export interface CheckOptions {
  /** How to report, and where to; `pretty` at standard output when none is named. */
  readonly format?: readonly Output[];
  readonly framework?: string;
  readonly asOf: string;
  readonly dueWithin?: string;
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename: string;
  readonly filesFrom?: string;
  readonly passOver?: boolean;
  readonly allowEmpty?: boolean;
  readonly exitZero?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixSuggested?: boolean;
  readonly fixDryRun?: boolean;
  readonly diff?: boolean;
  readonly statistics?: boolean;
}

/** Checks documents and prints the report. Files that cannot be read do not keep the others from being checked. */
export async function runCheck(io: Io, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  if (options.stdin && paths.length > 0) {
    throw failure({ text: 'both --stdin and a path are named', remedy: 'Name one of them.' });
  }
  if (options.filesFrom !== undefined && (options.stdin || paths.length > 0)) {
    throw failure({ text: 'both --files-from and other documents are named', remedy: 'Name one of them.' });
  }
  const outputs = options.format ?? [{ format: 'pretty' }];
  refuseClashes(io, outputs);
  const clock = options.statistics ? { clock: () => performance.now() } : {};
  const project = await projectFor(io.cwd, { ...options, ...clock });
  const baseline = await baselineFor(io, project, options);
  const found = options.stdin ? nothing : await candidatesFor(io, paths, project, options);
  const { complaints, empty } = found;
  const { files, others } = options.framework === undefined ? sift(io.cwd, found.files) : { ...found, others: [] };
  const mayBeEmpty = options.allowEmpty || options.passOver;
  const trouble: Complaint[] = [...complaints, ...(mayBeEmpty ? [] : empty)];
  const parse = await parserFor(io);
  const court = await courtFor(io.cwd, parse, project, files, options.framework, fixesFor(options));
  traceStart(io, project, others);
  const progress = progressOver(io, options.diff || io.trace ? 0 : files.length);
  const judged: Judged[] = [];
  let passedOver = others.length;
  const judgeOne = async (read: () => Promise<Source>, named: boolean) => {
    const before = await read();
    const one = await judge(before, named, court);
    traceVerdict(io, before.path, one);
    if (!one) passedOver += 1;
    else {
      if (one.fixed) await showOrWrite(io, before, one.fixed.text, options);
      judged.push(one);
    }
  };
  if (options.stdin)
    await judgeOne(async () => sourceOf(options.stdinFilename, await readAll(io.stdin, limits.bytes)), true);
  for (const { path, named } of files) {
    try {
      await judgeOne(() => readDocument(io.cwd, path), named);
    } catch (error) {
      if (!isFailure(error)) throw error;
      trouble.push(...error.failure);
    }
    progress.step();
  }
  progress.clear();
  if (judged.length === 0 && trouble.length === 0 && !mayBeEmpty) trouble.push(nothingToCheck(passedOver));

  const all = judged.map(({ report }) => report);
  if (options.updateBaseline) return updateBaseline(io, baseline?.path, all, trouble);
  const documents = baseline?.known ? all.map((one) => beyondBaseline(io.cwd, baseline, one)) : all;
  const known = countOf(all) - countOf(documents);
  const failed = fails(documents, project, options);
  const report: Report = { documents, passedOver, known, failed, asOf: options.asOf, tool: thisTool() };
  tellFixes(io, judged, options);
  if (documents.length > 0 || trouble.length === 0) {
    trouble.push(...(await deliver(io, shownOf(report, project, options), outputs, targetFor(io, options))));
    if (options.statistics) io.stderr.write(`\n${statisticsOf(report)}`);
  }
  complain(io, trouble);
  if (trouble.length > 0) return 2;
  return report.failed && !options.exitZero ? 1 : 0;
}

const nothing: Candidates = { files: [], complaints: [], empty: [] };

async function candidatesFor(
  io: Io,
  paths: readonly string[],
  { config }: Project,
  { filesFrom, passOver }: CheckOptions,
): Promise<Candidates> {
  if (filesFrom === undefined) return findCandidates(io.cwd, paths, config, passOver);
  const listed = await pathsFrom(io.cwd, filesFrom, () => readAll(io.stdin, limits.bytes));
  // An empty list is nothing to check, not everything.
  return listed.length === 0 ? nothing : findCandidates(io.cwd, listed, config, passOver);
}

/** The kinds of repairs that the options ask for. */
function fixesFor({ fix, fixSuggested, fixDryRun, diff }: CheckOptions): readonly Fix['safety'][] {
  if (fixSuggested) return ['safe', 'suggested'];
  return fix || fixDryRun || diff ? ['safe'] : [];
}

async function baselineFor(io: Io, { config }: Project, options: CheckOptions) {
  const path = baselinePath(io.cwd, options.baseline, config);
  if (options.updateBaseline) {
    if (path !== undefined) return { path, known: {} };
    throw failure({
      text: 'no baseline is named to update',
      remedy: 'Add --baseline FILE, or “baseline:” to .sla.yaml.',
    });
  }
  return path === undefined ? undefined : loadBaseline(io.cwd, path);
}

async function updateBaseline(
  io: Io,
  path: string | undefined,
  all: readonly DocumentReport[],
  trouble: readonly Complaint[],
): Promise<ExitCode> {
  complain(io, trouble);
  if (trouble.length > 0 || path === undefined) return 2;
  await writeBaseline(io.cwd, path, all);
  io.stderr.write(`The baseline now holds ${counted(countOf(all), 'finding')}.\n`);
  return 0;
}

function countOf(documents: readonly DocumentReport[]): number {
  return documents.reduce((sum, one) => sum + one.findings.length, 0);
}

/** A fixed text: shown as a diff, printed where the document came on standard input, or written in place of the old one. */
async function showOrWrite(io: Io, before: Source, text: string, options: CheckOptions): Promise<void> {
  if (options.diff) {
    io.stdout.write(diffOf(before.path, before.text, text));
    return;
  }
  if (options.fixDryRun) return;
  if (options.stdin) {
    io.stdout.write(text);
    return;
  }
  const path = resolve(io.cwd, before.path);
  const obstacle = await obstacleTo(path, before.path, true);
  if (obstacle) throw failure(obstacle);
  await writeWhole(path, before.path, `${before.bom ? '\uFEFF' : ''}${text}`, true);
}

function tellFixes(
  { stderr }: Io,
  judged: readonly Judged[],
  { fix, fixSuggested, fixDryRun, diff }: CheckOptions,
): void {
  if (!fix && !fixSuggested && !fixDryRun && !diff) return;
  const changed = judged.filter(({ fixed }) => fixed);
  const made = changed.reduce((sum, { fixed }) => sum + (fixed?.made.length ?? 0), 0);
  const verb = fixDryRun || diff ? 'Would fix' : 'Fixed';
  stderr.write(`${verb} ${counted(made, 'finding')} in ${counted(changed.length, 'document')}.\n`);
}

function nothingToCheck(passedOver: number): Complaint {
  const text =
    passedOver === 1
      ? 'the one Markdown file found names no framework'
      : `none of the ${passedOver} Markdown files found names a framework`;
  return {
    text: `nothing to check: ${text}`,
    remedy: `Put “framework: ${defaultFramework}” in the front matter of an agreement, name one with --framework, or start one with “sla init”.`,
  };
}

/** The mildest finding that makes the check fail: the option's, else the configuration's, else an error. */
function failingLevel({ config }: Project, { failOn }: CheckOptions): Severity {
  return failOn ?? severities.find((one) => one === config?.failOn) ?? 'error';
}

/** What is told of a report: all of it, or with `--quiet` what makes the check fail. */
function shownOf(report: Report, project: Project, options: CheckOptions): Report {
  const level = failingLevel(project, options);
  const least = options.maxWarnings !== undefined && level === 'error' ? 'warning' : level;
  return options.quiet ? onlyFrom(report, least) : report;
}

/** Where the report goes that no file is named for: nowhere when a diff or a fixed document has that place. */
function targetFor(io: Io, options: CheckOptions): Io['stdout'] | Io['stderr'] | undefined {
  if (options.diff) return undefined;
  const fixes = (options.fix || options.fixSuggested) && !options.fixDryRun;
  return options.stdin && fixes ? io.stderr : io.stdout;
}

function fails(documents: readonly DocumentReport[], project: Project, options: CheckOptions): boolean {
  const findings = documents.flatMap((one) => one.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const level = failingLevel(project, options);
  return findings.some(({ severity }) => isAtLeast(severity, level)) || warnings > (options.maxWarnings ?? warnings);
}
