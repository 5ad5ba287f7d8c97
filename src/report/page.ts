import { Chalk } from 'chalk';
import { wrapAnsi } from 'fast-wrap-ansi';
import { printable } from './printable.ts';

/**
 * One of our own Markdown pages (`explain`, `framework show`), laid out for a terminal: headings and emphasis in bold
 * where there is colour, paragraphs and list items wrapped, examples set in.
 */
export function layOut(
  markdown: string,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const room = Math.min(Math.max(width, 40), 100);
  let fenced = false;
  const lines = markdown.split('\n').flatMap((written): string[] => {
    const line = printable(written);
    if (line.startsWith('```')) {
      fenced = !fenced;
      return [];
    }
    if (fenced) return [`    ${line}`.trimEnd()];
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    if (heading !== undefined) return [paint.bold(heading)];
    const words = line.replace(/\*\*(.+?)\*\*/g, (_all, strong: string) => paint.bold(strong)).replaceAll('`', '');
    const indent = /^ *(?:- )?/.exec(words)?.[0] ?? '';
    const wrapped = wrapAnsi(words.slice(indent.length), room - indent.length, {
      hard: true,
    }).split('\n');
    return wrapped.map((part, index) => (index === 0 ? indent : ' '.repeat(indent.length)) + part);
  });
  return lines.join('\n');
}
