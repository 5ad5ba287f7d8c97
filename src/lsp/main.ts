import { parseArgs } from 'node:util';
import { createConnection } from 'vscode-languageserver/node';
import packageJson from '../../package.json' with { type: 'json' };
import { engineIn, loadParser } from '../document/parser.ts';
import { docsOf, type Home } from '../explain/docs.ts';
import { dayOf, isIsoDate } from '../text/date.ts';
import { serve } from './server.ts';

/** Runs the language server of this process on standard input and output, until the editor ends it. */
export async function main(): Promise<void> {
  const { argv, env, stdin, stdout, stderr } = process;
  const asked = argumentsOf(argv.slice(3));
  if ('problem' in asked) {
    stderr.write(`sla: ${asked.problem}\n     “sla lsp --help” shows what there is.\n`);
    process.exitCode = 2;
    return;
  }
  const described: Home & { readonly version: string } = packageJson;
  const parse = await loadParser(engineIn(env));
  serve(createConnection(stdin, stdout), {
    parse,
    cwd: process.cwd(),
    today: () => asked.asOf ?? dayOf(new Date()),
    version: described.version,
    docs: docsOf(described),
  });
}

type Arguments = { readonly asOf: string | undefined } | { readonly problem: string };

/** Editors add `--stdio`, and some the number of their process, which the library watches. */
function argumentsOf(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' }, 'as-of': { type: 'string' } },
    });
    const asOf = values['as-of'];
    if (asOf !== undefined && !isIsoDate(asOf)) return { problem: `“${asOf}” is no day of the calendar as YYYY-MM-DD` };
    return { asOf };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
