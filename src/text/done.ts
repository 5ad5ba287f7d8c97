const ended =
  'completed?|done|delivered|achieved|implemented|finished|closed|met|resolved|superseded|no longer needed|cancelled';
const finished = new RegExp(`\\b(?:${ended})\\b|[✓✔☑✅]`, 'iu');
const unfinished = new RegExp(
  `\\b(?:not|to be|will be|until|incomplete|partly|part|half|nearly|\\d+ ?%)\\s+(?:yet\\s+)?(?:been\\s+)?(?:${ended})\\b`,
  'i',
);

/** Whether a text says that something is done, and not that it is to be done, or done in part. */
export function saysDone(text: string): boolean {
  return finished.test(text) && !saysUnfinished(text);
}

/** Whether a text says that something is yet to be done: “not yet completed”, “80% complete”. */
export function saysUnfinished(text: string): boolean {
  return unfinished.test(text);
}
