/** The pieces that most examples are put together from; `examples/framework/car-parks.yaml` says what they must hold. */
export const scope = '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n';
export const charges = '## Charges\n\nNone.\n';

/** A document of some parts, each of which ends with a line break. */
export function agreement(...parts: readonly string[]): string {
  return ['# Agreement\n', ...parts].join('\n');
}

/** The same behind front matter. */
export function agreementWith(frontMatter: string, ...parts: readonly string[]): string {
  return `---\n${frontMatter}\n---\n\n${agreement(...parts)}`;
}

interface FormParts {
  /** Lines of front matter. */
  readonly head?: string;
  readonly officer?: string;
  readonly date?: string;
  readonly part?: string;
  readonly rest?: string;
}

/** A form that is filled in; `examples/framework/car-park-check.yaml` asks its questions. */
export function form({
  head = '',
  officer = 'Parking Manager',
  date = '1 March 2026',
  part = formPart(),
  rest = '',
}: FormParts = {}): string {
  const front = head === '' ? '' : `---\n${head}\n---\n\n`;
  return `${front}# Car park check\n\n**Responsible officer:** ${officer}\n\n**Signature:** A. Clerk\n\n**Date of sign-off:** ${date}\n\n${[part, rest].filter(Boolean).join('\n')}`;
}

interface Answers {
  readonly watched?: string;
  readonly contact?: string;
  /** Whether anything is left to do. */
  readonly left?: string;
  readonly plan?: string;
  readonly more?: string;
}

const yesAndNo = ['- [x] Yes\n- [ ] No', '- [ ] Yes\n- [x] No'] as const;

/** The first part of the form with some answers. */
export function formPart({
  watched = 'Barriers and bays.',
  contact = `${yesAndNo[0]}\n\nThe parking manager, parking@example.gov.uk.`,
  left = yesAndNo[1],
  plan = 'None.',
  more = '',
}: Answers = {}): string {
  const blocks = [
    '## Part 1: Patrols',
    `### 1. What is watched?\n\n${watched}`,
    `### 2. Is there a contact?\n\n${contact}`,
    more,
    `### 4. Is anything left to do?\n\n${left}`,
    `### Action plan\n\n${plan}`,
  ];
  return `${blocks
    .filter(Boolean)
    .map((block) => block.trim())
    .join('\n\n')}\n`;
}

/** A plan with one table; `examples/framework/car-park-plan.yaml` names its columns. */
export function plan(section: string, ...rows: readonly string[]): string {
  const columns = section === 'Works' ? '| Work | Measure | Due |' : '| Output | Target | Outcome | In practice |';
  const line = columns.replace(/[^|]+/g, ' --- ');
  return `# Car park plan\n\n## ${section}\n\n${[columns, line, ...rows].join('\n')}\n`;
}
