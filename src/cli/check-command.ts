import { type Command, Option } from 'commander';
import { severities } from '../finding/finding.ts';
import { formatNames } from '../report/names.ts';
import { examples, type Job } from './command.ts';
import { atLeastOne, date, oneOf, output, today, wholeNumber } from './option-values.ts';

/** Adds `sla check`, with its options. */
export function addCheck(program: Command, job: Job): void {
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
        'how to report: NAME, or NAME=FILE to write a file; may be repeated; pretty when none is named',
      )
        .choices(formatNames)
        .argParser(output),
    )
    .option('--framework <name>', 'the framework to use, whatever the documents say: a name, or a file of your own')
    .addOption(
      new Option('--as-of <date>', 'judge as on this day (YYYY-MM-DD)').argParser(date).default(today(), 'today'),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'the mildest finding that makes the check fail; error when nobody says otherwise',
      )
        .choices(severities)
        .argParser(oneOf(severities)),
    )
    .option('--fix', 'make the safe repairs')
    .option('--fix-suggested', 'make the repairs that want a person’s eye, too')
    .option('--fix-dry-run', 'report as if the repairs had been made, and change nothing')
    .option('--diff', 'show what --fix would change, and change nothing')
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--update-baseline', 'write the findings of what is checked to the baseline')
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
    .option('--concurrency <number>', 'how many documents to check at once', atLeastOne)
    .option('--statistics', 'tell on standard error how often each rule spoke, and how long it took')
    .option('--watch', 'check again whenever a file changes, until Ctrl-C')
    .addHelpText(
      'before',
      examples(
        'sla check SLA.md',
        'sla check agreements --fail-on warning',
        'sla check --framework ./our-framework.yaml SLA.md',
        'sla check --format json SLA.md > report.json',
        'sla check --format pretty --format sarif=sla.sarif --format junit=sla.xml',
        'sla check --watch SLA.md',
      ),
    )
    .action((paths, options, command: Command) =>
      job(async (io) => {
        if (!options.watch) return (await import('./check.ts')).runCheck(io, paths, options);
        const isToday = command.getOptionValueSource('asOf') === 'default';
        const current = () => (isToday ? { ...options, asOf: today() } : options);
        return (await import('./watch.ts')).runWatch(io, paths, current);
      }),
    );
}
