import { createHash } from 'node:crypto';
import type { Call, CallUpdate } from '@pharos/contract/calls.ts';
import type { Transcript, Word } from '@pharos/contract/transcripts.ts';

const WORDS_A_MINUTE = 150;

/** A body in which every field and every word carries the same stamp, so that a mixture of two shows. */
export const stampedBody = (stamp: string, minutes: number) => {
  const words = Array.from({ length: minutes * WORDS_A_MINUTE }, (_, index): Word => {
    const start_ms = index * 400;
    return { text: `${stamp}/${index}`, start_ms, end_ms: start_ms + 380.5, confidence: 0.97, speaker: stamp };
  });
  return {
    duration: minutes * 60,
    file_name: stamp,
    provider_metadata: { assembly_ai_id: stamp },
    speaker_labels: { [stamp]: stamp },
    transcript: { source: 'deepgram', words },
  } satisfies CallUpdate;
};

/** SHA-256 of a transcript's JSON text, the digest under which the database keeps it. */
export const digestOf = (transcript: Transcript | null): string =>
  createHash('sha256').update(JSON.stringify(transcript)).digest('hex');

/** The one stamp that a call carries all over; null where it carries none or several. */
export const stampOf = (call: Call): string | null => {
  const { file_name: stamp, provider_metadata, speaker_labels, transcript } = call;
  const words = transcript?.words ?? [];
  const isWhole =
    stamp !== null &&
    provider_metadata?.assembly_ai_id === stamp &&
    Object.entries(speaker_labels).flat().join() === `${stamp},${stamp}` &&
    words.length === ((call.duration ?? 0) / 60) * WORDS_A_MINUTE &&
    words.every(({ text, speaker }, index) => text === `${stamp}/${index}` && speaker === stamp);
  return isWhole ? stamp : null;
};
