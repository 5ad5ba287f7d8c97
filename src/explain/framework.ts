import { allRequirements, type Framework, headingOf, type Requirement, titleOf } from '../framework/framework.ts';
import { askedText } from './requirement.ts';

/** What a framework asks for, as an outline in Markdown. */
export function frameworkPage(framework: Framework): string {
  const { name, title, description, edition, source, sections } = framework;
  const head = [
    `# ${title}`,
    `\`${name}\`${edition ? `, edition ${edition}` : ''}`,
    description,
    ...(source ? [`**Source:** ${source}`] : []),
    ...standing(framework),
  ];
  return `${[...head, ...sections.map(sectionPart)].join('\n\n')}\n`;
}

function sectionPart(section: Requirement, index: number): string {
  const leaving = section.omittable ? 'may be left out with a reason' : 'may not be left out';
  const lines = section.children.flatMap((component) => [
    line(component, ''),
    ...component.children.map((part) => line(part, '  ')),
  ]);
  return [
    `## ${section.label ? '' : `${index + 1}. `}${headingOf(section)}`,
    `\`${section.id}\`, ${leaving}`,
    lines.join('\n'),
  ]
    .join('\n\n')
    .trimEnd();
}

function line(requirement: Requirement, indent: string): string {
  const { id, asked } = requirement;
  return `${indent}- ${titleOf(requirement)} (\`${id}\`, ${askedText(asked)})`;
}

/** What of a framework is the authority's, and what is proposed, where it tells them apart. */
function standing({ sections }: Framework): string[] {
  const all = allRequirements(sections);
  const published = sections.filter((one) => one.basis === 'published').length;
  const proposed = all.filter((one) => one.basis === 'proposal').length;
  if (published + proposed === 0) return [];
  if (published === 0) return ['**Standing:** all of it is a proposal of this project; no authority has published it.'];
  return [
    `**Standing:** ${published} of ${sections.length} sections follow what the source has published; ${proposed} components and parts below are a proposal of this project and not the authority’s text.`,
  ];
}
