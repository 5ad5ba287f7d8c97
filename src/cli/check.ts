import type { Brief, Outcome } from '../court/brief.ts';
import { judgeFiles } from '../court/judge-files.ts';
import { engineIn } from '../document/parser.ts';
import { isAtLeast, type Severity, severities } from '../finding/finding.ts';
import { counted, type DocumentReport, onlyFrom, type Report, type Summary } from '../report/report.ts';
import { statisticsOf } from '../report/statistics.ts';
import { flatMapped } from '../text/lazy.ts';
import { limits } from '../text/limits.ts';
import { cacheIn } from '../workspace/cache.ts';
import { cacheFolder } from '../workspace/cache-folder.ts';
import { type Config, loadConfig } from '../workspace/config.ts';
import {
  type Candidate,
  type Candidates,
  findCandidates,
  pathsFrom,
  sourceOf,
  withinLimits,
} from '../workspace/documents.ts';
import { type Complaint, failure } from '../workspace/failure.ts';
import { sift } from '../workspace/sift.ts';
import { baselinePath, beyondBaseline, loadBaseline, writeBaseline } from './baseline.ts';
import { complain } from './complain.ts';
import { type ExitCode, type Io, readAll } from './io.ts';
import { deliver, type Output, refuseClashes } from './outputs.ts';
import { progressOver } from './progress.ts';
import { fixesFor, makeRepairs, type RepairOptions } from './repairs.ts';
import { toolFor } from './tool.ts';
import { traceStart, traceVerdicts } from './trace.ts';

export interface CheckOptions extends RepairOptions {
  /** How to report, and where to; `pretty` at standard output when none is named. */
  readonly format?: readonly Output[];
  readonly framework?: string;
  readonly asOf: string;
  readonly dueWithin?: string;
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stdinFilename: string;
  readonly filesFrom?: string;
  readonly passOver?: boolean;
  readonly allowEmpty?: boolean;
  readonly exitZero?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** Whether results of earlier runs may be used. */
  readonly cache: boolean;
  readonly cacheDir?: string;
  /** How many threads to use. */
  readonly concurrency?: number;
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
  const config = await loadConfig(io.cwd);
  const baseline = baselineFor(io, config, options);
  const found = options.stdin ? nothing : await candidatesFor(io, paths, config, options);
  const { files, others } = options.framework === undefined ? sift(io.cwd, found.files) : { ...found, others: [] };
  const mayBeEmpty = options.allowEmpty || options.passOver;
  const trouble: Complaint[] = [...found.complaints, ...(mayBeEmpty ? [] : found.empty)];
  traceStart(io, config, others);
  const tellOf = (one: DocumentReport) => (baseline ? beyondBaseline(io.cwd, baseline, one) : one);
  const { summary, failures, count } = tally(others.length, tellOf);
  const outcomes = await outcomesOf(io, files, config, options, count);
  trouble.push(...failures.flat(), ...(await makeRepairs(io, outcomes, options)));
  if (summary.documents === 0 && trouble.length === 0 && !mayBeEmpty) trouble.push(nothingToCheck(summary.passedOver));

  const documents = flatMapped(outcomes, (one) => (one.state === 'judged' ? [tellOf(one.report)] : []));
  if (options.updateBaseline) return updateBaseline(io, baseline?.path, documents, trouble);
  const failed = fails(summary, config, options);
  const tool = await toolFor(outputs.map(({ format }) => format));
  const report: Report = { documents, summary, failed, asOf: options.asOf, tool };
  if (summary.documents > 0 || trouble.length === 0) {
    trouble.push(...(await deliver(io, shownOf(report, config, options), outputs, targetFor(io, options))));
    if (options.statistics) io.stderr.write(`\n${statisticsOf(report)}`);
  }
  complain(io, trouble);
  if (trouble.length > 0) return 2;
  return report.failed && !options.exitZero ? 1 : 0;
}

