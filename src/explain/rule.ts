import { groups, type Rule } from '../rules/rule.ts';

/** The page of a rule, in Markdown. */
export function rulePage(rule: Rule): string {
  const { id, group, summary, why, source, severity, examples } = rule;
  const good = examples.filter((one) => one.finds.length === 0);
  const bad = examples.filter((one) => one.finds.length > 0);
  return [
    `# ${id}`,
    summary,
    `**Why:** ${why}`,
    `**Source:** ${source}`,
    `**Group:** ${groups[group]}`,
    `**Severity:** ${severityText(rule)}`,
    ...(severity.retired === 'off' ? ['Superseded and ended agreements are not asked.'] : []),
    '## Right',
    ...good.flatMap(({ title, markdown }) => [`${title}:`, fenced(markdown)]),
    ...(bad.length === 0 ? [] : ['## Wrong']),
    ...bad.flatMap(({ title, markdown }) => [`${title}:`, fenced(markdown)]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** "error; warning in a draft" */
export function severityText({ severity, weights }: Rule): string {
  const { draft, agreed } = severity;
  const main = draft === agreed ? agreed : `${agreed}; ${draft === 'off' ? 'silent' : draft} in a draft`;
  const others = Object.entries(weights).map(([message, weight]) => `${weight} when ${message}`);
  return [main, ...others].join('; ');
}

function fenced(markdown: string): string {
  return `\`\`\`markdown\n${markdown.trimEnd()}\n\`\`\``;
}
