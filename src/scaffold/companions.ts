import { render as config } from '#templates/with/config.hbs';
import { render as github } from '#templates/with/github.hbs';
import { render as gitlab } from '#templates/with/gitlab.hbs';
import { render as preCommit } from '#templates/with/pre-commit.hbs';
import { render as vscode } from '#templates/with/vscode.hbs';

/** A file that `init` writes beside the agreement, so that the agreement is checked where it lives. */
export interface Companion {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** What is left for a person to do; empty when nothing is. */
  readonly next: string;
}

/** A companion, and what is written instead of it where its file is there already and belongs to others as well. */
export interface CompanionChoice extends Companion {
  readonly instead?: Companion;
}

/** What `--with` can be given. The words are in `templates/with`. */
export const companions: Readonly<Record<string, CompanionChoice>> = {
  github: { path: '.github/workflows/sla.yml', text: github({}), next: '' },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: gitlab({ isPart: false }),
    next: '',
    instead: {
      path: '.gitlab/sla.yml',
      text: gitlab({ isPart: true }),
      next: 'Add to .gitlab-ci.yml, under “include:”, the line “- local: .gitlab/sla.yml”.',
    },
  },
  'pre-commit': {
    path: '.pre-commit-config.yaml',
    text: preCommit({}),
    next: 'Run “pre-commit install” once in each clone.',
  },
  vscode: { path: '.vscode/tasks.json', text: vscode({}), next: '' },
  config: { path: '.sla.yaml', text: config({}), next: '' },
};
