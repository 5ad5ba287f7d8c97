const finished =
  /\b(?:completed?|done|delivered|achieved|finished|closed|implemented|met|resolved|superseded|no longer needed|cancelled)\b|[✓✔☑✅]/iu;
const unfinished =
  /\b(?:not|to be|will be|until|incomplete|partly|partially|part|half|nearly|almost|mostly|(?!100 ?%)\d{1,3} ?%)\s+(?:yet\s+)?(?:been\s+)?(?:completed?|done|delivered|achieved|finished|closed|implemented|met|resolved)\b/i;
/** “2 of 3 done”; “3 of 3 done” is all. */
const someOf =
  /\b(\d{1,5}|one|two|three|four|five|six|seven|eight|nine)\s(?:of|out of)\s(?:the\s)?(?!\1\b)(?:\d{1,5}|two|three|four|five|six|seven|eight|nine|ten)\b/i;

/** Whether a note says that something is done, all of it. */
export function saysFinished(text: string): boolean {
  return finished.test(text) && !saysUnfinished(text);
}

export function saysUnfinished(text: string): boolean {
  return unfinished.test(text) || someOf.test(text);
}
