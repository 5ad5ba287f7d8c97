import type { Nodes, Parents } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The workflow commands of an output, read as GitHub's runner reads them, and its other lines. */
export function commandsIn(output: string): {
  readonly commands: readonly Readonly<Record<string, string>>[];
  readonly others: readonly string[];
} {
  const unescaped = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const lines = output.trimEnd().split(/\r\n|\n|\r/);
  const commands = lines.flatMap((line) => {
    const [, command = '', properties = '', message = ''] = /^::(\w[\w-]*) ?(.*?)::(.*)$/.exec(line) ?? [];
    if (command === '') return [];
    const pairs = properties.split(',').map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, unescaped(value.join('='))];
    });
    return [{ command, ...Object.fromEntries(pairs), message: unescaped(message) }];
  });
  return { commands, others: lines.filter((line) => !line.trimStart().startsWith('::')) };
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text between its tags, without that of the elements in it. */
  text: string;
}

const token = /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/y;

/** The elements of an XML text that has no comments and sections; throws where it is not well-formed. */
export function readXml(xml: string): readonly Element[] {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('there is no XML declaration');
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('a letter is not XML');
  const elements: Element[] = [];
  const open: Element[] = [];
  token.lastIndex = head.length;
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed: ${xml.slice(from, from + 60)}`);
    const [, closing, name = '', attributes = '', alone, text] = match;
    if (text !== undefined) {
      const inner = open.at(-1);
      if (inner) inner.text += decoded(text);
      else if (text.trim() !== '') throw new Error('there is text outside the elements');
    } else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decoded(value),
      ]);
      const element = { name, attributes: Object.fromEntries(pairs), text: '' };
      elements.push(element);
      if (!alone) open.push(element);
    }
  }
  if (open.length > 0) throw new Error('an element stays open');
  return elements;
}

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos);)|\]\]>/.test(text)) throw new Error(`not well-formed: ${text}`);
  const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (_all, name: string) => letters[name] ?? '');
}

/** The rows of the tables of a Markdown text as plain words, and what of the text is neither words nor our own. */
export function cellsOf(markdown: string): { readonly cells: readonly string[][]; readonly strays: readonly string[] } {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const own = ['root', 'heading', 'paragraph', 'text', 'table', 'tableRow', 'tableCell', 'html'];
  const strays: string[] = [];
  const cells: string[][] = [];
  const visit = (node: Nodes) => {
    if (!own.includes(node.type)) strays.push(node.type);
    if (
      node.type === 'html' &&
      !/^(?:<br>|<details>\n<summary>\d+ notes? worth knowing<\/summary>|<\/details>)$/.test(node.value)
    )
      strays.push(node.value);
    if (node.type === 'table') cells.push(...node.children.slice(1).map((row) => row.children.map(wordsOf)));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { cells, strays };
}

function wordsOf(node: Parents): string {
  const parts = node.children.map((child) => {
    if ('children' in child) return wordsOf(child);
    return child.type === 'html' ? '\n' : 'value' in child ? child.value : '';
  });
  return parts.join('').replaceAll('\u200b', '');
}
