import { type Binding, placeOf } from '../binding/binding.ts';
import { partiesOf } from '../binding/parties.ts';
import type { Finding } from '../finding/finding.ts';
import { isWithin } from '../text/span.ts';

/** What is left to do, in the order in which it is usually done. */
export const kinds = {
  write: 'To write',
  'fill-in': 'To fill in',
  answer: 'To answer',
  plan: 'Actions',
  sign: 'To sign',
  date: 'Dates and reviews',
  mend: 'To put right',
} as const;
export type Kind = keyof typeof kinds;

/** One thing that is left. */
export interface Task {
  readonly kind: Kind;
  /** The party that it falls to; undefined where it falls to all. */
  readonly party: string | undefined;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly help: string;
  readonly rule: string;
}

const kindOfRule: Readonly<Record<string, Kind>> = {
  'section-missing': 'write',
  'section-empty': 'write',
  'component-missing': 'write',
  'component-invalid': 'write',
  'placeholder-left': 'fill-in',
  'front-matter-invalid': 'fill-in',
  'answer-missing': 'answer',
  'answer-ambiguous': 'answer',
  'answer-lost': 'answer',
  'action-missing': 'plan',
  'action-unowned': 'plan',
  'action-overdue': 'plan',
  'deliverable-overdue': 'plan',
  'signature-missing': 'sign',
  'signature-incomplete': 'sign',
  'publication-missing': 'sign',
  'agreement-expired': 'date',
  'review-missing': 'date',
  'review-overdue': 'date',
  'assessment-outdated': 'date',
  'date-incomplete': 'date',
};

/** The findings of a document as tasks; what is only worth knowing is none, unless it is a blank. */
export function tasksOf(binding: Binding, findings: readonly Finding[]): Task[] {
  const partyOf = concernedParty(binding);
  return findings.flatMap(eachAction).flatMap((finding): Task[] => {
    const { rule, message, text, help, at, severity } = finding;
    const kind = kindOfRule[rule] ?? 'mend';
    if (message === 'recommended' || (severity === 'info' && kind === 'mend')) return [];
    const path = binding.document.source.path;
    return [{ kind, party: partyOf(finding), path, line: at.start.line, text, help, rule }];
  });
}

/** One finding may tell of several actions, and each of them is something to do. */
function eachAction(finding: Finding): readonly Finding[] {
  const { rule, message, data, related } = finding;
  if (rule !== 'action-unowned' || message !== 'several') return [finding];
  const first = { ...finding, text: `The action “${data.action}” has ${data.lacks}.` };
  return [first, ...related.map(({ at, text }) => ({ ...finding, at, text: `The action ${text}.` }))];
}

/** A finding falls to the party in whose entry of the front matter it stands, or that it alone names. */
function concernedParty(binding: Binding): (finding: Finding) => string | undefined {
  const parties = partiesOf(binding).map(({ name, value: { role }, pointer }) => {
    const title = typeof role === 'string' ? role.replaceAll('-', ' ') : undefined;
    return { name, role: title, entry: placeOf(binding, pointer) };
  });
  return ({ at, text }) => {
    const inside = parties.find(({ entry }) => isWithin(at, entry));
    if (inside) return inside.name;
    const named = parties.filter(({ name, role }) => text.includes(name) || (role && text.includes(`of the ${role}`)));
    return named.length === 1 ? named[0]?.name : undefined;
  };
}

/** Tasks by party, those of all parties last; within a party by kind. */
export function grouped(
  tasks: readonly Task[],
): { readonly party: string | undefined; readonly tasks: readonly Task[] }[] {
  const order = Object.keys(kinds);
  const parties = [...new Set(tasks.map(({ party }) => party))].sort((a, b) =>
    a === undefined ? 1 : b === undefined ? -1 : a.localeCompare(b),
  );
  return parties.map((party) => ({
    party,
    tasks: tasks
      .filter((one) => one.party === party)
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.path.localeCompare(b.path) || a.line - b.line),
  }));
}
