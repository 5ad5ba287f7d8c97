import type { Block } from '../document/blocks.ts';

const blankForm =
  /^(?:annex|appendix|schedule)\b.*\b(?:forms?|templates?|pro ?forma|requests?|log|record)\b|\b(?:form|template|pro ?forma)$|\b(?:form|template)\b.*\((?:annex|appendix|schedule)/i;

/** Passes what does not stand in a form that a reader fills in later, such as a request form in an annex. */
export function outsideBlankForms(): (block: Block) => boolean {
  let form: number | undefined;
  return (block) => {
    if (block.kind !== 'heading') return form === undefined;
    if (form !== undefined && block.level <= form) form = undefined;
    if (form === undefined && blankForm.test(block.prose.text.replace(/^[\d.]+\s+/, ''))) form = block.level;
    return form === undefined;
  };
}
