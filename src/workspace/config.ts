import { validate } from 'built:config.schema.json';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import configSchema from '#schemas/config.schema.json' with { type: 'json' };
import { isObject, type Json, type JsonObject } from '../data/json.ts';
import { type DataNode, spanOfPointer, toJson } from '../data/node.ts';
import { dataProblems } from '../framework/data-problems.ts';
import { validatorOf } from '../framework/violations.ts';
import { findPeriod } from '../text/duration.ts';
import type { Source } from '../text/source.ts';
import { complaintsOf, readDataFile } from './data-files.ts';
import { failure } from './failure.ts';
import { repositoryRoot } from './paths.ts';
import { isTooWild } from './patterns.ts';

/** What a repository says once for all its agreements; `schemas/config.schema.json` describes the file. */
export interface Config {
  /** The folder that its paths and patterns start from. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly framework: string | undefined;
  readonly frameworks: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, string>>;
  readonly failOn: string | undefined;
  /** In days. */
  readonly dueWithin: number | undefined;
  readonly vocabulary: Readonly<Record<string, readonly string[]>>;
  readonly references: readonly JsonObject[];
  readonly baseline: string | undefined;
  readonly overrides: readonly Override[];
  /** The place of a value, as `path:line:column`, for what only its user can judge. */
  readonly placeOf: (pointer: string) => string;
}

interface Override {
  readonly files: readonly string[];
  readonly framework: string | undefined;
  readonly rules: Readonly<Record<string, string>>;
}

/** What a configuration may be called. */
export const configNames = ['.sla.yaml', '.sla.yml', '.sla.json'];

/** The configuration in a folder or above it, up to the root of the repository; undefined where there is none. */
export async function loadConfig(cwd: string): Promise<Config | undefined> {
  const root = repositoryRoot(cwd, cwd);
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = configNames.map((name) => join(folder, name)).find((one) => existsSync(one));
    if (path !== undefined) return readConfig(cwd, path, folder);
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}

async function readConfig(cwd: string, path: string, folder: string): Promise<Config> {
  const { source, root } = await readDataFile(cwd, path);
  const value = toJson(root);
  const known = Object.keys(configSchema.properties);
  const problems = dataProblems(root, validatorOf(validate, configSchema.$id)(value), known);
  if (problems.length > 0) throw failure(...complaintsOf(source, problems));
  const config = configOf(source, root, isObject(value) ? value : {}, folder);
  refuseWild(config);
  return config;
}

/** The configuration may be a stranger's, and the files are named by a stranger, too. */
function refuseWild({ include, exclude, overrides, placeOf }: Config): void {
  const patterns = [
    ...include.map((pattern, index) => ({ pattern, at: `/include/${index}` })),
    ...exclude.map((pattern, index) => ({ pattern, at: `/exclude/${index}` })),
    ...overrides.flatMap(({ files }, override) =>
      files.map((pattern, index) => ({ pattern, at: `/overrides/${override}/files/${index}` })),
    ),
  ];
  const wild = patterns.filter(({ pattern }) => isTooWild(pattern));
  if (wild.length === 0) return;
  throw failure(
    ...wild.map(({ pattern, at }) => ({
      place: placeOf(at),
      text: `the pattern “${pattern}” has too many “*”, “**” or choices`,
      remedy: 'Write two or three simpler patterns in its place.',
    })),
  );
}

function configOf(source: Source, root: DataNode, value: JsonObject, folder: string): Config {
  const placeOf = (pointer: string) => {
    const { line, column } = spanOfPointer(root, pointer, 'key').start;
    return `${source.path}:${line}:${column}`;
  };
  return {
    folder,
    include: texts(value.include),
    exclude: texts(value.exclude),
    framework: text(value.framework),
    frameworks: textMap(value.frameworks),
    rules: textMap(value.rules),
    failOn: text(value['fail-on']),
    dueWithin: daysOf(text(value['due-within']), placeOf('/due-within')),
    vocabulary: isObject(value.vocabulary)
      ? Object.fromEntries(Object.entries(value.vocabulary).map(([key, words]) => [key, texts(words)]))
      : {},
    references: Array.isArray(value.references) ? value.references.filter(isObject) : [],
    baseline: text(value.baseline),
    overrides: (Array.isArray(value.overrides) ? value.overrides.filter(isObject) : []).map((one) => ({
      files: texts(one.files),
      framework: text(one.framework),
      rules: textMap(one.rules),
    })),
    placeOf,
  };
}

/** A thousand years: days that come after the year 9999 cannot be compared as they are written. */
const longestAhead = 366_000;

/** A length of time as days: `90d`, `12w`, `90 days`, `3 months`. Fails with the place where it is written. */
export function daysOf(written: string | undefined, place?: string): number | undefined {
  if (written === undefined) return undefined;
  const short = /^(\d{1,9})\s*([dw])$/i.exec(written.trim());
  const days = short ? Number(short[1]) * (short[2]?.toLowerCase() === 'w' ? 7 : 1) : findPeriod(written);
  if (days !== undefined && days <= longestAhead) return days;
  const remedy = 'Write it like this: 90d, 12w or 3 months.';
  const wrong = days === undefined ? 'no length of time' : 'longer than a thousand years';
  throw failure({ ...(place !== undefined && { place }), text: `“${written}” is ${wrong}`, remedy });
}

/** Whether a path, relative to the configuration's folder, fits one of some patterns. */
export function fits(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => picomatch(pattern.replace(/^\.\//, ''), { dot: true, noextglob: true })(path));
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function textMap(value: Json | undefined): Readonly<Record<string, string>> {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])))
    : {};
}
