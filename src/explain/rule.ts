import { type Example, groups, type Rule } from '../rules/rule.ts';

/** What is said of an example: the words of each finding, and what to do. */
export type Spoken = (example: Example) => readonly { readonly text: string; readonly help: string }[];

/** The page of a rule, in Markdown; with what is really said of its wrong examples, where that is to be had. */
export function rulePage(rule: Rule, spoken?: Spoken): string {
  const { id, group, summary, why, source, severity, examples } = rule;
  const all = examples();
  const good = all.filter((one) => one.finds.length === 0);
  const bad = all.filter((one) => one.finds.length > 0);
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
    ...bad.flatMap((example) => [`${example.title}:`, fenced(example.markdown), ...said(example, spoken)]),
    '## To silence it',
    `Where there is a reason, say so above the place: \`<!-- sla-ignore ${id}: the reason -->\`. To turn the rule off for a repository, or to give it another weight, write \`rules: { ${id}: off }\` (or info, warning, error) into \`.sla.yaml\`.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function said(example: Example, spoken: Spoken | undefined): string[] {
  if (!spoken) return [];
  return spoken(example).map(({ text, help }) => `> ${text}\n>\n> ${help}`.replace(/\s*\n(?!>)\s*/g, ' '));
}

/** "error; warning in a draft" */
export function severityText({ severity, weights }: Rule): string {
  const { draft, agreed } = severity;
  const main = draft === agreed ? agreed : `${agreed}; ${draft === 'off' ? 'silent' : draft} in a draft`;
  const others = Object.values(weights).map(({ severity: weight, when }) => `${weight} when ${when}`);
  return [main, ...others].join('; ');
}

function fenced(markdown: string): string {
  return `\`\`\`markdown\n${markdown.trimEnd()}\n\`\`\``;
}
