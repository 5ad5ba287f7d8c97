import { phraseFinder } from '../text/phrases.ts';
import { once } from '../text/remember.ts';
import { shippedWording } from '../text/wording.ts';

/** How far an agreement has come, as its front matter says. */
export const statuses = ['draft', 'in-review', 'agreed', 'published', 'superseded', 'ended'] as const;
export type Status = (typeof statuses)[number];

/** Whether a document of this status is still being written. */
export function isDraft(status: Status): boolean {
  return status === 'draft' || status === 'in-review';
}

/** The declared status, or what people's words for one come to; an agreement that declares none is judged as agreed. */
export function statusOf(declared: unknown): Status {
  return statuses.find((status) => status === declared) ?? statusMeant(declared) ?? 'agreed';
}

/** The status that people's own words come to: “Active” is agreed, “Draft 2” a draft, “Expired” ended. */
export function statusMeant(declared: unknown): Status | undefined {
  const [phase] = typeof declared === 'string' ? phasesIn(declared) : [];
  return phase === 'retired' ? 'ended' : phase;
}

/** What is being written, what stands, and what has been replaced or has ended. */
const phases = ['draft', 'agreed', 'retired'] as const;
type Phase = (typeof phases)[number];

/** The phases that a text has words for. */
export function phasesIn(text: string): Phase[] {
  const plain = text.replaceAll('-', ' ');
  return finders().flatMap(({ phase, find }) => (find(plain).length > 0 ? [phase] : []));
}

const finders = once(() =>
  phases.map((phase) => ({ phase, find: phraseFinder(shippedWording['front-matter-differs'].status[phase]) })),
);
