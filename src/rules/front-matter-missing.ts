import { defaultFramework, shippedNames } from '../framework/shipped.ts';
import { lineSpan, pointAt } from '../text/source.ts';
import { agreement, agreementWith, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

export const frontMatterMissing = defineRule({
  id: 'front-matter-missing',
  group: 'front-matter',
  summary: 'The document starts with front matter that names its framework.',
  why: 'Without it the tool cannot know what to hold the document against, nor its status, parties and dates.',
  source: 'The framework’s schema',
  severity: 'error',
  weights: {
    recommended: { severity: 'info', when: 'it is recommended' },
  },
  messages: {
    recommended: ({ framework }: { readonly framework: string }) => ({
      text: 'The document has no front matter: title, status, parties and dates in a form that programs can read.',
      help: `It is recommended, not required. “sla init --framework ${framework} --stdout” shows what it looks like; put such a block at the very top, and “sla check” will find the document by itself.`,
    }),
    undeclared: ({ frameworks }: { readonly frameworks: string }) => ({
      text: 'The document does not say which framework it follows.',
      help:
        `Put three lines at the very top (“---”, “framework: ${defaultFramework}”, “---”), or name it when you check: ` +
        `“sla check --framework NAME FILE”. Or start anew with “sla init”. Frameworks: ${frameworks}.`,
    }),
    displaced: () => ({
      text: 'The front matter does not stand at the very top, so it is read as text.',
      help: 'Take away what stands before the first “---”; not even an empty line may go before it.',
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
    const before = /^\s+(?=---[ \t]*\r?\n[\w-]+:)/.exec(source.text);
    if (before && frontMatter.state === 'absent') {
      yield { message: 'displaced', data: {}, at: lineSpan(source, pointAt(source, before[0].length).line) };
      return;
    }
    if (binding.framework.name === '') {
      yield {
        message: 'undeclared',
        data: { frameworks: `${shippedNames.join(', ')}, or a file of your own` },
        at,
      };
      return;
    }
    const lack = binding.violations.find((one) => one.pointer === '' && one.property === 'front-matter');
    if (lack)
      yield {
        message: lack.recommended ? 'recommended' : 'absent',
        data: { framework: binding.framework.name },
        at,
        schema: lack.schema,
      };
  },
  examples: () => [
    {
      title: 'A framework that wants no front matter',
      markdown: agreement(scope, charges),
      finds: [],
    },
    {
      title: 'An empty line before the front matter',
      markdown: `\n${agreementWith('status: draft', scope, charges)}`,
      finds: ['displaced'],
    },
    {
      title: 'Front matter at the very top',
      markdown: agreementWith('status: draft', scope, charges),
      finds: [],
    },
    {
      title: 'Two empty lines before it',
      markdown: `\n\n${agreementWith('version: 1', scope, charges)}`,
      finds: ['displaced'],
    },
  ],
});

function firstLine(blocks: readonly { readonly span: { readonly start: { readonly line: number } } }[]): number {
  return blocks[0]?.span.start.line ?? 1;
}
