import { onChanges } from '../../api/changes.ts';
import { knownVersion } from '../../api/refresh.ts';
import type { CallStore } from './call-store.ts';

/** Takes in what others change in a call while its page is open; the store knows when it may. The answer ends it. */
export const takeInChanges = (store: CallStore, call_uuid: string): (() => void) =>
  onChanges((changes) => {
    const known = knownVersion('call', call_uuid);
    const is_newer = changes?.some(({ subject_uuid, version }) => subject_uuid === call_uuid && (version ?? 0) > known);
    // A change that is on its way meets theirs when it is saved.
    if ((changes === null || is_newer) && !store.get().saving) void store.refresh().catch(() => {});
  });
