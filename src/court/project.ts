import type { Settings } from '../check/check.ts';
import { type Severity, severities } from '../finding/finding.ts';
import { citationFinder } from '../law/citations.ts';
import { referencesWith } from '../law/reference.ts';
import { rules } from '../rules/registry.ts';
import { didYouMean } from '../text/nearest.ts';
import { replaceable, wordingWith } from '../text/wording.ts';
import { type Config, daysOf, fits, loadConfig } from '../workspace/config.ts';
import { type Complaint, failure } from '../workspace/failure.ts';
import { shownPath } from '../workspace/paths.ts';

/** How the documents of a run are judged: what the command line says, else the configuration. */
export interface Project {
  readonly config: Config | undefined;
  /** The settings for a document, by its full path. */
  readonly settingsFor: (path: string) => Settings;
  /** The framework of a document that names none. */
  readonly frameworkFor: (path: string) => string | undefined;
}

export interface ProjectOptions {
  readonly asOf: string;
  readonly dueWithin?: string;
  /** Given where the verdicts are to say how long each rule took. */
  readonly clock?: () => number;
}

/** Reads the configuration around a folder. Fails with everything that is wrong with it. */
export async function projectFor(cwd: string, { asOf, dueWithin, clock }: ProjectOptions): Promise<Project> {
  const config = await loadConfig(cwd);
  if (config) refuseUnknown(config);
  const days = daysOf(dueWithin) ?? config?.dueWithin;
  const common: Settings = {
    today: asOf,
    ...(clock && { clock }),
    ...(days !== undefined && { dueWithin: days }),
    ...(config && Object.keys(config.vocabulary).length > 0 && { wording: wordingWith(config.vocabulary) }),
    ...(config && config.references.length > 0 && { findCitations: citationFinder(referencesWith(config.references)) }),
  };
  return {
    config,
    settingsFor: (path) => ({ ...common, severities: severitiesFor(config, path) }),
    frameworkFor: (path) => {
      const own = overridesFor(config, path).findLast((one) => one.framework !== undefined);
      return own?.framework ?? config?.framework;
    },
  };
}

function overridesFor(config: Config | undefined, path: string) {
  if (!config) return [];
  return config.overrides.filter(({ files }) => fits(shownPath(config.folder, path), files));
}

function severitiesFor(config: Config | undefined, path: string): Record<string, Severity | 'off'> {
  const all = [config?.rules ?? {}, ...overridesFor(config, path).map((one) => one.rules)];
  return Object.fromEntries(
    all.flatMap((own) =>
      Object.entries(own).flatMap(([id, wanted]) => {
        const severity = ['off' as const, ...severities].find((one) => one === wanted);
        return severity ? [[id, severity] as const] : [];
      }),
    ),
  );
}

/** Rules and word lists that there are not, each with its place. */
function refuseUnknown(config: Config): void {
  const known = rules.map(({ id }) => id);
  const complaintsIn = (own: Readonly<Record<string, string>>, pointer: string): Complaint[] =>
    Object.keys(own)
      .filter((id) => !known.includes(id))
      .map((id) => {
        const remedy = didYouMean(id, known) ?? '“sla explain” lists the rules.';
        return { place: config.placeOf(`${pointer}/${id}`), text: `there is no rule “${id}”`, remedy };
      });
  const lists = Object.keys(config.vocabulary)
    .filter((list) => !replaceable.includes(list))
    .map((list): Complaint => {
      const remedy = didYouMean(list, replaceable) ?? `Use one of: ${replaceable.join(', ')}.`;
      return { place: config.placeOf(`/vocabulary/${list}`), text: `there is no word list “${list}”`, remedy };
    });
  const complaints = [
    ...lists,
    ...complaintsIn(config.rules, '/rules'),
    ...config.overrides.flatMap((one, index) => complaintsIn(one.rules, `/overrides/${index}/rules`)),
  ];
  if (complaints.length > 0) throw failure(...complaints);
}
