import { good } from './sla.ts';

const cut = good.indexOf('\n# ');
const head = good.slice(0, cut);
const body = good.slice(cut);
const headings = (change: (marks: string, text: string) => string) =>
  body.replace(/^(#{1,6}) (.*)$/gm, (_all, marks: string, text: string) => change(marks, text));
const sections = (change: (number: string, title: string) => string) =>
  body.replace(/^## (\d+)\. (.*)$/gm, (_all, number: string, title: string) => `## ${change(number, title)}`);

const unnumbered = (text: string) => text.replace(/^\d+(?:\.\d+)*\.? /, '');
const contents = [...body.matchAll(/^## (.*)$/gm)].map((match) => `- [${match[1]}](https://example.org/#x)`).join('\n');

/** The body of the good example as other people would have written, converted or pasted it. */
const dresses: Readonly<Record<string, string>> = {
  'in capitals': headings((marks, text) => `${marks} ${text.toUpperCase()}`),
  'with colons behind the headings': headings((marks, text) => `${marks} ${text}:`),
  'with emphasised headings': headings((marks, text) => `${marks} **${text}**`),
  'with linked headings': headings((marks, text) => `${marks} [${text}](https://example.org/here)`),
  'with closing number signs': headings((marks, text) => `${marks} ${text} ${marks}`),
  'with numbers like 4.0': sections((number, title) => `${number}.0 ${title}`),
  'with “Section 4 –”': sections((number, title) => `Section ${number} – ${title}`),
  'with “Schedule 4:”': sections((number, title) => `Schedule ${number}: ${title}`),
  'without numbers': headings((marks, text) => `${marks} ${unnumbered(text)}`),
  'with hard spaces behind the numbers': headings(
    (marks, text) => `${marks} ${text.replace(/^(\S+) (?=\p{Lu})/u, '$1\u00a0')}`,
  ),
  'with ampersands': headings((marks, text) => `${marks} ${text.replaceAll(' and ', ' & ')}`),
  'with the sections on the first level': headings((marks, text) =>
    marks.length === 1 ? `# ${text}` : `${marks.slice(1)} ${text}`,
  ),
  'in two parts, a level lower': headings((marks, text) => (marks === '#' ? `# ${text}` : `#${marks} ${text}`))
    .replace(/^### 1\. /m, '## Part A\n\n### 1. ')
    .replace(/^### 7\. /m, '## Part B\n\n### 7. '),
  'with underlined headings': headings((marks, text) =>
    marks === '#'
      ? `${text}\n${'='.repeat(12)}`
      : marks === '##'
        ? `${unnumbered(text)}\n${'-'.repeat(12)}`
        : `${marks} ${text}`,
  ),
  'with bold lines for sub-headings': headings((marks, text) => (marks === '###' ? `**${text}**` : `${marks} ${text}`)),
  'with a table of contents': body.replace(/^## 1\. /m, `## Contents\n\n${contents}\n\n## 1. `),
  'with comments between the blocks': body
    .replace(/\n\n(?=\S)/g, '\n\n<!-- a note -->\n\n')
    .replace(/<!-- a note -->\n\n(?=[-|>\d])/g, ''),
  'with lines of 40 characters': body.replace(/^(?![#|\-*\d> ]).{50,}$/gm, (line) =>
    line.replace(/(.{20,40}) (?![-+*#>\d=])/g, '$1\n'),
  ),
};

/** The good example in each of its dresses. */
export const dressed = Object.entries(dresses).map(([name, text]) => [name, head + text] as const);

/** What keeps a line of its own: a heading, row, item, quotation, fence, rule or comment, and a pair such as `Name: …`. */
const ownLine = /^\s*(?:#|\||>|```|~~~|[-*+] |\d+[.)] |---|===|<!--|$|\*\*|[A-Z][\w ]{0,40}:|Signed)/;
const noText = /^\s*(?:#|\||>|```|~~~|---|===|<!--|$)/;

/** A document whose paragraphs and items are wrapped at another width, in characters; Infinity for one line each. */
export function wrapped(text: string, width: number): string {
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const joined: string[] = [];
  for (const line of text.slice(frontMatter.length).split('\n')) {
    const last = joined.at(-1) ?? '';
    if (noText.test(last) || ownLine.test(line) || / {2}$/.test(last)) joined.push(line);
    else joined[joined.length - 1] = `${last} ${line.trim()}`;
  }
  return frontMatter + joined.map((line) => (noText.test(line) ? line : broken(line, width))).join('\n');
}

/** No line starts with what would make it an item, a heading or a quotation. */
function broken(line: string, width: number): string {
  const indent = ' '.repeat(/^\s*(?:[-*+] |\d+[.)] )?/.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  for (const word of line.trimEnd().split(' ')) {
    const last = lines.at(-1);
    const goesOn = last === undefined || last.trim().length < 4 || `${last} ${word}`.length <= width;
    if (last !== undefined && (goesOn || !/^[\p{L}“‹]/u.test(word))) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : indent + word);
  }
  return lines.join('\n');
}
