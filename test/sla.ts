import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../src/check/check.ts';
import { toolFor } from '../src/cli/tool.ts';
import type { JsonObject } from '../src/data/json.ts';
import { toJson } from '../src/data/node.ts';
import { parseData } from '../src/data/parse.ts';
import { parseDocument } from '../src/document/document.ts';
import { loadParser } from '../src/document/parser.ts';
import { type Finding, severities } from '../src/finding/finding.ts';
import { buildFramework } from '../src/framework/build.ts';
import type { Framework } from '../src/framework/framework.ts';
import { schemaSetWith } from '../src/framework/schemas.ts';
import { loadShipped, shippedNames } from '../src/framework/shipped.ts';
import { formats } from '../src/report/formats.ts';
import type { FormatName } from '../src/report/names.ts';
import type { DocumentReport, Medium, Report } from '../src/report/report.ts';
import { createSource } from '../src/text/source.ts';
import { root } from './files.ts';

const parser = await loadParser();
export const read = (markdown: string, path = 'SLA.md') => parseDocument(createSource(path, markdown), parser);

/** The frameworks that come with the program. */
export const shipped: readonly Framework[] = await Promise.all(shippedNames.map(loadShipped));
/** One of them by its name. */
export function framework(name: string): Framework {
  const found = shipped.find((one) => one.name === name);
  if (!found) throw new Error(`there is no framework ${name}`);
  return found;
}
export const surveillanceCamera = framework('surveillance-camera');
const small = new Map(
  ['car-parks', 'car-park-check', 'car-park-plan'].map((name) => [
    name,
    frameworkFrom(readFileSync(join(root, `examples/framework/${name}.yaml`), 'utf8')),
  ]),
);
/** One of the small frameworks that the examples of the rules are judged by. */
export function exampleFramework(name = 'car-parks'): Framework {
  const found = small.get(name);
  if (!found) throw new Error(`there is no framework ${name} in examples/framework`);
  return found;
}
export const carParks = exampleFramework();
export const good = readFileSync(join(root, 'examples/good/exampleton-town-centre.md'), 'utf8');

/** A framework from its YAML text. */
export function frameworkFrom(yaml: string): Framework {
  const parsed = parseData(createSource('framework.yaml', yaml));
  if (parsed.state === 'invalid' || !parsed.root) throw new Error('the YAML of the test cannot be read');
  const schema = toJson(parsed.root) as JsonObject;
  return buildFramework('./framework.yaml', schema, schemaSetWith(schema));
}

/** What the check finds in a text, by the surveillance camera framework unless told otherwise. */
export function findings(markdown: string, framework: Framework | undefined = surveillanceCamera): readonly Finding[] {
  return check(read(markdown), framework, { today: '2026-03-12' }).findings;
}

const tool = await toolFor(['sarif']);

/** A report whose documents are all at hand. */
export type ReportInHand = Report & { readonly documents: readonly DocumentReport[] };

/** A report on some documents, as a run of the program makes it. */
export function reportOf(documents: readonly DocumentReport[]): ReportInHand {
  const found = documents.flatMap((one) => one.findings);
  const [error = 0, warning = 0, info = 0] = severities.map(
    (severity) => found.filter((one) => one.severity === severity).length,
  );
  const summary = { documents: documents.length, passedOver: 0, known: 0, error, warning, info };
  return { documents, summary, failed: error > 0, asOf: '2026-03-12', tool };
}

/** A report in a format, as a whole. */
export function rendered(format: FormatName, report: Report, medium: Medium): string {
  return [...formats[format](report, medium)].join('');
}

/** Findings as `line severity rule`, to compare at a glance. */
export function brief(found: readonly Finding[]): string[] {
  return found.map(({ at, severity, rule }) => `${at.start.line} ${severity} ${rule}`);
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as a user would; documents are judged as on a day that does not pass, unless one is named. */
export function sla(
  args: readonly string[],
  options: {
    cwd?: string;
    input?: string | Uint8Array;
    env?: Record<string, string>;
    uid?: number;
  } = {},
): Run {
  const { cwd = root, input = '', env = {}, uid } = options;
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  const isJudging = args[0] === 'check' || args[0] === 'todo';
  const day = isJudging && !args.includes('--as-of') ? ['--as-of', '2026-03-12'] : [];
  const judged = [...args.slice(0, 1), ...day, ...args.slice(1)];
  const run = spawnSync(process.execPath, [join(root, 'bin/sla.cjs'), ...judged], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...rest, COLUMNS: '80', ...env },
    ...(uid !== undefined && { uid }),
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A fresh folder outside any repository. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'sla-test-'));
}

/** The user id of nobody, when this is root and nobody may run the program from here; else undefined. */
export const nobody =
  process.getuid?.() === 0 && sla(['--version'], { uid: 65534, cwd: tmpdir() }).code === 0 ? 65534 : undefined;

/** Whether the permissions of files mean anything to a run of the program here. */
export const permissionsCount = process.getuid?.() !== 0 || nobody !== undefined;
