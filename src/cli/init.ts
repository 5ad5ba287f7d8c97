import { dirname, resolve } from 'node:path';
import type { Framework } from '../framework/framework.ts';
import { defaultFramework, isShipped } from '../framework/shipped.ts';
import { printable } from '../report/printable.ts';
import { scaffold } from '../scaffold/scaffold.ts';
import { loadConfig } from '../workspace/config.ts';
import { type Complaint, failure } from '../workspace/failure.ts';
import { frameworksBy, nameFrom } from '../workspace/frameworks.ts';
import { shownPath } from '../workspace/paths.ts';
import { type Draft, obstacleBelow, obstacleTo } from '../workspace/write.ts';
import { writeAll } from '../workspace/write-all.ts';
import { type AnswerFlags, readAnswers } from './answers.ts';
import { listChoices } from './choices.ts';
import { type PlacedCompanion, placeCompanions } from './companions.ts';
import { answersFor } from './interview.ts';
import { type ExitCode, type Io, writeJson } from './io.ts';

export interface InitOptions extends AnswerFlags {
  readonly framework?: string;
  readonly answers?: string;
  readonly with?: string;
  /** False with `--no-agreement`. */
  readonly agreement: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly stdout?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly list?: boolean;
}

/**
 * Writes the first draft of an agreement, and the files that `--with` names. Every obstacle is looked for first; nothing
 * is ever half-written.
 */
export async function runInit(io: Io, file: string, options: InitOptions): Promise<ExitCode> {
  const filed = options.answers === undefined ? undefined : await readAnswers(io.cwd, options.answers);
  const wanted = options.framework ?? filed?.framework ?? defaultFramework;
  const config = isShipped(wanted) ? undefined : await loadConfig(io.cwd);
  const framework = await frameworksBy(config, io.cwd).named(wanted);
  if (options.list) return listChoices(io, framework);
  refuseLess(options);
  const target = resolve(io.cwd, file);
  const shown = shownPath(io.cwd, target);
  const others = placeCompanions(io.cwd, target, options.with);
  if (!options.stdout) await refuseObstacles({ path: target, shown, text: '' }, others, options);

  if (!options.agreement) return finish(io, undefined, others, framework, options);
  const answers = await answersFor(io, framework, options, filed);
  if (typeof answers === 'number') return answers;
  const text = scaffold(framework, { ...answers, framework: nameFrom(io.cwd, dirname(target), wanted) });
  if (!options.stdout) return finish(io, { path: target, shown, text }, others, framework, options);
  io.stdout.write(text);
  return 0;
}

/** Refuses what would write nothing, or not all that is asked for. */
function refuseLess({ agreement, with: others, stdout }: InitOptions): void {
  if (stdout && (others !== undefined || !agreement)) {
    const remedy = `Take ${agreement ? '--with' : '--no-agreement'} away.`;
    throw failure({ text: '--stdout prints the agreement alone', remedy });
  }
  if (agreement || others !== undefined) return;
  throw failure({
    text: 'there is nothing to write',
    remedy: 'Take --no-agreement away, or name other files by --with.',
  });
}

/** Tells of everything that is in the way at once, so that nobody has to come back for each. */
async function refuseObstacles(draft: Draft, others: readonly PlacedCompanion[], options: InitOptions): Promise<void> {
  const force = options.force === true;
  const own = options.agreement ? await obstacleTo(draft.path, draft.shown, force) : undefined;
  const isOverTaken = own !== undefined && others.length > 0 && !force;
  const remedy = 'Name another file, or add --no-agreement to write only the files of --with.';
  const found: (Complaint | undefined)[] = [own && isOverTaken ? { ...own, remedy } : own];
  for (const other of others) {
    if (options.agreement && other.path === draft.path) {
      const text = 'is asked for twice: for the agreement and by --with';
      found.push({ place: other.shown, text, remedy: 'Choose another name for the agreement.' });
    } else found.push(await obstacleBelow(other.root, other, force));
  }
  const complaints = found.filter((one) => one !== undefined);
  if (complaints.length > 0) throw failure(...complaints);
}

/** Writes, unless it is a dry run, and says what was written and what to do next. */
async function finish(
  { stdout }: Io,
  agreement: Draft | undefined,
  others: readonly PlacedCompanion[],
  framework: Framework,
  { dryRun, json, force }: InitOptions,
): Promise<ExitCode> {
  if (!dryRun) await writeAll([...(agreement ? [agreement] : []), ...others], force === true);
  const placeholders = agreement?.text.match(/‹[^‹›]*›/g)?.length ?? 0;
  if (json) {
    const sized = ({ shown, text }: Draft) => ({ path: shown, bytes: Buffer.byteLength(text) });
    const told = {
      ...(agreement && { ...sized(agreement), framework: framework.name, placeholders }),
      written: !dryRun,
      ...(others.length > 0 && { with: others.map(sized) }),
    };
    writeJson(stdout, told);
    return 0;
  }
  const verb = dryRun ? 'Would write' : 'Wrote';
  const lines = [
    ...(agreement ? [`${verb} ${agreement.shown}: ${framework.title}, ${placeholders} places to fill in.`] : []),
    ...(agreement ? [nextStep(agreement)] : []),
    ...others.map(({ shown, next }) => `${verb} ${shown}.${next && ` ${next}`}`),
  ];
  for (const line of lines) stdout.write(`${printable(line)}\n`);
  return 0;
}

function nextStep({ shown }: Draft): string {
  const argument = /^[\w./-]+$/.test(shown) && !shown.startsWith('-') ? shown : JSON.stringify(`./${shown}`);
  return `Open it in any text editor, replace what stands between ‹ and ›, and run: sla check ${argument}`;
}
