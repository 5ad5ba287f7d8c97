import type { Hover } from 'vscode-languageserver';
import { allBound } from '../binding/binding.ts';
import { prosesOf } from '../document/blocks.ts';
import { spanIn } from '../document/prose.ts';
import { requirementPage } from '../explain/requirement.ts';
import { fieldAt, findRequirement } from '../framework/framework.ts';
import { rules } from '../rules/registry.ts';
import { durationsIn } from '../text/duration.ts';
import { oneLine } from '../text/shorten.ts';
import { holds, type Span } from '../text/span.ts';
import { fieldPage, keyPathAt } from './fields.ts';
import { termAt } from './names.ts';
import type { Laid } from './readings.ts';

interface Told {
  readonly at: Span;
  readonly page: string;
}

/**
 * What is known of a place: what a section, component or key asks and why, the right form of a wrong reference, how long
 * a duration counts, what a term means.
 */
export function hoverOf(laid: Laid, offset: number): Hover | undefined {
  const told = [
    keyHover(laid, offset),
    requirementHover(laid, offset),
    ...referenceHovers(laid, offset),
    durationHover(laid, offset),
    termHover(laid, offset),
  ].filter((one) => one !== undefined);
  const [first] = told;
  if (!first) return undefined;
  const value = told.map(({ page }) => page.trim()).join('\n\n---\n\n');
  return { contents: { kind: 'markdown', value }, range: laid.positions.range(first.at) };
}

function keyHover({ binding, framework }: Laid, offset: number): Told | undefined {
  const { frontMatter } = binding.document;
  if (frontMatter.state !== 'present' || !holds(frontMatter.span, offset)) return undefined;
  const path = keyPathAt(frontMatter.root, offset);
  if (!path) return undefined;
  const at = { start: frontMatter.span.start, end: frontMatter.span.start };
  const [top, id = ''] = path;
  const omitted = top === 'omitted' ? findRequirement(framework, id) : undefined;
  if (omitted) return { at, page: requirementPage(framework, omitted) };
  const field = fieldAt(framework, path);
  return field && { at, page: fieldPage(field) };
}

/** The innermost requirement whose label stands there. */
function requirementHover({ binding, framework }: Laid, offset: number): Told | undefined {
  const found = allBound(binding.sections).findLast(({ labels }) => labels.some(({ span }) => holds(span, offset)));
  const label = found?.labels.find(({ span }) => holds(span, offset));
  return found && label && { at: label.span, page: requirementPage(framework, found.requirement) };
}

function referenceHovers({ judged }: Laid, offset: number): Told[] {
  const { findings, suppressed } = judged.verdict();
  const isLaw = (id: string) => rules.find((one) => one.id === id)?.group === 'law';
  return [...findings, ...suppressed.map(({ finding }) => finding)]
    .filter(({ rule, at }) => isLaw(rule) && holds(at, offset))
    .map(({ at, text, help, source }) => ({ at, page: `${text}\n\n${help}\n\n**Source:** ${source}` }));
}

function durationHover({ binding }: Laid, offset: number): Told | undefined {
  const { source, blocks } = binding.document;
  const block = blocks.find(({ span }) => holds(span, offset));
  for (const prose of block ? prosesOf(block) : []) {
    if (!holds(prose.span, offset)) continue;
    for (const { duration, from, to } of durationsIn(prose.text)) {
      const at = spanIn(source, prose, from, to);
      if (!holds(at, offset)) continue;
      return { at, page: `**${prose.text.slice(from, to)}** counts as ${daysOf(duration.days, duration.working)}.` };
    }
  }
  return undefined;
}

function daysOf(days: number, working: boolean): string {
  if (days < 1) return `${Math.round(days * 24 * 100) / 100} hours`;
  const amount = Math.round(days * 100) / 100;
  const unit = `${working ? 'working ' : ''}day${amount === 1 ? '' : 's'}`;
  return `${amount} ${unit}${working ? '' : ': a month is taken as 31 days, a year as 366, so that no limit is stricter than it was meant'}`;
}

function termHover({ binding, source }: Laid, offset: number): Told | undefined {
  const found = termAt(binding, offset);
  if (!found) return undefined;
  const { about, name } = found.named;
  const words = oneLine(source.text.slice(about.start.offset, about.end.offset)).trim();
  return { at: found.at, page: `**${name}**, as this document defines it: ${words}` };
}
