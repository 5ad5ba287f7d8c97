import { createInterface } from 'node:readline/promises';
import { type Framework, fieldNamed } from '../framework/framework.ts';
import { type AnswerFlags, listOf } from './answers.ts';
import type { Io } from './io.ts';

/** How the questions ended: answered, broken off with Ctrl-C, or the input closed (Ctrl-D). */
export type Ending =
  | { readonly state: 'answered'; readonly flags: AnswerFlags }
  | { readonly state: 'interrupted' }
  | { readonly state: 'closed' };

type Ask = (question: string) => Promise<string>;

/**
 * Asks for what is missing, one plain numbered question after the other, so that a screen reader can follow.
 * An empty answer leaves a placeholder.
 */
export async function askQuestions(io: Io, framework: Framework, missing: readonly string[]): Promise<Ending> {
  const terminal = createInterface({ input: io.stdin(), output: io.stderr });
  const stop = new AbortController();
  let ending: 'interrupted' | 'closed' = 'closed';
  terminal.on('SIGINT', () => {
    ending = 'interrupted';
    stop.abort();
  });
  terminal.on('close', () => stop.abort());
  try {
    return {
      state: 'answered',
      flags: await answersTo(
        framework,
        missing,
        (question) => terminal.question(question, { signal: stop.signal }),
        io,
      ),
    };
  } catch (error) {
    if (stop.signal.aborted) return { state: ending };
    throw error;
  } finally {
    terminal.close();
  }
}

async function answersTo(
  framework: Framework,
  missing: readonly string[],
  ask: Ask,
  { stderr }: Io,
): Promise<AnswerFlags> {
  const open = missing.flatMap((flag) => questions[flag] ?? []);
  if (open.length > 0) stderr.write('Press Enter to leave an answer open; it becomes a placeholder.\n\n');
  let answered: AnswerFlags = {};
  for (const [index, question] of open.entries()) {
    answered = {
      ...answered,
      ...(await question(framework, (text) => ask(`${index + 1} of ${open.length}. ${text}`), stderr)),
    };
  }
  return answered;
}

type Question = (framework: Framework, ask: Ask, stderr: Io['stderr']) => Promise<AnswerFlags>;

const title: Question = async (_framework, ask) => {
  const answer = (await ask('What is the title of the agreement? ')).trim();
  return answer === '' ? {} : { title: answer };
};

const parties: Question = async ({ frontMatter }, ask) => {
  const roles = fieldNamed(frontMatter, 'parties')?.roles ?? [];
  const found: string[] = [];
  for (const role of roles) {
    const answer = (await ask(`What is the name of the party with the role ${role.replaceAll('-', ' ')}? `)).trim();
    if (answer !== '') found.push(`${answer}:${role}`);
  }
  return found.length === 0 ? {} : { party: found };
};

const system: Question = async (_framework, ask) => {
  const answer = (await ask('What is the system called? ')).trim();
  return answer === '' ? {} : { system: [answer] };
};

const surveillance: Question = async ({ frontMatter }, ask, stderr) => {
  const kinds = fieldNamed(frontMatter, 'surveillance')?.items?.values ?? [];
  const list = kinds.map((kind, index) => `   ${index + 1}. ${kind}\n`).join('');
  for (;;) {
    const answer = await ask(
      `Which kinds of surveillance does it cover?\n${list}   Numbers or names, with commas between them: `,
    );
    const words = listOf(answer) ?? [];
    const chosen = words.map((word) => kinds[Number(word) - 1] ?? kinds.find((kind) => kind === word.toLowerCase()));
    if (words.length === 0) return {};
    if (chosen.every((kind) => kind !== undefined)) return { surveillance: [...new Set(chosen)].join(',') };
    stderr.write(`   Please use numbers from 1 to ${kinds.length}, such as “1, 4”.\n`);
  }
};

/** The question for each option that `init` may miss. */
const questions: Readonly<Record<string, Question>> = {
  '--title': title,
  '--party': parties,
  '--system': system,
  '--surveillance': surveillance,
};
