import type { Nodes, Root } from 'mdast';
import { evenOut } from './normalise.ts';

/** Markdown text → mdast with positions: CommonMark with GFM tables, task lists and footnotes, no front matter. */
export type MarkdownParser = (text: string) => Root;

export type EngineName = 'satteri' | 'micromark';

/** The engine that an environment asks for; undefined where it leaves the choice to the program. */
export function engineIn(env: Readonly<Record<string, string | undefined>>): EngineName | undefined {
  return env.SLA_PARSER === 'micromark' ? 'micromark' : undefined;
}

/** The engine asked for; else the fast one where it has a build for this platform, and micromark where it has none. */
export async function loadParser(wanted?: EngineName): Promise<MarkdownParser> {
  if (wanted) return wanted === 'micromark' ? micromark() : satteri();
  return satteri().catch(micromark);
}

async function satteri(): Promise<MarkdownParser> {
  const { markdownToMdast } = await import('satteri');
  const options = { features: { gfm: true, frontmatter: false } };
  return (text) => evenOut(rootOf(markdownToMdast(text, options)), text);
}

/** What satteri types as any node is the root. */
function rootOf(tree: Nodes): Root {
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

async function micromark(): Promise<MarkdownParser> {
  const [{ fromMarkdown }, { gfm }, { gfmFromMarkdown }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('micromark-extension-gfm'),
    import('mdast-util-gfm'),
  ]);
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return (text) => evenOut(fromMarkdown(text, options), text);
}
