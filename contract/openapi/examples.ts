import type { AssemblyAiCallback } from '../callbacks.ts';
import type { CallCreate, CallPatch, CallUpdate } from '../calls.ts';
import type { CaseWrite } from '../cases.ts';
import type {
  GenerationTemplateCreate,
  GenerationTemplatePatch,
  GenerationTemplateUpdate,
} from '../generation-templates.ts';
import type { TranscriptionRequest } from '../jobs.ts';
import type { LocationCreate, LocationPatch } from '../locations.ts';
import type { OrganizationPatch } from '../organizations.ts';
import type { SearchQuery } from '../search.ts';
import type { TokenCreate } from '../tokens.ts';
import type { UserCreate, UserPatch } from '../users.ts';

/** Values of path parameters in examples, by the parameter's name. */
export const EXAMPLE_IDS: Record<string, string> = {
  link: 'A'.repeat(118),
  call_uuid: '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083',
  case_uuid: 'a8e41d07-52b9-4f6c-9c3e-1b7f60d48e25',
  generation_template_uuid: '6c2f9e14-08d7-4b3a-a5e1-97b04c6d2f38',
  version: '3',
  hold_uuid: 'c5d90b3e-6a17-4d82-b0f4-93e2a7c81d56',
  purge_certificate_uuid: '7e24f8a1-d03c-4b95-8a6e-5f1c09b7e342',
  location_uuid: '5d92c7e4-0b3a-4c18-8f6e-72a1d9e05b34',
  organization_uuid: 'c20e6f18-9d47-4b5a-a3c1-48f7b06d92e5',
  token_uuid: '71f4a03d-6e8c-4d25-b917-0c5e82d3fa69',
  user_uuid: 'e6b81c95-3f20-47da-9a4e-d5076c1f8b32',
  job_uuid: 'c52f9d6e-08a1-4b37-95d8-6e4b21f7a390',
};

const update: CallUpdate = {
  duration: 760,
  file_name: 'First call from the family.mp3',
  file_format: 'mp3',
  is_fully_labelled: true,
  speaker_labels: { A: 'Nora Ellery, Evergreen Funeral Home', B: 'Anna Hollis, daughter' },
  transcript: {
    source: 'assembly_ai',
    words: [
      { text: 'Evergreen', start_ms: 240, end_ms: 810, confidence: 0.98, speaker: 'A' },
      { text: 'Funeral', start_ms: 810, end_ms: 1190, confidence: 0.99, speaker: 'A' },
      { text: 'Home,', start_ms: 1190, end_ms: 1540, confidence: 0.99, speaker: 'A' },
      { text: 'Hi.', start_ms: 4120, end_ms: 4390, confidence: 0.93, speaker: 'B' },
    ],
  },
};

const create: CallCreate = {
  case_uuid: EXAMPLE_IDS.case_uuid as string,
  file_name: 'Florist, Saturday flowers.mp3',
  duration: 214,
};

const patch: CallPatch = { file_path: null, speaker_labels: { C: 'Daniel Hollis, son' } };

const openCase: CaseWrite = {
  first_name: 'Margaret',
  last_name: 'Hollis',
  date_of_birth: '1941-03-12',
  date_of_death: '2026-11-17',
  external_id: '2026-0412',
};

const updateCase: CaseWrite = {
  date_of_service: '2026-11-21',
  summary: 'Viewing on Saturday from 9:30, service at 11. No lilies: Anna is allergic.',
};

const createTemplate: GenerationTemplateCreate = {
  display_name: 'Flowers',
  label: 'flowers',
  development_stage: 'testing',
  execution_type: 'detection',
  template_type: 'at_need',
  instructions: 'Which flowers does the family want, and which must there not be?',
  exact_phrases: [{ phrase: 'no lilies', match_percentage: 90 }],
  display_config: { group: 'service', location: 'summary', occurring_is_positive: true },
};

const updateTemplate: GenerationTemplateUpdate = { development_stage: 'production', example_limit: 3 };

const addUser: UserCreate = { email: 'nora@evergreen.example', name: 'Nora Ellery', access_level: 'member' };

const addToken: TokenCreate = {
  name: 'Nightly transcripts',
  scopes: ['read', 'write'],
  expires_at: '2027-11-30T00:00:00Z',
};

const addLocation: LocationCreate = { name: 'Chapel on the Hill', address: '4 Linden Road' };

const invitation = `pharos_invitation_${'wg5vGJ1HS1qjwUj3sG2S5Q'.padEnd(64, 'x')}`;

/** One real-looking JSON body for each route that takes one, by the route's name. */
export const EXAMPLES: Record<string, unknown> = {
  'calls.create': create,
  'calls.update': update,
  'calls.patch': patch,
  'cases.create': openCase,
  'cases.update': updateCase,
  'generationTemplates.create': createTemplate,
  'generationTemplates.update': updateTemplate,
  'generationTemplates.patch': {
    example_limit: null,
    display_config: { group: 'service' },
  } satisfies GenerationTemplatePatch,
  'search.post': { q: '"blue dress"', who: 'theirs' } satisfies SearchQuery,
  'retention.hold': { reason: 'The estate is disputed; counsel asked on 24 November to keep everything.' },
  'jobs.transcribe': { provider: 'deepgram' } satisfies TranscriptionRequest,
  'callbacks.assembly_ai': { transcript_id: '6a9zvzyx8u', status: 'completed' } satisfies AssemblyAiCallback,
  'cases.patch': { date_of_service: null, first_name: 'Margaret' } satisfies CaseWrite,
  'me.changePassword': { current_password: 'lanterns on the river', new_password: 'a quiet harbour at dawn' },
  'sessions.create': { email: 'nora@evergreen.example', password: 'lanterns on the river' },
  'invitations.read': { token: invitation },
  'invitations.accept': { token: invitation, password: 'lanterns on the river', name: 'Nora Ellery' },
  'users.create': addUser,
  'users.patch': { name: 'Nora Ellery-Hart' } satisfies UserPatch,
  'users.setAccessLevel': { user_uuid: EXAMPLE_IDS.user_uuid, access_level: 'admin' },
  'tokens.create': addToken,
  'locations.create': addLocation,
  'locations.patch': { address: null, retention_days: 3650 } satisfies LocationPatch,
  'organizations.create': { name: 'Evergreen Funeral Home', admin: { email: 'nora@evergreen.example' } },
  'organizations.patch': { retention_days: 3650, pre_need_retention_days: null } satisfies OrganizationPatch,
};
