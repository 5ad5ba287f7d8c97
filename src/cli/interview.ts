import { isObject } from '../data/json.ts';
import type { Framework } from '../framework/framework.ts';
import type { Answers } from '../scaffold/front-matter.ts';
import { type AnswerFlags, type AnswersFile, answersFromFile, answersFromFlags } from './answers.ts';
import { complain } from './complain.ts';
import type { ExitCode, Io } from './io.ts';
import { askQuestions } from './questions.ts';

/** The answers from the file, the flags and the questions, in rising order; a number when there are none to be had. */
export async function answersFor(
  io: Io,
  framework: Framework,
  options: AnswerFlags & { readonly yes?: boolean },
  file: AnswersFile | undefined,
): Promise<Answers | ExitCode> {
  const filed = file ? answersFromFile(framework, file) : {};
  const given = answersFromFlags(framework, options);
  const known = merged(filed, given);
  const missing = missingFlags(framework, known);
  if (options.yes || missing.length === 0) return known;
  if (!io.stdin().isTTY) {
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
