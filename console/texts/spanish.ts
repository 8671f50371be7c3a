import type { Texts } from './english.ts';
import { audit } from './es/audit.ts';
import { calls } from './es/calls.ts';
import { cases } from './es/cases.ts';
import { demo } from './es/demo.ts';
import { forms } from './es/forms.ts';
import { templates } from './es/generation-templates.ts';
import { invitations } from './es/invitations.ts';
import { jobs } from './es/jobs.ts';
import { print } from './es/print.ts';
import { recordings } from './es/recordings.ts';
import { refusals } from './es/refusals.ts';
import { retention } from './es/retention.ts';
import { search } from './es/search.ts';
import { sessions } from './es/sessions.ts';
import { settings } from './es/settings.ts';
import { shell } from './es/shell.ts';
import { today } from './es/today.ts';
import { history } from './es/versions.ts';

/** Every text of the console in Spanish, as it is spoken in the United States. */
export const spanish: Texts = {
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
