import type { CompletionList } from 'vscode-languageserver';
import { frontMatterItems } from './front-matter-completion.ts';
import { phraseItems } from './phrase-completion.ts';
import { laidOf, type Reading } from './readings.ts';
import { sectionItems } from './section-completion.ts';

/** What may be typed at a place. `isBlank`: a blank was typed, after which only values of front matter are offered. */
export function completionOf(reading: Reading, offset: number, today: string, isBlank: boolean): CompletionList {
  const { source, positions, framework, judged } = reading;
  const ownFrameworks = Object.keys(judged?.court.project.config?.frameworks ?? {});
  const keys = frontMatterItems({ source, positions, framework, ownFrameworks, today }, offset);
  if (keys) return { isIncomplete: false, items: keys };
  const laid = isBlank ? undefined : laidOf(reading);
  if (!laid) return { isIncomplete: false, items: [] };
  const sections = sectionItems(laid, offset);
  // What fits a phrase depends on how much of it is typed.
  return { isIncomplete: true, items: [...phraseItems(laid, offset, today), ...sections] };
}
