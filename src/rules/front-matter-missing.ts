import { shippedFrameworks } from '../framework/shipped.ts';
import { lineSpan } from '../text/source.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const frontMatterMissing = defineRule({
  id: 'front-matter-missing',
  group: 'front-matter',
  summary: 'The document starts with front matter that names its framework.',
  why: 'Without it the tool cannot know what to hold the document against, nor its status, parties and dates.',
  source: 'The framework’s schema',
  severity: 'error',
  messages: {
    undeclared: ({ frameworks }: { readonly frameworks: string }) => ({
      text: 'The document does not say which framework it follows.',
      help:
        `Put three lines at the very top (“---”, “framework: surveillance-camera”, “---”), or name it when you check: ` +
        `“sla check --framework NAME FILE”. Or start anew with “sla init”. Frameworks: ${frameworks}.`,
    }),
    absent: ({ framework }: { readonly framework: string }) => ({
      text: 'The document has no front matter: title, status, parties and dates in a form that programs can read.',
      help: `“sla init --framework ${framework} --stdout” shows what it looks like; put such a block at the very top.`,
    }),
  },
  *check({ binding }) {
    const { source, frontMatter } = binding.document;
    const at =
      frontMatter.state === 'present' ? lineSpan(source, 1) : lineSpan(source, firstLine(binding.document.blocks));
    if (binding.framework.name === '') {
      yield {
        message: 'undeclared',
        data: { frameworks: `${Object.keys(shippedFrameworks).join(', ')}, or a file of your own` },
        at,
      };
      return;
    }
    const lack = binding.violations.find((one) => one.pointer === '' && one.property === 'front-matter');
    if (lack)
      yield {
        message: 'absent',
        data: { framework: binding.framework.name },
        at,
        schema: lack.schema,
      };
  },
  examples: [
    {
      title: 'A framework that wants no front matter',
      markdown: agreement(scope, charges),
      finds: [],
    },
  ],
});

function firstLine(blocks: readonly { readonly span: { readonly start: { readonly line: number } } }[]): number {
  return blocks[0]?.span.start.line ?? 1;
}
