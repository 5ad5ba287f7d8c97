import { literalMarkdown } from '../text/literal-markdown.ts';
import { oneLine } from '../text/shorten.ts';
import { grouped, kinds, type Task } from './todo.ts';

/** A checklist in Markdown: a heading for each party, a box for each task. */
export function asMarkdown(tasks: readonly Task[]): string {
  if (tasks.length === 0) return '# Left to do\n\nNothing.\n';
  const parts = grouped(tasks).map(({ party, tasks: own }) => {
    const byKind = [...new Set(own.map(({ kind }) => kind))].map((kind) => {
      const lines = own
        .filter((one) => one.kind === kind)
        .map((one) => `- [ ] ${literalMarkdown(oneLine(one.text))} (${literalMarkdown(place(one))})`);
      return `### ${kinds[kind]}\n\n${lines.join('\n')}`;
    });
    return [`## ${literalMarkdown(party ?? 'All parties')}`, ...byKind].join('\n\n');
  });
  return `${['# Left to do', ...parts].join('\n\n')}\n`;
}

/** The same for a terminal. */
export function asText(tasks: readonly Task[]): string {
  if (tasks.length === 0) return 'Nothing is left to do.\n';
  const parts = grouped(tasks).map(({ party, tasks: own }) => {
    const byKind = [...new Set(own.map(({ kind }) => kind))].map((kind) => {
      const lines = own.filter((one) => one.kind === kind).map((one) => `    ${place(one)}  ${oneLine(one.text)}`);
      return `  ${kinds[kind]}\n${lines.join('\n')}`;
    });
    return [party ?? 'All parties', ...byKind].join('\n');
  });
  const count = tasks.length === 1 ? '1 thing is' : `${tasks.length} things are`;
  return `${parts.join('\n\n')}\n\n${count} left to do.\n`;
}

/** Plain data, in the same order. */
export function asData(tasks: readonly Task[]) {
  const rows = grouped(tasks).flatMap(({ tasks: own }) => own.map((one) => ({ ...one, party: one.party ?? null })));
  return { tasks: rows, count: tasks.length };
}

function place({ path, line }: Task): string {
  return `${path}:${line}`;
}
