import type { TranscribedCall } from './call.ts';

/**
 * Our own format: the transcript exactly as it is kept, which can be imported again, and whose words they are. Places
 * that were left out are counted in `left_out`.
 */
export const writeJson = (given: TranscribedCall) => {
  const { uuid, title, file_name, created_at, started_at, direction, from, to, answered_by } = given;
  const { duration, speaker_labels, speaker_sides, transcript, left_out } = given;
  const { source, words } = transcript;
  const facts = { title, started_at, direction, from, to, answered_by };
  const call = { call_uuid: uuid, file_name, created_at, ...facts, duration, speaker_labels, speaker_sides };
  return `${JSON.stringify({ ...call, ...(left_out && { left_out }), source, words })}\n`;
};
