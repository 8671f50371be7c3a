import { audit } from './en/audit.ts';
import { calls } from './en/calls.ts';
import { cases } from './en/cases.ts';
import { demo } from './en/demo.ts';
import { forms } from './en/forms.ts';
import { templates } from './en/generation-templates.ts';
import { invitations } from './en/invitations.ts';
import { jobs } from './en/jobs.ts';
import { print } from './en/print.ts';
import { recordings } from './en/recordings.ts';
import { refusals } from './en/refusals.ts';
import { retention } from './en/retention.ts';
import { search } from './en/search.ts';
import { sessions } from './en/sessions.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { today } from './en/today.ts';
import { history } from './en/versions.ts';

/** Every text of the console in English. A function where something is put in. */
export const english = {
  shell,
  sessions,
  invitations,
  today,
  cases,
  calls,
  recordings,
  print,
  forms,
  refusals,
  settings,
  templates,
  jobs,
  audit,
  retention,
  history,
  search,
  demo,
};

/** The shape that every language has to fill. */
export type Texts = typeof english;
