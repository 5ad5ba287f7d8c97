import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import { allBound } from '../binding/binding.ts';
import { askedText } from '../explain/requirement.ts';
import { findRequirement, headingOf, titleOf } from '../framework/framework.ts';
import { comparableTitle } from '../text/title.ts';
import type { Laid } from './readings.ts';

/** Which requirement a block answers, behind its label, where the label does not say so itself. */
export function inlayHintsOf({ binding, framework, positions }: Laid, from: number, to: number): InlayHint[] {
  return allBound(binding.sections).flatMap(({ requirement, labels }) =>
    labels.flatMap((label): InlayHint[] => {
      const { span, kind, text } = label;
      if (span.end.offset < from || span.start.offset > to) return [];
      const isPlain = kind !== 'content' && comparableTitle(text) === comparableTitle(requirement.title);
      if (isPlain) return [];
      const place = kind === 'content' ? span.start : span.end;
      const path = requirement.path.split('/').map((_id, index, ids) => {
        const one = findRequirement(framework, ids.slice(0, index + 1).join('/'));
        return one && index === 0 ? headingOf(one) : one ? titleOf(one) : '';
      });
      return [
        {
          position: positions.position(place),
          label: `answers: ${path.join(' › ')}`,
          kind: InlayHintKind.Type,
          tooltip: `${framework.name}/${requirement.path} (${askedText(requirement.asked)})`,
          paddingLeft: kind !== 'content',
          paddingRight: kind === 'content',
        },
      ];
    }),
  );
}
