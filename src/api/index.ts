import type { Document } from '../document/document.ts';
import { parseDocument as parse } from '../document/document.ts';
import { loadParser } from '../document/parser.ts';
import type { Framework } from '../framework/framework.ts';
import { createSource } from '../text/source.ts';
import { withinLimits } from '../workspace/documents.ts';
import { frameworksFor } from '../workspace/frameworks.ts';

export { check, type Settings } from '../check/check.ts';
export type { Document } from '../document/document.ts';
export type { Finding, Fix, Severity, Suppressed } from '../finding/finding.ts';
export type { Status } from '../finding/status.ts';
export type { Coverage, Verdict } from '../finding/verdict.ts';
export type { Framework, Requirement } from '../framework/framework.ts';
export { type Answers, scaffold } from '../scaffold/scaffold.ts';
export type { Point, Span } from '../text/span.ts';

/**
 * Reads a Markdown text as a document. What is wrong with it is a finding; only a text that breaks a limit of
 * docs/limits.md rejects, with an `Error` that says where and what to do. `path` is the name under which findings speak of it.
 */
export async function parseDocument(text: string, path = 'document.md'): Promise<Document> {
  return parse(withinLimits(createSource(path, text)), await loadParser());
}

/**
 * Loads a framework: a shipped one by its name, or a file of your own, relative to `folder`. Rejects with an `Error` that
 * says what is wrong with the file, or that there is none.
 */
export function loadFramework(nameOrFile: string, folder = process.cwd()): Promise<Framework> {
  return frameworksFor(folder).named(nameOrFile);
}
