import { type Format, summaryOf } from './report.ts';

/** The whole report as JSON; its shape is `schemas/report.schema.json`. */
export const json: Format = (report) => {
  const documents = report.documents.map(({ source, framework, status, findings, coverage }) => ({
    path: source.path,
    framework: framework ?? null,
    status,
    findings,
    coverage,
  }));
  return `${JSON.stringify({ documents, summary: summaryOf(report) }, null, 2)}\n`;
};
