import type { Neighbour } from '../evidence/context.ts';
import type { Candidate } from '../workspace/documents.ts';
import { serve } from '../workspace/workers.ts';
import { type Brief, type Finished, judgeFor } from './brief.ts';

/** What every worker of a run is told. */
export interface Told {
  readonly brief: Brief;
  readonly neighbours: readonly Neighbour[];
  /** Whether the outcomes are kept for later runs. */
  readonly stored: boolean;
}

serve<Told, Candidate, Finished>(({ brief, neighbours, stored }) => judgeFor(brief, neighbours, stored));
