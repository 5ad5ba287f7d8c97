import { type Block, isParagraph } from '../document/blocks.ts';
import { type Prose, sliceProse } from '../document/prose.ts';
import type { Requirement } from '../framework/framework.ts';
import { quarterOfYear, readDate } from '../text/date.ts';
import { isNonAnswer } from '../text/placeholder.ts';
import { oneLine } from '../text/shorten.ts';
import type { Source } from '../text/source.ts';
import type { Row } from './binding.ts';
import { rowsIn } from './rows.ts';
import { isNamed } from './sections.ts';

/**
 * The actions of a plan: the rows of its table, lines such as `Action:`, `Owner:` and `By:`, and the paragraphs and items
 * that say what will be done. A remark is no action.
 */
export function actionsIn(source: Source, requirement: Requirement, blocks: readonly Block[]): Row[] {
  const rows: Row[] = [];
  for (const block of blocks) {
    if (!isParagraph(block)) continue;
    const { lead, prose } = block;
    const column = lead && requirement.columns.find((one) => isNamed(one, lead.label.text));
    const last = rows.at(-1);
    if (column?.id === 'action') rows.push(labelledRow(lead?.value ?? prose));
    else if (column && last && last.cells[column.id] === undefined) {
      const cell = lead?.value ?? prose;
      rows[rows.length - 1] = withCell(last, column.id, cell);
    } else if (isAction(prose.text, block.kind === 'item')) rows.push(actionRow(source, prose));
  }
  const tabled = rowsIn(requirement, blocks).filter(({ cells }) => cells.action && !isNonAnswer(cells.action.text));
  return [...tabled, ...rows];
}

function labelledRow(prose: Prose): Row {
  return { at: prose.span, cells: { action: prose }, value: { action: oneLine(prose.text).trim() } };
}

function withCell(row: Row, id: string, cell: Prose): Row {
  return { ...row, cells: { ...row.cells, [id]: cell }, value: { ...row.value, [id]: cell.text.trim() } };
}

/** A remark on one of the questions: "P3 Q8 – signage is not used because …". */
const remark = /^\W*(?:p(?:rinciple)?\s*\d+\W{0,3})?q(?:uestion)?\s*\d+/i;
const command =
  /^(?:action\s*\d*\W+)?(?:add|agree|amend|appoint|apply|approve|arrange|ask|audit|begin|book|brief|buy|carry out|check|clarify|commission|complete|confirm|consider|consult|create|develop|discuss|document|draft|encrypt|ensure|establish|extend|finalise|find|fit|fix|give|hold|identify|implement|improve|include|install|introduce|issue|make|monitor|move|nominate|obtain|order|organise|prepare|procure|produce|provide|publish|purchase|put|recruit|refresh|register|remove|renew|repair|replace|report|review|revise|seek|send|set|sign|start|submit|test|train|update|upgrade|write)\b/i;
const intention = /\b(?:will|shall|is to|are to|to be|needs? to|plans? to|intends? to)\b/i;

function isAction(text: string, isItem: boolean): boolean {
  if (isNonAnswer(text) || remark.test(text)) return false;
  if (command.test(text.trim()) || intention.test(text) || ownerLabel.test(text)) return true;
  return isItem && readDate(text) !== undefined;
}

const ownerLabel = /\b(?:owner|lead|responsible(?: officer)?|action by|by whom)\s*[:–-]\s*([^,;.()\n]{2,80})/i;
const post =
  '(?:manager|officer|director|head|lead|team|coordinator|co-ordinator|supervisor|council|force|board|clerk|contractor)';
const ownerSubject = new RegExp(
  `^(?:the |our )?((?:[\\p{L}’'-]+ ){0,6}${post}(?: (?:of|for) [\\p{L} ]{2,40}?)?) (?:will|shall|is to|are to|to)\\b`,
  'iu',
);
/** "… (Facilities Manager, 30 June 2026)", "… – Head of ICT – May", "… by the Facilities Manager", "…: Facilities Manager, by …". */
const ownerAside = new RegExp(
  `(?:[(–—,;:-]\\s*|\\bby (?:the )?)((?:\\p{Lu}[\\p{L}’']* ){0,4}${post}(?: of \\p{Lu}[\\p{L}]*(?: [\\p{L}]+){0,3})?)(?=\\s*[),.;–—-]|\\s+by\\b|\\s*$)`,
  'iu',
);

/** Who and when, where the sentences say so: "The CCTV Manager will … by 31 March 2027." */
function actionRow(source: Source, prose: Prose): Row {
  const { text } = prose;
  const owner = ownerLabel.exec(text) ?? ownerSubject.exec(text) ?? ownerAside.exec(text);
  const date = readDate(text);
  const by = date?.state === 'day' ? date.day : (date?.text ?? quarterOfYear.exec(text)?.[0]);
  const ownerAt = owner ? owner.index + owner[0].indexOf(owner[1] ?? '') : 0;
  const cells = {
    action: prose,
    ...(owner && { owner: sliceProse(source, prose, ownerAt, ownerAt + (owner[1] ?? '').length) }),
  };
  return {
    at: prose.span,
    cells,
    value: {
      action: oneLine(text).trim(),
      ...(owner?.[1] && { owner: owner[1].trim() }),
      ...(by !== undefined && { by }),
    },
  };
}
