import type { PharosError } from '@pharos/client/error.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { createValue } from '../shell/value.ts';
import { fingerprintOf } from './kinds.ts';
import { type Sending, sendPieces } from './send-pieces.ts';
import { sendWords } from './send-words.ts';

/** A recording on its way. */
export type Sent = {
  id: number;
  file: File;
  case_uuid: string;
  /** Null until the call for it is there. */
  call_uuid: string | null;
  /** Bytes that have arrived. */
  bytes: number;
  /**
   * - `here`: the case has this recording already, in the call `there`
   * - `lost`: without a connection; it goes on when that is back
   * - `refused`: it cannot be taken, for the reason in `refusal`
   */
  stage: 'sending' | 'paused' | 'lost' | 'done' | 'here' | 'refused';
  refusal: PharosError | null;
  there: string | null;
  /** Its transcript, which came with it; whether the call has it, or why it cannot be taken. */
  words: File | null;
  words_taken: boolean;
  words_refused: PharosError | null;
};

/** Everything that is being sent, on whatever page one is. */
export const uploads = createValue<Sent[]>([]);

const running = new Map<number, Sending>();
let count = 0;

const change = (id: number, what: Partial<Sent>) =>
  uploads.set(uploads.get().map((one) => (one.id === id ? { ...one, ...what } : one)));
const find = (id: number) => uploads.get().find((one) => one.id === id);

type Into = { case_uuid: string; call_uuid: string | null; words?: File | null };

const FRESH = {
  bytes: 0,
  stage: 'sending' as const,
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
  const shown: Sent = { ...FRESH, id, file, case_uuid, call_uuid, words };
  uploads.set([...uploads.get().filter((one) => one !== same), shown]);
  const fingerprint = fingerprintOf(file, call_uuid ?? case_uuid);
  const own = call_uuid === null;
  try {
    const sending = await sendPieces(file, fingerprint, {
      call: async () => call_uuid ?? (await openCall(case_uuid, file.name, fingerprint)),
      case_uuid,
      onCall: async (uuid) => {
        change(id, { call_uuid: uuid });
        await giveWords(id, uuid);
      },
      onBytes: (bytes) => change(id, { bytes }),
      onLost: () => change(id, { stage: 'lost' }),
      onDone: () => void end(id, fingerprint, { stage: 'done', bytes: file.size }),
      onRefused: (refusal) => {
        const [why] = refusal?.problems ?? [];
        const there = why?.code === 'recording_here' ? String(why.given?.call_uuid) : null;
        void end(id, fingerprint, { stage: there ? 'here' : 'refused', refusal, there }, own);
      },
    });
    running.set(id, sending);
    if (find(id)?.stage === 'paused' || !find(id)) sending.pause();
  } catch {
    change(id, { stage: 'lost' });
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

/** The same drop, sent again because its answer was lost, is the same call. */
const openCall = async (case_uuid: string, file_name: string, fingerprint: string): Promise<string> => {
  const idempotency_key = keyOf(fingerprint);
  return (await pharos.calls.create({ body: { case_uuid, file_name }, idempotency_key })).data.uuid;
};

const KEYS = 'pharos.drop::';
const keyOf = (fingerprint: string): string => {
  const fresh = crypto.randomUUID();
  try {
    const kept = localStorage.getItem(KEYS + fingerprint);
    if (kept) return kept;
    localStorage.setItem(KEYS + fingerprint, fresh);
  } catch {}
  return fresh;
};

const end = async (id: number, fingerprint: string, how: Partial<Sent>, remove_call = false) => {
  running.delete(id);
  try {
    localStorage.removeItem(KEYS + fingerprint);
  } catch {}
  const { call_uuid, case_uuid, words_taken } = find(id) ?? {};
  // A call that was made for a file that cannot be taken does not stay behind, unless for the words that came with it.
  const removes = remove_call && (how.there || !words_taken);
  if (removes && call_uuid) await pharos.calls.remove({ call_uuid }).catch(() => {});
  // The words belong where their recording is already.
  if (how.there) await giveWords(id, how.there).catch(() => change(id, { words_taken: false }));
  await Promise.all(
    [
      ['case', case_uuid],
      ['recording', call_uuid],
      ['peaks', call_uuid],
      ['unfinished', case_uuid],
      ['call', call_uuid],
      ['call', how.there],
      ['today'],
    ].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );
  change(id, how);
};

export const pause = (id: number): void => {
  running.get(id)?.pause();
  change(id, { stage: 'paused' });
};

export const goOn = (id: number): void => {
  const one = find(id);
  if (!one) return;
  const sending = running.get(id);
  if (!sending) {
    uploads.set(uploads.get().filter((other) => other !== one));
    void send(one.file, one);
    return;
  }
  change(id, { stage: 'sending' });
  sending.goOn();
};

/** Takes it off the list; what has arrived of it is not sent on. */
export const forget = (id: number): void => {
  running.get(id)?.pause();
  running.delete(id);
  uploads.set(uploads.get().filter((one) => one.id !== id));
};

addEventListener('online', () => {
  for (const { id, stage } of uploads.get()) if (stage === 'lost') goOn(id);
});
// Whoever closes the window is asked first, as long as something is on its way.
addEventListener('beforeunload', (event) => {
  if (uploads.get().some(({ stage }) => stage === 'sending')) event.preventDefault();
});
