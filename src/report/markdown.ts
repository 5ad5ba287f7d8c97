import type { Finding } from '../finding/finding.ts';
import { literalMarkdown } from '../text/literal-markdown.ts';
import { clipped } from './printable.ts';
import { counted, type DocumentReport, type Format, totalsOf } from './report.ts';

/** A comment for a merge request, to be read by people who do not program. */
export const markdown: Format = function* (report) {
  yield `# Service level agreements\n\n${totalsOf(report)}\n`;
  for (const document of report.documents) yield `\n${documentPart(document)}\n`;
};

function documentPart({ source, framework, status, findings }: DocumentReport): string {
  const loud = findings.filter((one) => one.severity !== 'info');
  const notes = findings.filter((one) => one.severity === 'info');
  const held = framework === undefined ? 'no framework' : `framework ${literal(framework)}`;
  return [
    `## ${literal(source.path) || 'Document'}`,
    `Status: ${literal(status)}; ${held}.${loud.length === 0 ? ' Nothing has to be put right.' : ''}`,
    ...(loud.length > 0 ? [table(loud)] : []),
    ...(notes.length > 0
      ? [
          `<details>\n<summary>${counted(notes.length, 'note')} worth knowing</summary>\n\n${table(notes)}\n\n</details>`,
        ]
      : []),
  ].join('\n\n');
}

const words: Readonly<Record<Finding['severity'], string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ severity, at, text, help }) => {
    return `| ${words[severity]} | Line ${at.start.line}: ${literal(text)}<br>${literal(help)} |`;
  });
  return ['| Severity | What is wrong, and what to do |', '| --- | --- |', ...rows].join('\n');
}

/** Words as they stand, cut where they are very long. */
function literal(text: string): string {
  return literalMarkdown(clipped(text, 1000));
}
