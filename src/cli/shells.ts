/** The shells that have a completion script, apart so that the list of commands loads none of them. */
export const shellNames = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type ShellName = (typeof shellNames)[number];
