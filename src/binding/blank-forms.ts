import type { Block } from '../document/blocks.ts';
import { belowHeading } from './below-heading.ts';

const blankForm =
  /^(?:annex|appendix|schedule)\b.*\b(?:forms?|templates?|pro ?forma|requests?|log|record)\b|\b(?:form|template|pro ?forma)$|\b(?:form|template)\b.*\((?:annex|appendix|schedule)/i;

/** Passes what does not stand in a form that a reader fills in later, such as a request form in an annex. */
export function outsideBlankForms(): (block: Block) => boolean {
  const isInForm = belowHeading((heading) => blankForm.test(heading.slice(0, 200).replace(/^[\d.]+\s+/, '')));
  return (block) => !isInForm(block);
}
