import type { Change, ChangeType } from '@pharos/contract/changes.ts';
import { scopeOf } from '@pharos/contract/table/errors.ts';
import { allServedRoutes } from '@pharos/contract/table/routes.ts';
import type { ChangeRow } from './change-row.ts';

/** Tasks of the server that change records, beside the routes that do. */
const TASKS = ['sources.take', 'transcription.finish', 'generations.analyse', 'retention.purge', 'users.join'];

/** Actions of the audit that may be a change. */
export const CHANGING_ACTIONS = [
  ...allServedRoutes.filter(({ route }) => scopeOf(route) === 'write').map(({ name }) => name),
  ...TASKS,
];

/** Changes that an event of the audit stands for; none where nothing became different. */
export const changesOf = ({ uuid, action, outcome, subject_type, before_version, ...row }: ChangeRow): Change[] => {
  const { position, at, actor_uuid, subject_uuid, call_uuid, case_uuid, after_version: version } = row;
  const changed = row.changed ?? [];
  return typesOf({ action, outcome, subject_type, before_version, after_version: version, changed }).map((type) => ({
    // No full stop: an id of Standard Webhooks has none.
    id: `${uuid}_${type.replace('.', '_')}`,
    position,
    type,
    at,
    actor_uuid,
    subject_uuid,
    call_uuid,
    case_uuid,
    version,
    changed,
  }));
};

type Event = Pick<ChangeRow, 'action' | 'outcome' | 'subject_type' | 'before_version' | 'after_version'> & {
  changed: string[];
};

/** Names of the actions on records without versions, and what each is. */
const BY_ACTION: Record<string, Partial<Record<string, ChangeType>>> = {
  call: {
    'generations.run': 'generations.updated',
    'generations.analyse': 'generations.updated',
    'generations.decide': 'generations.updated',
    'generations.undecide': 'generations.updated',
  },
  case: { 'retention.hold': 'hold.placed', 'retention.release': 'hold.released' },
  recording: { 'recordings.remove': 'recording.removed' },
  job: {
    'jobs.transcribe': 'job.queued',
    'jobs.retry': 'job.queued',
    'sources.take': 'job.queued',
    'jobs.cancel': 'job.cancelled',
  },
  source: {
    'sources.create': 'source.created',
    'sources.patch': 'source.updated',
    'sources.remove': 'source.deleted',
  },
};

/** Types of purges, by the type of record. */
const PURGED: Partial<Record<string, ChangeType>> = {
  call: 'call.purged',
  case: 'case.purged',
  recording: 'recording.purged',
};

/** Recordings are added by uploads, by sources and with the demo. */
const ADDED: Partial<Record<string, ChangeType>> = { recording: 'recording.added' };

type Life = { created?: ChangeType; updated?: ChangeType; deleted?: ChangeType; restored?: ChangeType };

/** Types of changes of the records that have versions. */
const LIVES: Record<string, Life> = {
  call: { created: 'call.created', updated: 'call.updated', deleted: 'call.deleted', restored: 'call.restored' },
  case: { created: 'case.created', updated: 'case.updated', deleted: 'case.deleted', restored: 'case.restored' },
  generation_template: {
    created: 'generation_template.created',
    updated: 'generation_template.updated',
    deleted: 'generation_template.deleted',
    restored: 'generation_template.restored',
  },
  location: { created: 'location.created', updated: 'location.updated', deleted: 'location.deleted' },
  user: { created: 'user.created', updated: 'user.updated' },
  organization: { updated: 'organization.updated' },
};

const RESTORING = new Set(['calls.restore', 'calls.move', 'cases.restore', 'generationTemplates.restore']);

const typesOf = (event: Event): ChangeType[] => {
  const { action, outcome, subject_type } = event;
  const known = (type: ChangeType | undefined) => (type ? [type] : []);
  if (action === 'transcription.finish' && subject_type === 'job') {
    return [outcome === 'ok' ? 'job.succeeded' : 'job.failed'];
  }
  if (action === 'retention.purge') return known(PURGED[subject_type]);
  const named = BY_ACTION[subject_type]?.[action];
  if (named) return [named];
  if (event.before_version === null && event.after_version === null) return known(ADDED[subject_type]);
  const life = LIVES[subject_type] ?? {};
  if (event.after_version === null) return known(life.deleted);
  if (event.before_version === event.after_version) return [];
  if (event.before_version === null && RESTORING.has(action)) return known(life.restored);
  if (subject_type === 'call') return typesOfCall(event);
  return known(event.before_version === null ? life.created : life.updated);
};

const LABELS = ['speaker_labels', 'is_fully_labelled', 'speaker_sides'];

/** Types of a call's write, by what it touches: the call itself, its words, its labels. */
const typesOfCall = ({ before_version, changed }: Event): ChangeType[] => {
  const words = changed.includes('transcript');
  const labels = changed.some((name) => LABELS.includes(name));
  const rest = changed.some((name) => name !== 'transcript' && !LABELS.includes(name));
  return [
    ...(before_version === null ? (['call.created'] as const) : []),
    ...(before_version !== null && (rest || !(words || labels)) ? (['call.updated'] as const) : []),
    ...(words ? (['transcript.updated'] as const) : []),
    ...(labels ? (['labels.updated'] as const) : []),
  ];
};
