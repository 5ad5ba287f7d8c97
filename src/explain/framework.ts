import type { Framework, Requirement } from '../framework/framework.ts';
import { askedText } from './requirement.ts';

/** What a framework asks for, as an outline in Markdown. */
export function frameworkPage(framework: Framework): string {
  const { name, title, description, edition, source, sections } = framework;
  const head = [
    `# ${title}`,
    `\`${name}\`${edition ? `, edition ${edition}` : ''}`,
    description,
    ...(source ? [`**Source:** ${source}`] : []),
  ];
  return `${[...head, ...sections.map(sectionPart)].join('\n\n')}\n`;
}

function sectionPart(section: Requirement, index: number): string {
  const leaving = section.omittable ? 'may be left out with a reason' : 'may not be left out';
  const lines = section.children.flatMap((component) => [
    line(component, ''),
    ...component.children.map((part) => line(part, '  ')),
  ]);
  return [`## ${index + 1}. ${section.title}`, `\`${section.id}\`, ${leaving}`, lines.join('\n')]
    .join('\n\n')
    .trimEnd();
}

function line({ title, id, asked }: Requirement, indent: string): string {
  return `${indent}- ${title} (\`${id}\`, ${askedText(asked)})`;
}
