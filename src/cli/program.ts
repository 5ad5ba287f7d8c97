import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { severities } from '../finding/finding.ts';
import { formatNames } from '../report/names.ts';
import { isIsoDate } from '../text/date.ts';
import { guarded } from './complain.ts';
import type { Io } from './io.ts';
import type { Output } from './outputs.ts';
import { shellNames } from './shells.ts';

/** Runs one command line and returns its exit code; see `ExitCode`. What a command needs is loaded when it runs. */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  let code = 0;
  const program = createProgram(io, version, async (work) => {
    const { color, debug } = program.opts<{ color?: boolean; debug?: boolean }>();
    const shell = color === undefined ? io : { ...io, color };
    code = await guarded(shell, debug === true, () => work(shell));
  });
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Runs what a command does in the shell around it, with what the options for every command say. */
type Job = (work: (io: Io) => Promise<number>) => Promise<void>;

function createProgram(io: Io, version: string, job: Job): Command {
  const program = new Command('sla')
    .description('Write and check service level agreements in Markdown.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .option('--debug', 'show where in the program an error comes from')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .showHelpAfterError('“sla --help” shows what there is.')
    .addHelpText('before', examples('sla init', 'sla check SLA.md', 'sla explain component-missing'));
  addInit(program, job);
  addCheck(program, job);
  addTodo(program, job);
  addExplain(program, job);
  addFramework(program, job);
  addModel(program, job);
  addCompletion(program, job);
  return program;
}

function examples(...lines: readonly string[]): string {
  return `Examples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function addInit(program: Command, job: Job): void {
  const collect = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];
  program
    .command('init')
    .summary('write the first draft of an agreement')
    .description(
      'Write the first draft of an agreement: front matter, every section that the framework asks for with guidance, and placeholders. Asks for what the options leave open.',
    )
    .argument('[file]', 'where to write it', 'SLA.md')
    .option('--framework <name>', 'the framework to follow: a name, or a file of your own')
    .option('--title <text>', 'the title of the agreement')
    .option('--party <name:role>', 'a party and its role; may be repeated', collect)
    .option('--surveillance <kinds>', 'the kinds of surveillance covered, with commas between them')
    .option('--system <name>', 'a system in scope; may be repeated', collect)
    .option('--omit <section=reason>', 'leave a section out, with the reason; may be repeated', collect)
    .option('--answers <file>', 'a YAML or JSON file with the keys of the front matter that are known')
    .option('--with <names>', 'files that check it where it lives: github, gitlab, pre-commit, vscode, config')
    .option('--no-agreement', 'write only what --with names')
    .option('-y, --yes', 'ask nothing; what is not known becomes a placeholder')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--stdout', 'print the draft instead of writing it')
    .option('--json', 'say what was written as JSON')
    .option('--force', 'replace files that are there')
    .option('--list', 'list what the options can be given')
    .addHelpText(
      'before',
      examples(
        'sla init',
        'sla init --yes --surveillance cctv,anpr',
        'sla init --with github,config',
        'sla init cctv.md --party "Exampleton Borough Council:system-owner" --party "Exampleshire Police:police"',
      ),
    )
    .action((file, options) => job(async (io) => (await import('./init.ts')).runInit(io, file, options)));
}

function addCheck(program: Command, job: Job): void {
  program
    .command('check')
    .summary('check agreements against their framework')
    .description(
      'Check agreements against their framework. Without a path, every Markdown file below this folder that names a framework.',
    )
    .argument('[paths...]', 'files, folders or patterns')
    .addOption(
      new Option(
        '--format <name[=file]>',
        `how to report: NAME, or NAME=FILE to write a file; may be repeated; pretty when none is named (choices: ${formatNames.join(', ')})`,
      ).argParser(output),
    )
    .option('--framework <name>', 'the framework to use, whatever the documents say: a name, or a file of your own')
    .addOption(
      new Option('--as-of <date>', 'judge as on this day (YYYY-MM-DD)').argParser(date).default(today(), 'today'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the mildest finding that makes the check fail')
        .choices(severities)
        .default(undefined, 'error'),
    )
    .option('--fix', 'make the safe repairs')
    .option('--fix-suggested', 'make the repairs that want a person’s eye, too')
    .option('--fix-dry-run', 'report as if the repairs had been made, and change nothing')
    .option('--diff', 'show what --fix would change, and change nothing')
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--update-baseline', 'write the findings to the baseline')
    .option('--due-within <time>', 'mention dates this long before they come, such as 90d')
    .option('--exit-zero', 'end with 0 whatever is found')
    .option('--max-warnings <number>', 'fail when there are more warnings than this', wholeNumber)
    .option('-q, --quiet', 'report only what makes the check fail')
    .option('--stdin', 'check what comes on standard input')
    .option('--stdin-filename <path>', 'the name of the document on standard input', 'stdin.md')
    .option('--files-from <file>', 'check the files that this one lists, or “-” for standard input')
    .option('--pass-over', 'pass over named files that name no framework or that the configuration excludes')
    .option('--allow-empty', 'it is no error when there is nothing to check')
    .option('--no-cache', 'do not use stored results')
    .option('--cache-dir <folder>', 'where results are stored, instead of your folder for caches')
    .option('--concurrency <number>', 'how many documents to check at once', wholeNumber)
    .addHelpText(
      'before',
      examples(
        'sla check SLA.md',
        'sla check agreements --fail-on warning',
        'sla check --framework ./our-framework.yaml SLA.md',
        'sla check --format json SLA.md > report.json',
        'sla check --format pretty --format sarif=sla.sarif --format junit=sla.xml',
      ),
    )
    .action((paths, options) => job(async (io) => (await import('./check.ts')).runCheck(io, paths, options)));
}

function addTodo(program: Command, job: Job): void {
  program
    .command('todo')
    .summary('list what is left to do, by party')
    .description('List what is left to do in agreements: what to write, fill in, answer and sign, by party and kind.')
    .argument('[paths...]', 'files, folders or patterns')
    .addOption(new Option('--format <name>', 'how to print it').choices(['text', 'markdown', 'json']).default('text'))
    .option('--framework <name>', 'the framework to use, whatever the documents say')
    .addOption(
      new Option('--as-of <date>', 'judge as on this day (YYYY-MM-DD)').argParser(date).default(today(), 'today'),
    )
    .addHelpText('before', examples('sla todo SLA.md', 'sla todo --format markdown > TODO.md'))
    .action((paths, options) => job(async (io) => (await import('./todo.ts')).runTodo(io, paths, options)));
}

function addExplain(program: Command, job: Job): void {
  program
    .command('explain')
    .summary('tell what a rule or a section asks, and why')
    .description('Tell what a rule or a section asks, why, and where that comes from. Without a topic, list the rules.')
    .argument('[topic]', 'a rule, or FRAMEWORK/SECTION/COMPONENT')
    .addHelpText(
      'before',
      examples(
        'sla explain',
        'sla explain component-missing',
        'sla explain surveillance-camera/information-sharing/retention',
      ),
    )
    .action((topic) => job(async (io) => (await import('./explain.ts')).runExplain(io, topic)));
}

function addFramework(program: Command, job: Job): void {
  const command = program
    .command('framework')
    .summary('show what frameworks ask for, and check one of your own')
    .description('Show what frameworks ask for, and check one of your own.')
    .addHelpText(
      'before',
      examples(
        'sla framework list',
        'sla framework show surveillance-camera',
        'sla framework check ./our-framework.yaml',
      ),
    );
  const load = () => import('./framework.ts');
  command
    .command('list')
    .description('list the frameworks')
    .option('--json', 'as JSON')
    .action(({ json }) => job(async (io) => (await load()).runFrameworkList(io, json === true)));
  command
    .command('show')
    .description('show the sections and components of a framework')
    .argument('<name>', 'a name, or a file of your own')
    .action((name) => job(async (io) => (await load()).runFrameworkShow(io, name)));
  command
    .command('schema')
    .description('print a framework as one JSON Schema, for any validator')
    .argument('<name>', 'a name, or a file of your own')
    .action((name) => job(async (io) => (await load()).runFrameworkSchema(io, name)));
  command
    .command('check')
    .description('check a framework file of your own')
    .argument('<file>', 'the file')
    .action((file) => job(async (io) => (await load()).runFrameworkCheck(io, file)));
}

function addModel(program: Command, job: Job): void {
  program
    .command('model')
    .summary('print a document as the schema sees it')
    .description('Print a document as JSON, as the schema of its framework sees it.')
    .argument('<file>', 'the document')
    .option('--framework <name>', 'the framework to use, whatever the document says')
    .addHelpText('before', examples('sla model SLA.md', 'sla model SLA.md --framework surveillance-camera'))
    .action((file, { framework }) => job(async (io) => (await import('./model.ts')).runModel(io, file, framework)));
}

function addCompletion(program: Command, job: Job): void {
  program
    .command('completion')
    .summary('print a script that completes commands in your shell')
    .description('Print a script that completes commands, options and their values in your shell.')
    .addArgument(new Argument('<shell>', 'your shell').choices(shellNames))
    .addHelpText('before', examples('eval "$(sla completion bash)"'))
    .action((shell) => job(async (io) => (await import('./completion.ts')).runCompletion(io, shell)));
  program
    .command('complete', { hidden: true })
    .description('Print what may stand in the place of a word, for the scripts of “sla completion”.')
    .argument('[before...]', 'the words before it')
    .requiredOption('--word <text>', 'the beginning of the word')
    .action((before, { word }) =>
      job(async (io) => (await import('./complete.ts')).runComplete(io, program, before, word)),
    );
}

/** Today by the clock of the machine, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function date(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Write a day of the calendar as YYYY-MM-DD.');
  return text;
}

/** One more format, with the file that it goes to. */
function output(text: string, before: readonly Output[] = []): Output[] {
  const [name, ...rest] = text.split('=');
  const format = formatNames.find((one) => one === name);
  if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${formatNames.join(', ')}.`);
  const file = rest.join('=');
  if (rest.length > 0 && file === '') throw new InvalidArgumentError('Name a file behind “=”, or leave “=” out.');
  return [...before, rest.length === 0 ? { format } : { format, file }];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
