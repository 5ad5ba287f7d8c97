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
        .map((one) => `- [ ] ${literalMarkdown(inWords(one))} (${literalMarkdown(place(one))})`);
      return `### ${kinds[kind]}\n\n${lines.join('\n')}`;
    });
    return [`## ${literalMarkdown(party ?? 'All parties')}`, ...byKind].join('\n\n');
  });
  return `${['# Left to do', ...parts].join('\n\n')}\n`;
}

/** The same for a terminal. The path of a single document is told once. */
export function asText(tasks: readonly Task[]): string {
  if (tasks.length === 0) return 'Nothing is left to do.\n';
  const [only, another] = new Set(tasks.map(({ path }) => path));
  const placeIn = (one: Task) => (another === undefined ? `line ${one.line}` : place(one));
  const parts = grouped(tasks).map(({ party, tasks: own }) => {
    const byKind = [...new Set(own.map(({ kind }) => kind))].map((kind) => {
      const lines = own.filter((one) => one.kind === kind).map((one) => `    ${placeIn(one)}  ${inWords(one)}`);
      return `  ${kinds[kind]}\n${lines.join('\n')}`;
    });
    return [party ?? 'All parties', ...byKind].join('\n');
  });
  const count = tasks.length === 1 ? '1 thing is' : `${tasks.length} things are`;
  const head = only !== undefined && another === undefined ? `${only}\n\n` : '';
  return `${head}${parts.join('\n\n')}\n\n${count} left to do.\n`;
}

/** Plain data, in the same order. */
export function asData(tasks: readonly Task[]) {
  const rows = grouped(tasks).flatMap(({ tasks: own }) => own.map((one) => ({ ...one, party: one.party ?? null })));
  return { tasks: rows, count: tasks.length };
}

/** Below “To fill in” a blank needs no more words than its own. */
function inWords({ kind, text }: Task): string {
  const line = oneLine(text);
  return kind === 'fill-in' ? line.replace(/^Still to be filled in: /, '') : line;
}

function place({ path, line }: Task): string {
  return `${path}:${line}`;
}
