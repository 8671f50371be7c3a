import type { Texts } from './english.ts';
import { app } from './es/app.ts';
import { audit } from './es/audit.ts';
import { backups } from './es/backups.ts';
import { calls } from './es/calls.ts';
import { cases } from './es/cases.ts';
import { demo } from './es/demo.ts';
import { forms } from './es/forms.ts';
import { generation_templates } from './es/generation-templates.ts';
import { generations } from './es/generations.ts';
import { invitations } from './es/invitations.ts';
import { job_reasons, job_remarks } from './es/job-reasons.ts';
import { jobs } from './es/jobs.ts';
import { locations } from './es/locations.ts';
import { me } from './es/me.ts';
import { organizations } from './es/organizations.ts';
import { print } from './es/print.ts';
import { recordings } from './es/recordings.ts';
import { refusals } from './es/refusals.ts';
import { retention } from './es/retention.ts';
import { search } from './es/search.ts';
import { sessions } from './es/sessions.ts';
import { settings } from './es/settings.ts';
import { sources } from './es/sources.ts';
import { speech } from './es/speech.ts';
import { today } from './es/today.ts';
import { tokens } from './es/tokens.ts';
import { ui } from './es/ui.ts';
import { users } from './es/users.ts';
import { versions } from './es/versions.ts';
import { webhooks } from './es/webhooks.ts';

/** Every text of the console in Spanish, as it is spoken in the United States. */
export const spanish: Texts = {
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
