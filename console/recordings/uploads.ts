import { PharosError } from '@pharos/client/error.ts';
import { RECORDING_LIMIT } from '@pharos/contract/recordings.ts';
import { isPermanent, RETRY_AFTER } from '../api/failures.ts';
import { createObservable } from '../api/observable.ts';
import { onReturn } from '../api/on-return.ts';
import { markStale } from '../api/stale.ts';
import { fingerprintOf } from './kinds.ts';
import { forgetDrop, openCall, removeEmptyCall } from './own-call.ts';
import { type Sending, sendPieces } from './send-pieces.ts';
import { sendWords } from './send-words.ts';

/** Upload of a recording. */
export type Sent = {
  id: number;
  file: File;
  case_uuid: string;
  /** Null until the call for it is there. */
  call_uuid: string | null;
  /** True if the call was created for this upload. */
  own: boolean;
  /** Bytes that have arrived. */
  bytes: number;
  /**
   * - `here`: the case has this recording already, in the call `there`
   * - `lost`: without a connection, or the server could not take it, as `status_code` says; it goes on when it can
   * - `refused`: it cannot be taken, for the reason in `refusal`
   */
  stage: 'sending' | 'paused' | 'lost' | 'done' | 'here' | 'refused';
  /** Status of the answer that ended it; 0 without one. */
  status_code: number;
  refusal: PharosError | null;
  there: string | null;
  /** Its transcript, which came with it; whether the call has it, or why it cannot be taken. */
  words: File | null;
  words_taken: boolean;
  words_refused: PharosError | null;
};

/** Everything that is being sent, on whatever page one is. */
export const uploads = createObservable<Sent[]>([]);

const running = new Map<number, Sending>();
/** Uploads whose call or transcript is being created, before their first byte. */
const starting = new Set<number>();
let count = 0;

const change = (id: number, what: Partial<Sent>) =>
  uploads.set(uploads.get().map((one) => (one.id === id ? { ...one, ...what } : one)));
const find = (id: number) => uploads.get().find((one) => one.id === id);

type Into = { case_uuid: string; call_uuid: string | null; words?: File | null };

const FRESH = {
  bytes: 0,
  stage: 'sending' as const,
  status_code: 0,
  refusal: null,
  there: null,
  words_taken: false,
  words_refused: null,
};

/** Begins to send a file into a call, or into a new call of a case; one that was cut off goes on where it was. */
export const send = async (file: File, { case_uuid, call_uuid, words = null }: Into): Promise<void> => {
  const same = uploads.get().find((one) => isSame(one, file) && one.case_uuid === case_uuid);
  if (same && !['done', 'here', 'refused'].includes(same.stage)) return;
  const id = ++count;
  const own = call_uuid === null;
  const too_large = file.size > RECORDING_LIMIT;
  const told = too_large && { stage: 'refused' as const, status_code: 413 };
  const shown: Sent = { ...FRESH, id, file, case_uuid, call_uuid, own, words, ...told };
  uploads.set([...uploads.get().filter((one) => one !== same), shown]);
  if (too_large) return;
  const fingerprint = fingerprintOf(file, call_uuid ?? case_uuid);
  const lost = (status_code: number) => {
    if (find(id)?.stage !== 'paused') change(id, { stage: 'lost', status_code });
    // To be signed out does not pass by itself.
    if (status_code !== 401) setTimeout(() => find(id)?.stage === 'lost' && tryAgain(id), RETRY_AFTER);
  };
  let into = call_uuid;
  starting.add(id);
  try {
    const sending = await sendPieces(file, fingerprint, {
      call: async () => call_uuid ?? (await openCall(case_uuid, file.name, fingerprint)),
      case_uuid,
      onCall: async (uuid) => {
        into = uuid;
        change(id, { call_uuid: uuid });
        await giveWords(id, uuid);
      },
      onBytes: (bytes) => {
        const { stage, bytes: before = 0 } = find(id) ?? {};
        change(id, { bytes, ...(stage === 'lost' && bytes > before && { stage: 'sending' }) });
      },
      onLost: lost,
      onDone: () => void end(id, fingerprint, { stage: 'done', bytes: file.size }),
      onRefused: (refusal, status_code) => {
        const [why] = refusal?.problems ?? [];
        const there = why?.code === 'recording_duplicate' ? String(why.given?.call_uuid) : null;
        void end(id, fingerprint, { stage: there ? 'here' : 'refused', refusal, status_code, there });
      },
    }).finally(() => starting.delete(id));
    if (!find(id)) {
      await sending.cancel();
      if (own && into) await removeEmptyCall(into);
      return;
    }
    running.set(id, sending);
    if (find(id)?.stage === 'paused') sending.pause();
  } catch (error) {
    const refusal = error instanceof PharosError ? error : null;
    if (!refusal || !isPermanent(refusal.status_code)) lost(refusal?.status_code ?? 0);
    else await end(id, fingerprint, { stage: 'refused', refusal });
  }
};

const giveWords = async (id: number, call_uuid: string): Promise<void> => {
  const words = find(id)?.words;
  if (!words) return;
  const words_refused = await sendWords(call_uuid, words);
  change(id, { words_refused, words_taken: words_refused === null });
};

const isSame = ({ file }: Sent, { name, size, lastModified }: File) =>
  file.name === name && file.size === size && file.lastModified === lastModified;

const end = async (id: number, fingerprint: string, how: Partial<Sent>) => {
  running.delete(id);
  forgetDrop(fingerprint);
  const { call_uuid, own, words_taken } = find(id) ?? {};
  // A call that was made for a file that cannot be taken does not stay behind, unless for the words that came with it.
  const removes = own && how.stage !== 'done' && (how.there || !words_taken);
  if (removes && call_uuid) await removeEmptyCall(call_uuid, words_taken);
  // The words belong where their recording is already.
  if (how.there) await giveWords(id, how.there).catch(() => change(id, { words_taken: false }));
  await markStale('upload');
  change(id, how);
};

export const pause = (id: number): void => {
  running.get(id)?.pause();
  change(id, { stage: 'paused' });
};

export const goOn = (id: number): void => {
  change(id, { stage: 'sending' });
  tryAgain(id);
};

/** Tries a stopped upload again; its state stays as it was until bytes arrive. */
const tryAgain = (id: number): void => {
  const one = find(id);
  if (!one || starting.has(id)) return;
  const sending = running.get(id);
  if (sending) sending.goOn();
  else {
    uploads.set(uploads.get().filter((other) => other !== one));
    void send(one.file, { ...one, call_uuid: one.own ? null : one.call_uuid });
  }
};

/** Takes it off the list. What has not arrived whole is given up, with the call that was made for it. */
export const forget = async (id: number): Promise<void> => {
  const [one, sending] = [find(id), running.get(id)];
  running.delete(id);
  uploads.set(uploads.get().filter((other) => other !== one));
  if (!one || !isOpen(one)) return;
  await sending?.cancel();
  forgetDrop(fingerprintOf(one.file, one.own ? one.case_uuid : (one.call_uuid ?? one.case_uuid)));
  if (one.own && one.call_uuid) await removeEmptyCall(one.call_uuid);
  await markStale('upload');
};

/** True if an upload is not finished. */
export const isOpen = ({ stage }: Sent): boolean => ['sending', 'paused', 'lost'].includes(stage);

onReturn(() => {
  for (const { id, stage } of uploads.get()) if (stage === 'lost') tryAgain(id);
});
// Whoever closes the window is asked first, as long as something is on its way.
addEventListener('beforeunload', (event) => {
  if (uploads.get().some(({ stage }) => stage === 'sending')) event.preventDefault();
});
