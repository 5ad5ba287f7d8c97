import { type Format, summaryOf } from './report.ts';
import { serialised } from './serialise.ts';

/** The whole report as JSON; its shape is `schemas/report.schema.json`. */
export const json: Format = (report) => {
  const documents = report.documents.map(({ source, framework, status, findings, coverage }) => ({
    path: source.path,
    framework: framework ?? null,
    status,
    findings,
    coverage,
  }));
  return serialised({ documents, summary: summaryOf(report) });
};
