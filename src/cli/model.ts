import { bind } from '../binding/bind.ts';
import { declaredFramework } from '../court/declared-framework.ts';
import { type Document, parseDocument } from '../document/document.ts';
import { engineIn, loadParser } from '../document/parser.ts';
import type { Framework } from '../framework/framework.ts';
import { loadConfig } from '../workspace/config.ts';
import { readDocument } from '../workspace/documents.ts';
import { failure } from '../workspace/failure.ts';
import { frameworksBy } from '../workspace/frameworks.ts';
import { type ExitCode, type Io, writeJson } from './io.ts';

/** Prints a document as the framework's schema sees it. */
export async function runModel(io: Io, path: string, wanted: string | undefined): Promise<ExitCode> {
  const source = readDocument(io.cwd, path);
  const document = parseDocument(source, await loadParser(engineIn(io.env)));
  const { frontMatter } = document;
  if (frontMatter.state === 'invalid') {
    const { at, text, help } = frontMatter.problem;
    throw failure({
      place: `${source.path}:${at.start.line}:${at.start.column}`,
      text,
      remedy: help,
    });
  }
  const framework = await frameworkOf(io, document, wanted);
  writeJson(io.stdout, bind(document, framework).model);
  return 0;
}

async function frameworkOf(io: Io, document: Document, wanted: string | undefined): Promise<Framework> {
  const config = await loadConfig(io.cwd);
  const frameworks = frameworksBy(config, io.cwd);
  if (wanted !== undefined) return frameworks.named(wanted);
  const declared = declaredFramework(document);
  const { path } = document.source;
  if (declared) return frameworks.declared(declared.name, path, declared.place);
  if (config?.framework !== undefined) return frameworks.configured(config.framework);
  throw failure({ place: path, text: 'the document names no framework', remedy: 'Name one with --framework.' });
}
