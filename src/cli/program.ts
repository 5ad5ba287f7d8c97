import { Argument, Command, CommanderError, Option } from 'commander';
import { printable } from '../report/printable.ts';
import { addCheck } from './check-command.ts';
import { examples, type Job } from './command.ts';
import { fitting, guarded } from './complain.ts';
import type { Io } from './io.ts';
import { date, oneOf, today } from './option-values.ts';
import { shellNames } from './shells.ts';

const todoFormats = ['text', 'markdown', 'json'] as const;

/** Runs one command line and returns its exit code; see `ExitCode`. What a command needs is loaded when it runs. */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  let code = 0;
  const program = createProgram(io, version, async (work) => {
    const { color, debug } = program.opts<{ color?: boolean; debug?: boolean }>();
    const trace = (text: string) => io.stderr.write(`debug: ${printable(text)}\n`);
    const shell = { ...io, ...(color !== undefined && { color }), ...(debug && { trace }) };
    code = await guarded(shell, () => work(shell));
  });
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(helpAsked(program, args), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** `help check` as `check --help`; what is no command is left to be complained of as such. */
function helpAsked(program: Command, args: readonly string[]): readonly string[] {
  const [first, ...named] = args;
  if (first !== 'help' || named.length === 0) return args;
  const isKnown = program.commands.some((one) => one.name() === named[0]);
  return isKnown ? [...named, '--help'] : named;
}

function createProgram(io: Io, version: string, job: Job): Command {
  const program = new Command('sla')
    .description('Write and check service level agreements in Markdown.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .option('--debug', 'tell what the program does, and where in it an error comes from')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(fitting(io.stderr, text.trimEnd().replace(/^error:/, 'sla:'))),
    })
    .showHelpAfterError('“sla --help” shows what there is.')
    .addHelpText('before', examples('sla init', 'sla check SLA.md', 'sla explain component-missing'));
  addInit(program, job);
  addCheck(program, job);
  addTodo(program, job);
  addExplain(program, job);
  addFramework(program, job);
  addModel(program, job);
  addLsp(program, job);
  addCompletion(program, job);
  return program;
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
        'sla init cctv.md --title "Town centre CCTV" --party "Exampleshire Police:police"',
      ),
    )
    .action((file, options) => job(async (io) => (await import('./init.ts')).runInit(io, file, options)));
}

function addTodo(program: Command, job: Job): void {
  program
    .command('todo')
    .summary('list what is left to do, by party')
    .description('List what is left to do in agreements: what to write, fill in, answer and sign, by party and kind.')
    .argument('[paths...]', 'files, folders or patterns')
    .addOption(
      new Option('--format <name>', 'how to print it')
        .choices(todoFormats)
        .argParser(oneOf(todoFormats))
        .default('text'),
    )
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
    .helpCommand(false)
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
    .summary('list the frameworks')
    .description('List the frameworks that come with the program.')
    .addHelpText('before', examples('sla framework list', 'sla framework list --json'))
    .option('--json', 'as JSON')
    .action(({ json }) => job(async (io) => (await load()).runFrameworkList(io, json === true)));
  command
    .command('show')
    .summary('show the sections and components of a framework')
    .description('Show the sections and components of a framework.')
    .addHelpText(
      'before',
      examples('sla framework show surveillance-camera', 'sla framework show ./our-framework.yaml'),
    )
    .argument('<name>', 'a name, or a file of your own')
    .action((name) => job(async (io) => (await load()).runFrameworkShow(io, name)));
  command
    .command('schema')
    .summary('print a framework as one JSON Schema, for any validator')
    .description('Print a framework as one JSON Schema, for any validator.')
    .addHelpText('before', examples('sla framework schema service > service.schema.json'))
    .argument('<name>', 'a name, or a file of your own')
    .action((name) => job(async (io) => (await load()).runFrameworkSchema(io, name)));
  command
    .command('check')
    .summary('check a framework file of your own')
    .description('Check a framework file of your own.')
    .addHelpText('before', examples('sla framework check ./our-framework.yaml'))
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

/** The program itself sends “sla lsp” to the language server before it comes here; this describes it. */
function addLsp(program: Command, job: Job): void {
  program
    .command('lsp')
    .summary('check agreements in your editor, as you type')
    .description(
      'Run the language server on standard input and output. Your editor starts it; docs/editors.md tells how for each.',
    )
    .option('--stdio', 'use standard input and output, as it always does')
    .addOption(new Option('--as-of <date>', 'judge as on this day (YYYY-MM-DD)').argParser(date))
    .addHelpText('before', examples('sla lsp'))
    .action(() =>
      job(async () => {
        const { failure } = await import('../workspace/failure.ts');
        throw failure({ text: 'options stand before “lsp”', remedy: 'Write “sla lsp” first.' });
      }),
    );
}

function addCompletion(program: Command, job: Job): void {
  program
    .command('completion')
    .summary('print a script that completes commands in your shell')
    .description('Print a script that completes commands, options and their values in your shell.')
    .addArgument(new Argument('<shell>', 'your shell').choices(shellNames).argParser(oneOf(shellNames)))
    .addHelpText(
      'before',
      examples('eval "$(sla completion bash)"', 'sla completion fish > ~/.config/fish/completions/sla.fish'),
    )
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
