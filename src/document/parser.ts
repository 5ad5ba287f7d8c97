import type { Root } from 'mdast';
import { type Processor, unified } from 'unified';
import { evenOut } from './normalise.ts';

/** Markdown text → mdast with positions: CommonMark with GFM tables, task lists and footnotes, no front matter. */
export type MarkdownParser = (text: string) => Root;

export type EngineName = 'satteri' | 'remark';

/** The engine asked for; else the fast one where it has a build for this platform, and remark where it has none. */
export async function loadParser(wanted?: EngineName): Promise<MarkdownParser> {
  if (wanted) return wanted === 'remark' ? remark() : satteri();
  return satteri().catch(remark);
}

async function satteri(): Promise<MarkdownParser> {
  const { markdownToMdast } = await import('satteri');
  const processor = unified().use(function (this: Processor) {
    this.parser = (text) => markdownToMdast(text, { features: { gfm: true, frontmatter: false } });
  });
  return (text) => evenOut(processor.parse(text) as Root, text);
}

async function remark(): Promise<MarkdownParser> {
  const [{ default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  return (text) => evenOut(processor.parse(text), text);
}
