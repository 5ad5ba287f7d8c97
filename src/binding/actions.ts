import type { Block } from '../document/blocks.ts';
import { type Prose, sliceProse } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { readDate } from '../text/date.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import type { Source } from '../text/source.ts';
import type { Row } from './binding.ts';
import { rowsIn } from './rows.ts';

/** The actions of a plan: the rows of its table, and the paragraphs and items that say what will be done. */
export function actionsIn(source: Source, requirement: Requirement, blocks: readonly Block[]): Row[] {
  const written = blocks.flatMap((block): Row[] => {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || !isAction(block.prose.text)) return [];
    return [actionRow(source, block.prose)];
  });
  return [...rowsIn(requirement, blocks).filter(({ cells }) => !isNothing(cells.action)), ...written];
}

function isNothing(prose: Prose | undefined): boolean {
  return prose === undefined || isNonAnswer(prose.text);
}

/** A remark on one of the questions: "P3 Q8 – signage is not used because …". */
const remark = /^\W*(?:p(?:rinciple)?\s*\d+\W{0,3})?q(?:uestion)?\s*\d+/i;
const command =
  /^(?:action\s*\d*\W+)?(?:add|agree|amend|appoint|arrange|ask|begin|carry out|check|commission|complete|consider|create|develop|draft|ensure|establish|extend|find|improve|include|install|introduce|make|nominate|obtain|prepare|produce|provide|publish|purchase|recruit|refresh|remove|replace|review|revise|set up|start|test|train|update|upgrade|write)\b/i;
const intention =
  /\b(?:will|shall|is to be|are to be|needs? to|plans? to|intends? to|to be (?:completed|reviewed|updated|done))\b/i;

function isAction(text: string): boolean {
  return !isNonAnswer(text) && !remark.test(text) && (command.test(text.trim()) || intention.test(text));
}

const ownerLabel = /\b(?:owner|lead|responsible(?: officer)?|action by|by whom)\s*[:–-]\s*([^,;.()\n]{2,80})/iu;
const ownerSubject =
  /^(?:the |our )?((?:[\p{L}’'-]+ ){0,6}(?:manager|officer|director|head|lead|team|coordinator|co-ordinator|supervisor|council|force|board|clerk|contractor)(?: (?:of|for) [\p{L} ]{2,40}?)?) (?:will|shall|is to|are to)\b/iu;

/** Who and when, where the sentences say so: "The CCTV Manager will … by 31 March 2027." */
function actionRow(source: Source, prose: Prose): Row {
  const { text } = prose;
  const owner = ownerLabel.exec(text) ?? ownerSubject.exec(text);
  const date = readDate(text);
  const by = date?.state === 'day' ? date.day : date?.text;
  const ownerAt = owner ? owner.index + owner[0].indexOf(owner[1] ?? '') : 0;
  const cells = {
    action: prose,
    ...(owner && { owner: sliceProse(source, prose, ownerAt, ownerAt + (owner[1] ?? '').length) }),
  };
  return {
    at: prose.span,
    cells,
    value: {
      action: text.replace(/\s+/g, ' ').trim(),
      ...(owner?.[1] && { owner: owner[1].trim() }),
      ...(by !== undefined && { by }),
    },
  };
}
