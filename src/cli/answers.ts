import { isObject, type Json, type JsonObject } from '../data/json.ts';
import { toJson } from '../data/node.ts';
import { dataProblems } from '../framework/data-problems.ts';
import { type Framework, fieldNamed } from '../framework/framework.ts';
import type { Answers } from '../scaffold/front-matter.ts';
import { didYouMean } from '../text/nearest.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import { complaintsOf, type DataFile, readDataFile } from '../workspace/data-files.ts';
import { type Complaint, failure } from '../workspace/failure.ts';

export interface AnswerFlags {
  readonly title?: string;
  readonly party?: readonly string[];
  readonly surveillance?: string;
  readonly system?: readonly string[];
  readonly omit?: readonly string[];
}

/** The answers that stand on the command line. Fails with everything that is wrong with them. */
export function answersFromFlags(framework: Framework, flags: AnswerFlags): Answers {
  const complaints: Complaint[] = [];
  const parties = (flags.party ?? []).map(partyOf).filter((party) => Object.keys(party).length > 0);
  const systems = (flags.system ?? []).flatMap((name) => (name.trim() === '' ? [] : [{ name: name.trim() }]));
  const surveillance = listOf(flags.surveillance);
  const kinds = fieldNamed(framework.frontMatter, 'surveillance')?.items?.values ?? [];
  for (const kind of surveillance ?? []) {
    if (kinds.includes(kind)) continue;
    complaints.push({
      text: `there is no surveillance type “${kind}”`,
      remedy: didYouMean(kind, kinds) ?? `Use one or more of: ${kinds.join(', ')}.`,
    });
  }
  const omitted = (flags.omit ?? []).map((one) => one.split(/=(.*)/s).map((part) => part.trim()));
  complaints.push(...omitted.flatMap(([id = '', reason = '']) => omissionComplaint(framework, id, reason)));
  complaints.push(...tooManyParties(framework, parties));
  if (complaints.length > 0) throw failure(...complaints);
  return {
    ...(flags.title?.trim() && { title: flags.title.trim() }),
    ...(parties.length > 0 && { parties }),
    ...(surveillance && { surveillance }),
    ...(systems.length > 0 && { systems }),
    ...(omitted.length > 0 && {
      omitted: Object.fromEntries(omitted.map(([id = '', reason = '']) => [id, reason])),
    }),
  };
}

/** A self-assessment, say, is that of one party. */
function tooManyParties({ name, title, validate }: Framework, parties: readonly JsonObject[]): Complaint[] {
  const model = { 'front-matter': { framework: name, parties }, omitted: {}, sections: {} };
  const excess = validate(model).find((one) => one.pointer === '/front-matter/parties' && one.keyword === 'maxItems');
  if (!excess) return [];
  const most = excess.allowed[0] === 1 ? 'one party' : `at most ${excess.allowed[0]} parties`;
  const text = `there are ${parties.length} parties, but the document “${title}” has ${most}`;
  return [{ text, remedy: 'Take the others away; the text may speak of them.' }];
}

/** `NAME:ROLE`; the name may hold colons, the role not. */
function partyOf(text: string): JsonObject {
  const cut = text.lastIndexOf(':');
  const name = (cut < 0 ? text : text.slice(0, cut)).trim();
  const role =
    cut < 0
      ? ''
      : text
          .slice(cut + 1)
          .trim()
          .toLowerCase()
          .replace(/\s+/g, '-');
  return { ...(name !== '' && { name }), ...(role !== '' && { role }) };
}

export function listOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  return text.split(/[\s,]+/).filter(Boolean);
}

function omissionComplaint({ sections }: Framework, id: string, reason: string): Complaint[] {
  const section = sections.find((one) => one.id === id);
  if (!section) {
    const ids = sections.filter((one) => one.omittable).map((one) => one.id);
    return [
      {
        text: `there is no section “${id}” to leave out`,
        remedy: didYouMean(id, ids) ?? `These may be left out: ${ids.join(', ')}.`,
      },
    ];
  }
  if (!section.omittable)
    return [
      {
        text: `the section “${section.title}” may not be left out`,
        remedy: 'Take this --omit away.',
      },
    ];
  if (isNonAnswer(reason))
    return [
      {
        text: `leaving out “${section.title}” needs a reason`,
        remedy: `Write --omit "${id}=The reason in a sentence."`,
      },
    ];
  return [];
}

/** An answers file: the keys of the front matter, as many as are known. */
export interface AnswersFile extends DataFile {
  readonly values: JsonObject;
  /** The framework that it names. */
  readonly framework: string | undefined;
}

export async function readAnswers(cwd: string, path: string): Promise<AnswersFile> {
  const { source, root } = await readDataFile(cwd, path);
  const values = toJson(root);
  if (!isObject(values)) {
    const remedy = 'Use the keys of the front matter, such as “title: …”.';
    throw failure({ place: source.path, text: 'is not a list of “key: value” lines', remedy });
  }
  return { source, root, values, framework: typeof values.framework === 'string' ? values.framework : undefined };
}

/** The answers in a file, held against the framework. Fails with every problem and its place. */
export function answersFromFile(framework: Framework, { source, root, values: value }: AnswersFile): Answers {
  const known = framework.frontMatter.fields.map((field) => field.key);
  const model: Readonly<Record<string, Json>> = {
    'front-matter': { framework: framework.name, ...value },
    omitted: {},
    sections: {},
  };
  const invalid = framework
    .validate(model)
    .filter(
      (one) => one.pointer.startsWith('/front-matter') && one.keyword !== 'required' && one.keyword !== 'minItems',
    )
    .map((one) => ({ ...one, pointer: one.pointer.slice('/front-matter'.length) }));
  const unknown = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((property) => ({
      keyword: 'additionalProperties',
      pointer: '',
      property,
      recommended: false,
      schema: '',
      allowed: [],
    }));
  const problems = dataProblems(root, [...unknown, ...invalid], known);
  const omissions = isObject(value.omitted)
    ? Object.entries(value.omitted).flatMap(([id, reason]) => omissionComplaint(framework, id, String(reason ?? '')))
    : [];
  const complaints = [...complaintsOf(source, problems), ...omissions.map((one) => ({ place: source.path, ...one }))];
  if (complaints.length > 0) throw failure(...complaints);
  return value;
}
