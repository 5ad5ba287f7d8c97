import { groupedBy } from '../text/group.ts';
import { oncePer } from '../text/remember.ts';
import type { Context, Neighbour } from './context.ts';

/** The agreements of a run by their references, indexed once: a run may hold thousands, and each asks for some of them. */
const indexOf = oncePer((neighbours: readonly Neighbour[]) => ({
  byReference: groupedBy(neighbours, ({ reference }) => [reference]),
  bySigns: groupedBy(neighbours, ({ reference }) => [signsOf(reference)]),
  retired: neighbours.filter(({ retired }) => retired),
}));

type Asker = Pick<Context, 'binding' | 'neighbours'>;

/** The first other agreement that has a reference. */
export function otherCalled({ binding, neighbours }: Asker, reference: string): Neighbour | undefined {
  return indexOf(neighbours).byReference.get(reference)?.find(isOther(binding));
}

/** The first other agreement whose reference has the same signs in another order. */
export function otherLike({ binding, neighbours }: Asker, reference: string): Neighbour | undefined {
  const alike = indexOf(neighbours).bySigns.get(signsOf(reference)) ?? [];
  return alike.find((one) => one.reference !== reference && isOther(binding)(one));
}

/** Whether any other agreement has been replaced or has ended. */
export function keepsOldOnes({ binding, neighbours }: Asker): boolean {
  return indexOf(neighbours).retired.some(isOther(binding));
}

function isOther({ document }: Context['binding']): (one: Neighbour) => boolean {
  return ({ path }) => path !== document.source.path;
}

function signsOf(reference: string): string {
  return [...reference].sort().join('');
}
