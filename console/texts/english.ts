import { app } from './en/app.ts';
import { audit } from './en/audit.ts';
import { backups } from './en/backups.ts';
import { calls } from './en/calls.ts';
import { cases } from './en/cases.ts';
import { demo } from './en/demo.ts';
import { forms } from './en/forms.ts';
import { generation_templates } from './en/generation-templates.ts';
import { generations } from './en/generations.ts';
import { invitations } from './en/invitations.ts';
import { job_reasons, job_remarks } from './en/job-reasons.ts';
import { jobs } from './en/jobs.ts';
import { locations } from './en/locations.ts';
import { me } from './en/me.ts';
import { organizations } from './en/organizations.ts';
import { print } from './en/print.ts';
import { recordings } from './en/recordings.ts';
import { refusals } from './en/refusals.ts';
import { retention } from './en/retention.ts';
import { search } from './en/search.ts';
import { sessions } from './en/sessions.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { speech } from './en/speech.ts';
import { today } from './en/today.ts';
import { tokens } from './en/tokens.ts';
import { ui } from './en/ui.ts';
import { users } from './en/users.ts';
import { versions } from './en/versions.ts';
import { webhooks } from './en/webhooks.ts';

/** Every text of the console in English. A function where something is put in. */
export const english = {
  app,
  ui,
  forms,
  refusals,
  sessions,
  invitations,
  today,
  search,
  cases,
  calls,
  versions,
  webhooks,
  recordings,
  jobs,
  job_reasons,
  job_remarks,
  print,
  settings,
  sources,
  speech,
  me,
  organizations,
  users,
  locations,
  generation_templates,
  generations,
  tokens,
  audit,
  retention,
  backups,
  demo,
};

/** The shape that every language has to fill. */
export type Texts = typeof english;
