import { flatMapped } from '../text/lazy.ts';
import type { Format } from './report.ts';
import { serialised } from './serialise.ts';

/** The whole report as JSON; its shape is `schemas/report.schema.json`. */
export const json: Format = ({ documents, summary }) =>
  serialised({
    documents: flatMapped(documents, ({ source, framework, status, findings, coverage }) => [
      { path: source.path, framework: framework ?? null, status, findings, coverage },
    ]),
    summary,
  });
