import type { Reply } from '@pharos/client/methods.ts';
import type { Change, ChangeType } from '@pharos/contract/changes.ts';
import type { QueryKey } from '@tanstack/react-query';
import { onChanges } from './changes.ts';
import { meQuery } from './me.ts';
import { queries } from './query-client.ts';

/** Milliseconds between two rounds of reading again what others change. */
const AT_MOST_EVERY = 2_000;

type Keys = (change: Change) => QueryKey[];

const ofCall: Keys = ({ case_uuid, subject_uuid }) => [
  ...(case_uuid
    ? ([
        ['case', case_uuid],
        ['labels', case_uuid],
      ] as const)
    : [['case'] as const]),
  ['call versions', subject_uuid],
  ['jobs'],
  ['needs'],
  ['today'],
];
const ofWords: Keys = (change) => [
  ...ofCall(change),
  ['measures', change.subject_uuid],
  ['generations', change.subject_uuid],
];
const ofCase: Keys = ({ subject_uuid }) => [
  ['case', subject_uuid],
  ['case versions', subject_uuid],
  ['approved values', subject_uuid],
  ['cases'],
  ['needs'],
  ['today'],
];
const ofRecording: Keys = ({ call_uuid, case_uuid }) => [
  ...(call_uuid
    ? ([
        ['recording', call_uuid],
        ['peaks', call_uuid],
      ] as const)
    : []),
  ...(case_uuid ? ([['case', case_uuid]] as const) : []),
  ['today'],
];
const ofHold: Keys = () => [['holds'], ['due']];
const ofJob: Keys = () => [['jobs']];
const ofTemplate: Keys = ({ subject_uuid }) => [['template', subject_uuid], ['templates'], ['generations']];
const ofLocation: Keys = ({ subject_uuid }) => [['location', subject_uuid], ['locations'], ['due']];
const ofUser: Keys = ({ subject_uuid }) => [['user', subject_uuid], ['users'], ['people'], ['me']];
const ofSource: Keys = () => [['sources']];

/** Queries that a change of each type makes stale. The words of a call are not among them: its page takes them in. */
const STALE_BY: Record<ChangeType, Keys> = {
  'call.created': ofCall,
  'call.updated': ofCall,
  'call.deleted': ofCall,
  'call.restored': ofCall,
  'call.purged': ofCall,
  'transcript.updated': ofWords,
  'labels.updated': ofWords,
  'generations.updated': ({ subject_uuid, case_uuid }) => [
    ['generations', subject_uuid],
    ...(case_uuid ? ([['approved values', case_uuid]] as const) : []),
  ],
  'case.created': ofCase,
  'case.updated': ofCase,
  'case.deleted': ofCase,
  'case.restored': ofCase,
  'case.purged': ofCase,
  'hold.placed': ofHold,
  'hold.released': ofHold,
  'recording.added': ofRecording,
  'recording.removed': ofRecording,
  'recording.purged': ofRecording,
  'job.queued': ofJob,
  'job.succeeded': ofJob,
  'job.failed': ofJob,
  'job.cancelled': ofJob,
  'generation_template.created': ofTemplate,
  'generation_template.updated': ofTemplate,
  'generation_template.deleted': ofTemplate,
  'generation_template.restored': ofTemplate,
  'location.created': ofLocation,
  'location.updated': ofLocation,
  'location.deleted': ofLocation,
  'user.created': ofUser,
  'user.updated': ofUser,
  'organization.updated': () => [['organization'], ['me'], ['due']],
  'source.created': ofSource,
  'source.updated': ofSource,
  'source.deleted': ofSource,
};

/** Number of the version of a call or a case that is known here; 0 where none is. */
export const knownVersion = (of: 'call' | 'case', uuid: string): number => {
  const { etag } = queries.getQueryData<Reply<unknown>>([of, uuid]) ?? {};
  return Number(/\d+/.exec(etag ?? '')?.[0] ?? 0);
};

/** True for what this window has written itself: it has read again what that makes stale. */
const isOwn = ({ actor_uuid, type, subject_uuid, version }: Change): boolean =>
  version !== null &&
  actor_uuid === queries.getQueryData(meQuery.queryKey)?.user.uuid &&
  version <= knownVersion(type.startsWith('case.') ? 'case' : 'call', subject_uuid);

/** Reads again what others change, as far as it is shown; the rest once it is shown the next time. The answer ends it. */
export const refreshByChanges = (): (() => void) => {
  const stale = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const read = () => {
    timer = undefined;
    last = performance.now();
    const keys = [...stale.values()];
    stale.clear();
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey, refetchType: 'active' });
  };
  const end = onChanges((changes) => {
    if (changes === null) return void queries.invalidateQueries();
    for (const change of changes) {
      const { type, subject_uuid, version } = change;
      if (isOwn(change)) continue;
      if (type in { 'call.updated': 1, 'transcript.updated': 1, 'labels.updated': 1 }) {
        const is_newer = (version ?? 0) > knownVersion('call', subject_uuid);
        if (is_newer) void queries.invalidateQueries({ queryKey: ['call', subject_uuid], refetchType: 'none' });
      }
      for (const key of STALE_BY[type]?.(change) ?? []) stale.set(JSON.stringify(key), key);
    }
    if (stale.size > 0) timer ??= setTimeout(read, Math.max(0, last + AT_MOST_EVERY - performance.now()));
  });
  return () => {
    clearTimeout(timer);
    end();
  };
};
