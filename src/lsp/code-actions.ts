import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { Binding } from '../binding/binding.ts';
import { missingSections } from '../evidence/schema.ts';
import type { Finding } from '../finding/finding.ts';
import { headingOf, type Requirement } from '../framework/framework.ts';
import { insertion } from '../repair/section-insertion.ts';
import { rules } from '../rules/registry.ts';
import type { Edit } from '../text/edits.ts';
import { type Abilities, findingDiagnostic } from './diagnostics.ts';
import { editTo, workspaceEdit } from './edits.ts';
import { omissionOf } from './omission.ts';
import type { Agreement, Reading } from './readings.ts';
import { suppressionOf } from './suppression.ts';

/** The kind of the action that makes every safe repair; editors ask for it when a file is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.sla`;

/** What an editor asks for. */
export interface Wanted {
  readonly range: Range;
  /** The kinds of actions that are wanted; undefined for any. */
  readonly only: readonly string[] | undefined;
}

/** What can be done about the findings in a range, and every safe repair of the document at once. */
export function codeActionsOf(reading: Reading, { range, only }: Wanted, abilities: Abilities): CodeAction[] {
  const { judged } = reading;
  if (!judged) return [];
  const isWanted = (kind: string) => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? true;
  const edit = (edits: readonly Edit[]) => workspaceEdit(reading, edits, abilities.versioned);
  const [from, to] = [reading.positions.point(range.start).offset, reading.positions.point(range.end).offset];
  const { findings } = judged.verdict();
  const touched = findings.filter(({ at }) => at.start.offset <= to && from <= at.end.offset);
  const action =
    (finding: Finding) =>
    ({ title, edits, isPreferred }: Proposal): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [findingDiagnostic(reading.uri, reading.positions, finding, abilities)],
      ...(isPreferred && { isPreferred }),
      edit: edit(edits),
    });
  const quick = isWanted(CodeActionKind.QuickFix) ? touched : [];
  const isFixable = isWanted(fixAllKind) && findings.some(({ fix }) => fix?.safety === 'safe');
  const fixed = isFixable ? judged.fixed().text : reading.source.text;
  return [
    ...quick.flatMap((finding) => repairsOf(judged, finding).map(action(finding))),
    ...(fixed === reading.source.text
      ? []
      : [{ title: 'Make all safe repairs', kind: fixAllKind, edit: edit([editTo(reading.source, fixed)]) }]),
    // What repairs a thing stands before what silences it.
    ...quick.flatMap((finding) => silencingOf(judged, finding).map(action(finding))),
  ];
}

interface Proposal {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly isPreferred?: boolean;
}

/** What repairs a finding: its fix, and sections to add or to leave out. */
function repairsOf(judged: Agreement, finding: Finding): Proposal[] {
  const { fix } = finding;
  const binding = judged.binding();
  const sections = binding ? sectionsOf(binding, finding) : [];
  return [
    ...(fix ? [{ title: fix.title, edits: fix.edits, isPreferred: fix.safety === 'safe' }] : []),
    ...(binding ? sections.flatMap((one) => sectionProposals(binding, one, sections.length > 1 || !fix)) : []),
  ];
}

/** The missing sections of which a finding speaks. */
function sectionsOf(binding: Binding, { rule, message, requirement }: Finding): Requirement[] {
  if (rule !== 'section-missing') return [];
  const isRecommended = message === 'recommended';
  return missingSections(binding).flatMap((one) => {
    const isMeant =
      requirement === undefined ? one.violation.recommended === isRecommended : one.requirement.path === requirement;
    return isMeant ? [one.requirement] : [];
  });
}

function sectionProposals(binding: Binding, section: Requirement, withDraft: boolean): Proposal[] {
  const title = headingOf(section);
  const { fix } = withDraft ? insertion(binding, [section]) : {};
  const omission = section.omittable ? omissionOf(binding.document, section.id) : undefined;
  return [
    ...(fix ? [{ title: `Add the section “${title}”`, edits: fix.edits }] : []),
    ...(omission ? [{ title: `Leave “${title}” out, with a reason`, edits: [omission] }] : []),
  ];
}

/** A document that names no framework, or whose front matter cannot be read, is to be repaired, and so is a suppression. */
function silencingOf({ document }: Agreement, finding: Finding): Proposal[] {
  const { rule: id } = finding;
  const group = rules.find((one) => one.id === id)?.group;
  if (group === 'housekeeping' || id === 'front-matter-missing' || id === 'front-matter-syntax') return [];
  const edit = suppressionOf(document(), finding);
  return edit ? [{ title: `Silence “${id}” here, with a reason`, edits: [edit] }] : [];
}
