import type { Code, ListItem, Nodes, Root, Text } from 'mdast';

/**
 * Evens out where the engines' trees differ, so that one text gives one document:
 * - micromark cuts a text at a literal autolink (`a@example.org`) and drops the positions of all its pieces; they become
 *   one text again that stands between its placed neighbours;
 * - the paragraph behind a task's box starts at its first word, and that word has no spaces before it;
 * - lines of indented code right below each other are one block, also behind a list.
 */
export function evenOut(root: Root, text: string): Root {
  const stack: Nodes[] = [root];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    if (!('children' in parent)) continue;
    if (parent.type === 'listItem' && typeof parent.checked === 'boolean') startAtFirstWord(parent);
    const children: Nodes[] = parent.children;
    if (children.some((child) => !child.position)) {
      Object.assign(parent, { children: joinUnplaced(children, parent, text) });
    }
    if (children.some((child) => child.type === 'code')) {
      Object.assign(parent, { children: joinCode(parent.children, text) });
    }
    for (const child of parent.children) stack.push(child);
  }
  return root;
}

function startAtFirstWord(item: ListItem): void {
  const paragraph = item.children[0];
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (!paragraph?.position || !first?.position) return;
  if (first.type === 'text') {
    const spaces = first.value.length - first.value.trimStart().length;
    Object.assign(first, { value: first.value.slice(spaces) });
  }
  Object.assign(paragraph.position, { start: first.position.start });
}

function joinCode(children: readonly Nodes[], text: string): Nodes[] {
  const joined: Nodes[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (last?.type === 'code' && child.type === 'code' && goesOn(last, child, text)) {
      Object.assign(last, { value: `${last.value}\n${child.value}` });
      Object.assign(last.position ?? {}, { end: child.position?.end });
    } else joined.push(child);
  }
  return joined;
}

/** Whether a block of indented code starts on the line below another one. */
function goesOn(above: Code, below: Code, text: string): boolean {
  const start = below.position?.start.offset ?? 0;
  const between = text.slice(above.position?.end.offset ?? 0, start);
  const fenced = (code: Code) => /^[`~]{3}/.test(text.slice(code.position?.start.offset));
  return /^(?:\r\n|\r|\n)[ \t]*$/.test(between) && !fenced(above) && !fenced(below);
}

function joinUnplaced(children: readonly Nodes[], parent: Nodes, text: string): Nodes[] {
  const joined: Nodes[] = [];
  let words = '';
  const close = (until: number) => {
    if (words === '') return;
    const after = joined.at(-1)?.position?.end.offset ?? parent.position?.start.offset ?? 0;
    joined.push(placedText(words, text, after, until));
    words = '';
  };
  for (const child of children) {
    if (!child.position) {
      words += plainText(child);
      continue;
    }
    close(child.position.start.offset ?? 0);
    joined.push(child);
  }
  close(parent.position?.end.offset ?? text.length);
  return joined;
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function placedText(words: string, text: string, from: number, until: number): Text {
  const start = Math.max(from, text.indexOf(words.charAt(0), from));
  const end = Math.max(start, text.lastIndexOf(words.charAt(words.length - 1), until - 1) + 1);
  // Only offsets are read from a tree; lines and columns are worked out from them.
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { type: 'text', value: words, position: { start: point(start), end: point(end) } };
}
