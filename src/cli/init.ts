import { dirname, resolve } from 'node:path';
import { isObject } from '../data/json.ts';
import type { Framework } from '../framework/framework.ts';
import { defaultFramework } from '../framework/shipped.ts';
import { layOut } from '../report/page.ts';
import { printable } from '../report/printable.ts';
import type { Answers } from '../scaffold/front-matter.ts';
import { scaffold } from '../scaffold/scaffold.ts';
import { failure } from '../workspace/failure.ts';
import { frameworksFor, nameFrom, shippedSummaries } from '../workspace/frameworks.ts';
import { shownPath } from '../workspace/paths.ts';
import { obstacleTo, writeWhole } from '../workspace/write.ts';
import { type AnswerFlags, type AnswersFile, answersFromFile, answersFromFlags, readAnswers } from './answers.ts';
import { complain } from './complain.ts';
import { type ExitCode, type Io, widthOf } from './io.ts';
import { askQuestions } from './questions.ts';

export interface InitOptions extends AnswerFlags {
  readonly framework?: string;
  readonly answers?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly stdout?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly list?: boolean;
}

/** Writes the first draft of an agreement. Every obstacle is looked for first; nothing is ever half-written. */
export async function runInit(io: Io, file: string, options: InitOptions): Promise<ExitCode> {
  const filed = options.answers === undefined ? undefined : await readAnswers(io.cwd, options.answers);
  const wanted = options.framework ?? filed?.framework ?? defaultFramework;
  const framework = await frameworksFor(io.cwd).named(wanted);
  if (options.list) return list(io, framework);
  const target = resolve(io.cwd, file);
  const shown = shownPath(io.cwd, target);
  const writes = !options.stdout && !options.dryRun;
  const obstacle = writes || options.dryRun ? await obstacleTo(target, shown, options.force === true) : undefined;
  if (obstacle) throw failure(obstacle);

  const answers = await answersFor(io, framework, options, filed);
  if (typeof answers === 'number') return answers;
  const text = scaffold(framework, { ...answers, framework: nameFrom(io.cwd, dirname(target), wanted) });
  if (options.stdout) {
    io.stdout.write(text);
    return 0;
  }
  if (writes) await writeWhole(target, shown, text, options.force === true);
  const placeholders = text.match(/‹[^‹›]*›/g)?.length ?? 0;
  if (options.json) {
    const told = {
      path: shown,
      written: writes,
      framework: framework.name,
      placeholders,
      bytes: Buffer.byteLength(text),
    };
    io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return 0;
  }
  const done = `${writes ? 'Wrote' : 'Would write'} ${shown}: ${framework.title}, ${placeholders} places to fill in.`;
  const argument = /^[\w./-]+$/.test(shown) && !shown.startsWith('-') ? shown : JSON.stringify(`./${shown}`);
  const next = `Open it in any text editor, replace what stands between ‹ and ›, and run: sla check ${argument}`;
  for (const line of [done, next]) io.stdout.write(`${printable(line)}\n`);
  return 0;
}

/** The answers from the file, the flags and the questions, in rising order; a number when there are none to be had. */
async function answersFor(
  io: Io,
  framework: Framework,
  options: InitOptions,
  file: AnswersFile | undefined,
): Promise<Answers | ExitCode> {
  const filed = file ? answersFromFile(framework, file) : {};
  const given = answersFromFlags(framework, options);
  const known = merged(filed, given);
  const missing = missingFlags(framework, known);
  if (options.yes || missing.length === 0) return known;
  if (!io.stdin.isTTY) {
    const text = `standard input is not a terminal, so no questions can be asked; missing: ${missing.join(', ')}`;
    complain(io, [{ text, remedy: 'Add these options, or --yes to leave placeholders for them.' }]);
    return 2;
  }
  const asked = await askQuestions(io, framework, missing);
  if (asked.state === 'answered') return merged(known, answersFromFlags(framework, asked.flags));
  io.stderr.write('\nNothing was written.\n');
  return asked.state === 'interrupted' ? 130 : 2;
}

const flagOf: Readonly<Record<string, string>> = {
  title: '--title',
  parties: '--party',
  systems: '--system',
  surveillance: '--surveillance',
};

function missingFlags({ frontMatter }: Framework, known: Answers): string[] {
  return frontMatter.fields.flatMap(({ key, wanted, roles }) => {
    const flag = flagOf[key];
    const isOpen = (wanted || roles.length > 0) && known[key] === undefined;
    return flag !== undefined && isOpen ? [flag] : [];
  });
}

/** The given answers laid over the filed ones; sections left out are put together. */
function merged(filed: Answers, given: Answers): Answers {
  const omitted = {
    ...(isObject(filed.omitted) && filed.omitted),
    ...(isObject(given.omitted) && given.omitted),
  };
  return { ...filed, ...given, ...(Object.keys(omitted).length > 0 && { omitted }) };
}

/** What can be chosen. */
function list(io: Io, framework: Framework): ExitCode {
  const { stdout } = io;
  const { fields } = framework.frontMatter;
  const kinds = fields.find((field) => field.key === 'surveillance')?.items?.values ?? [];
  const roles =
    fields.find((field) => field.key === 'parties')?.items?.fields.find((field) => field.key === 'role')?.examples ??
    [];
  const leaving = framework.sections.filter((section) => section.omittable).map((section) => section.id);
  stdout.write('--framework\n');
  const told = shippedSummaries.map(({ name, title, description }) => `- ${name}: ${title}. ${description}`);
  stdout.write(`${layOut(told.join('\n\n'), { color: false, width: widthOf(io) })}\n\n`);
  const lines = [
    ['--surveillance', kinds],
    ['--party NAME:ROLE, roles such as', roles],
    ['--omit SECTION=REASON, sections', leaving],
  ] as const;
  for (const [flag, values] of lines) if (values.length > 0) stdout.write(`${flag}\n  ${values.join(', ')}\n`);
  return 0;
}
