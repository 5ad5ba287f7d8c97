/** How often a pattern may say “anything” in one step of a path, and in how many steps “any folders” or a choice may stand. */
const most = 3;

/**
 * Whether a pattern could keep the program busy for ever: what stands for it as a regular expression tries each way to share
 * a name among its stars.
 */
export function isTooWild(pattern: string): boolean {
  const choices = pattern.match(/[{(]/g)?.length ?? 0;
  return choices > most || hasTooManyStars(pattern);
}

/** The same for a line of `.gitignore`, where brackets and braces are letters of a name. */
export function hasTooManyStars(pattern: string): boolean {
  const steps = pattern.split('/');
  const stars = (step: string) => step.match(/\*+/g)?.length ?? 0;
  const anyFolders = steps.filter((step) => step === '**').length;
  return anyFolders > most || steps.some((step) => stars(step) > most);
}
