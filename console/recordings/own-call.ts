import { pharos } from '../api/pharos.ts';

const KEYS = 'pharos.drop::';

/** Makes the call for a file. The same drop, sent again because its answer was lost, is the same call. */
export const openCall = async (case_uuid: string, file_name: string, fingerprint: string): Promise<string> => {
  const idempotency_key = keyOf(fingerprint);
  return (await pharos.calls.create({ body: { case_uuid, file_name }, idempotency_key })).data.uuid;
};

const keyOf = (fingerprint: string): string => {
  const fresh = crypto.randomUUID();
  try {
    const kept = localStorage.getItem(KEYS + fingerprint);
    if (kept) return kept;
    localStorage.setItem(KEYS + fingerprint, fresh);
  } catch {}
  return fresh;
};

/** Forgets a drop, so that the same file counts as a new one. */
export const forgetDrop = (fingerprint: string): void => {
  try {
    localStorage.removeItem(KEYS + fingerprint);
  } catch {}
};

/** Deletes a call that was made for a file which did not arrive, unless more than its transcript was added to it. */
export const removeEmptyCall = async (call_uuid: string, with_words = false): Promise<void> => {
  try {
    const { data, etag } = await pharos.calls.get({ call_uuid });
    const { transcript, speaker_labels, file_size } = data;
    // A recording that has come has told the call how many bytes it has.
    const is_worked_on = transcript !== null || Object.keys(speaker_labels).length > 0;
    if (file_size !== null || (is_worked_on && !with_words)) return;
    await pharos.calls.remove({ call_uuid, if_match: etag ?? undefined });
  } catch {
    // It stays as an empty call, which anybody can see and delete.
  }
};
