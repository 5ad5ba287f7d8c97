import { type Asked, type Framework, headingOf, type Requirement, titleOf } from '../framework/framework.ts';

/** The page of a section, component or part, in Markdown. */
export function requirementPage(framework: Framework, requirement: Requirement): string {
  const { description, why, principles, source, basis, aliases, omittable, path, children, asked } = requirement;
  const lines = [
    `# ${requirement.path.includes('/') ? titleOf(requirement) : headingOf(requirement)}`,
    `\`${framework.name}/${path}\` · ${askedText(asked)}${path.includes('/') ? '' : omittable ? ', may be left out with a reason' : ', may not be left out'}`,
    description,
    ...(why ? [`**Why:** ${why}`] : []),
    ...(principles.length > 0 ? [`**Principles of the code:** ${principles.join(', ')}`] : []),
    ...(source ? [`**Source:** ${source}`] : []),
    ...(basis
      ? [
          `**Standing:** ${basis === 'published' ? 'published by the authority named' : 'a proposal of this project; not the authority’s text'}`,
        ]
      : []),
    ...(aliases.length > 0 ? [`**Also accepted as:** ${listed(aliases)}`] : []),
    ...(children.length > 0 ? ['## What belongs here', children.map(childLine).join('\n')] : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

/** The first of many names, and how many more there are. */
function listed(names: readonly string[]): string {
  const most = 20;
  const more = names.length > most ? `; and ${names.length - most} more` : '';
  return names.slice(0, most).join('; ') + more;
}

function childLine(requirement: Requirement): string {
  const { id, asked, description } = requirement;
  return `- **${titleOf(requirement)}** (\`${id}\`, ${askedText(asked)}): ${description}`;
}

export function askedText(asked: Asked): string {
  return asked.kind === 'conditional' ? `required when ${asked.when.join(', or when ')}` : asked.kind;
}
