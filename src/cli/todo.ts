import { bind } from '../binding/bind.ts';
import { checkBound } from '../check/check.ts';
import { courtFor, standardFor } from '../court/judge.ts';
import { projectFor } from '../court/project.ts';
import { parseDocument } from '../document/document.ts';
import { engineIn, loadParser } from '../document/parser.ts';
import { layOut } from '../report/page.ts';
import { printable } from '../report/printable.ts';
import { asData, asMarkdown, asText } from '../todo/render.ts';
import { type Task, tasksOf } from '../todo/todo.ts';
import { findCandidates, readDocument } from '../workspace/documents.ts';
import { type Complaint, failure, isFailure } from '../workspace/failure.ts';
import { sift } from '../workspace/sift.ts';
import { complain } from './complain.ts';
import { type ExitCode, type Io, wantsColour, widthOf, writeJson } from './io.ts';

export interface TodoOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly framework?: string;
  readonly asOf: string;
}

/** Prints what is left to do, by party and kind. What is left is no failure: the exit code is 0. */
export async function runTodo(io: Io, paths: readonly string[], options: TodoOptions): Promise<ExitCode> {
  const project = await projectFor(io.cwd, options);
  const { files: found, complaints, empty } = await findCandidates(io.cwd, paths, project.config);
  const files = options.framework === undefined ? sift(io.cwd, found).files : found;
  const parse = await loadParser(engineIn(io.env));
  const court = await courtFor(io.cwd, parse, project, [], options.framework);
  const trouble: Complaint[] = [...complaints, ...empty];
  const tasks: Task[] = [];
  let checked = 0;
  for (const { path, named } of files) {
    try {
      const source = readDocument(io.cwd, path);
      const standard = await standardFor(source, named, court);
      if (!standard) continue;
      checked += 1;
      const { framework, frontMatter, settings } = standard;
      if (!framework) continue;
      const binding = bind(parseDocument(source, parse, frontMatter), framework);
      tasks.push(...tasksOf(binding, checkBound(binding, settings).findings));
    } catch (error) {
      if (!isFailure(error)) throw error;
      trouble.push(...error.failure);
    }
  }
  if (checked === 0 && trouble.length === 0) {
    throw failure({ text: 'no document here names a framework', remedy: 'Name a document, or one with --framework.' });
  }
  if (checked > 0) show(io, options.format, tasks);
  complain(io, trouble);
  return trouble.length > 0 ? 2 : 0;
}

function show(io: Io, format: TodoOptions['format'], tasks: readonly Task[]): void {
  if (format === 'json') writeJson(io.stdout, asData(tasks));
  else if (format === 'markdown') io.stdout.write(asMarkdown(tasks).split('\n').map(printable).join('\n'));
  else io.stdout.write(layOut(asText(tasks), { color: wantsColour(io), width: widthOf(io) }));
}
