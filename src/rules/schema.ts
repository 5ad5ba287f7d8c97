import type { Binding } from '../binding/binding.ts';
import { countWords, textsOf } from '../binding/values.ts';
import { segmentsOf } from '../data/json.ts';
import { findRequirement, type Requirement, type Violation } from '../framework/framework.ts';

/** A requirement that the schema misses in a document. */
export interface Missing {
  readonly violation: Violation;
  readonly requirement: Requirement;
}

/** The sections that are neither written nor left out. */
export function missingSections({ framework, violations }: Binding): Missing[] {
  return violations.flatMap((violation) => {
    if (violation.keyword !== 'required' || violation.pointer !== '/sections') return [];
    const requirement = findRequirement(framework, violation.property ?? '');
    return requirement ? [{ violation, requirement }] : [];
  });
}

/** The components and parts that their section or component lacks, with the requirement that lacks them. */
export function missingComponents({ framework, violations }: Binding): (Missing & { readonly parent: Requirement })[] {
  return violations.flatMap((violation) => {
    const [top, ...path] = segmentsOf(violation.pointer);
    if (violation.keyword !== 'required' || top !== 'sections' || path.length === 0) return [];
    const parent = findRequirement(framework, path.join('/'));
    const requirement = parent?.children.find((child) => child.id === violation.property);
    return parent && requirement ? [{ violation, requirement, parent }] : [];
  });
}

/** The sections that are set to `null` although the framework wants them written. */
export function wronglyOmitted({ framework, model, violations }: Binding): Missing[] {
  const sections = model.sections as Readonly<Record<string, unknown>>;
  return violations.flatMap((violation) => {
    const [top, id, ...rest] = segmentsOf(violation.pointer);
    if (violation.keyword !== 'type' || top !== 'sections' || id === undefined || rest.length > 0) return [];
    const requirement = sections[id] === null ? findRequirement(framework, id) : undefined;
    return requirement ? [{ violation, requirement }] : [];
  });
}

/** What the schema says of the content of components: every violation below the sections that no other rule owns. */
export function invalidComponents(binding: Binding): Missing[] {
  const missing = missingComponents(binding).map((one) => one.violation);
  return binding.violations.flatMap((violation) => {
    const [top, ...path] = segmentsOf(violation.pointer);
    if (top !== 'sections' || path.length < 2 || missing.includes(violation)) return [];
    const requirement = nearestRequirement(binding, path);
    return requirement ? [{ violation, requirement }] : [];
  });
}

function nearestRequirement({ framework }: Binding, path: readonly string[]): Requirement | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = findRequirement(framework, path.slice(0, length).join('/'));
    if (found) return found;
  }
  return undefined;
}

/** Whether a section has a heading and nothing to read below it, or nothing but "N/A". */
export function isEmptySection({ sections }: Binding, id: string): boolean {
  const bound = sections.find((one) => one.requirement.id === id);
  if (bound?.state !== 'written') return false;
  if (countWords(bound.blocks) === 0) return bound.children.every((child) => child.state === 'absent');
  return bound.blocks.flatMap(textsOf).every((text) => /^\W*(?:n\/?a|not applicable)\W*$/i.test(text));
}
