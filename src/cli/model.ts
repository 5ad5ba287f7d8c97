import { bind } from '../binding/bind.ts';
import { textOf } from '../data/node.ts';
import { parseDocument } from '../document/document.ts';
import { loadParser } from '../document/parser.ts';
import { readDocument } from '../workspace/documents.ts';
import { failure } from '../workspace/failure.ts';
import { frameworksFor } from '../workspace/frameworks.ts';
import type { ExitCode, Io } from './io.ts';

/** Prints a document as the framework's schema sees it. */
export async function runModel(io: Io, path: string, wanted: string | undefined): Promise<ExitCode> {
  const source = await readDocument(io.cwd, path);
  const document = parseDocument(source, await loadParser(io.env.SLA_PARSER === 'remark' ? 'remark' : undefined));
  const { frontMatter } = document;
  if (frontMatter.state === 'invalid') {
    const { at, text, help } = frontMatter.problem;
    throw failure({
      place: `${source.path}:${at.start.line}:${at.start.column}`,
      text,
      remedy: help,
    });
  }
  const declared = frontMatter.state === 'present' ? textOf(frontMatter.root, 'framework') : undefined;
  const frameworks = frameworksFor(io.cwd);
  if (wanted === undefined && declared === undefined) {
    throw failure({
      place: source.path,
      text: 'the document names no framework',
      remedy: 'Name one with --framework.',
    });
  }
  const framework =
    wanted === undefined
      ? await frameworks.declared(declared ?? '', source.path, source.path)
      : await frameworks.named(wanted);
  io.stdout.write(`${JSON.stringify(bind(document, framework).model, null, 2)}\n`);
  return 0;
}