/** What became of the document on standard input, or of the files. */
async function outcomesOf(
  io: Io,
  files: readonly Candidate[],
  config: Config | undefined,
  options: CheckOptions,
  onDone: (outcome: Outcome, index: number) => void,
): Promise<Iterable<Outcome>> {
  const { asOf, dueWithin, framework, concurrency } = options;
  const fixes = fixesFor(options);
  const soon = dueWithin === undefined ? {} : { dueWithin };
  const timed = options.statistics === true;
  const compiledIn = options.cache ? cacheFolder(io.env) : undefined;
  const brief: Brief = { cwd: io.cwd, asOf, ...soon, framework, fixes, timed, engine: engineIn(io.env), compiledIn };
  if (options.stdin) {
    const { judgeText } = await import('../court/brief.ts');
    const source = sourceOf(options.stdinFilename, await readAll(io.stdin(), limits.bytes));
    const outcome = await judgeText(brief, withinLimits(source));
    onDone(outcome, 0);
    return [outcome];
  }
  // Results with repairs are not stored, for the documents are about to change; nor are those whose time is taken.
  const isStored = options.cache && fixes.length === 0 && !timed;
  const cache = isStored ? cacheIn(options.cacheDir ?? cacheFolder(io.env)) : undefined;
  const progress = progressOver(io, options.diff || io.trace ? 0 : files.length);
  const step: typeof onDone = (outcome, index) => {
    onDone(outcome, index);
    progress.step();
  };
  const means = { cache, config, onDone: step, ...(concurrency !== undefined && { concurrency }) };
  const outcomes = await judgeFiles(brief, files, means);
  progress.clear();
  traceVerdicts(io, files, outcomes);
  return outcomes;
}

/** What a run comes to, counted as its documents are done: the figures, and by their places those that failed, and why. */
function tally(others: number, tellOf: (one: DocumentReport) => DocumentReport) {
  const summary = { documents: 0, passedOver: others, known: 0, error: 0, warning: 0, info: 0 };
  const failures: (readonly Complaint[])[] = [];
  const count = (outcome: Outcome, index: number) => {
    if (outcome.state === 'failed') failures[index] = outcome.complaints;
    if (outcome.state === 'passed-over') summary.passedOver += 1;
    if (outcome.state !== 'judged') return;
    const { findings } = tellOf(outcome.report);
    summary.documents += 1;
    summary.known += outcome.report.findings.length - findings.length;
    for (const { severity } of findings) summary[severity] += 1;
  };
  return { summary, failures, count };
}

const nothing: Candidates = { files: [], complaints: [], empty: [] };

async function candidatesFor(
  io: Io,
  paths: readonly string[],
  config: Config | undefined,
  { filesFrom, passOver }: CheckOptions,
): Promise<Candidates> {
  if (filesFrom === undefined) return findCandidates(io.cwd, paths, config, passOver);
  const listed = await pathsFrom(io.cwd, filesFrom, () => readAll(io.stdin(), limits.bytes));
  // An empty list is nothing to check, not everything.
  return listed.length === 0 ? nothing : findCandidates(io.cwd, listed, config, passOver);
}

function baselineFor(io: Io, config: Config | undefined, options: CheckOptions) {
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
  documents: Report['documents'],
  trouble: readonly Complaint[],
): Promise<ExitCode> {
  complain(io, trouble);
  if (trouble.length > 0 || path === undefined) return 2;
  const { held, kept } = await writeBaseline(io.cwd, path, documents);
  const of = kept === 0 ? '' : `, ${kept} of them in documents that were not checked now`;
  io.stderr.write(`The baseline now holds ${counted(held, 'finding')}${of}.\n`);
  return 0;
}

function nothingToCheck(passedOver: number): Complaint {
  const text =
    passedOver === 1
      ? 'the one Markdown file found names no framework'
      : `none of the ${passedOver} Markdown files found names a framework`;
  return {
    text: `nothing to check: ${text}`,
    remedy: `Put “framework: surveillance-camera” in the front matter of an agreement, name one with --framework, or start one with “sla init”.`,
  };
}

/** The mildest finding that makes the check fail: the option's, else the configuration's, else an error. */
function failingLevel(config: Config | undefined, { failOn }: CheckOptions): Severity {
  return failOn ?? severities.find((one) => one === config?.failOn) ?? 'error';
}

/** What is told of a report: all of it, or with `--quiet` what makes the check fail. */
function shownOf(report: Report, config: Config | undefined, options: CheckOptions): Report {
  const level = failingLevel(config, options);
  const least = options.maxWarnings !== undefined && level === 'error' ? 'warning' : level;
  return options.quiet ? onlyFrom(report, least) : report;
}

/** Where the report goes that no file is named for: nowhere when a diff or a fixed document has that place. */
function targetFor(io: Io, options: CheckOptions): Io['stdout'] | Io['stderr'] | undefined {
  if (options.diff) return undefined;
  const fixes = (options.fix || options.fixSuggested) && !options.fixDryRun;
  return options.stdin && fixes ? io.stderr : io.stdout;
}

function fails(summary: Summary, config: Config | undefined, options: CheckOptions): boolean {
  const level = failingLevel(config, options);
  const isGrave = severities.some((severity) => isAtLeast(severity, level) && summary[severity] > 0);
  return isGrave || summary.warning > (options.maxWarnings ?? summary.warning);
}
