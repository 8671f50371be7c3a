import type { TranscribedCall } from './call.ts';

/** Our own format: the transcript exactly as it is kept, which can be imported again, and whose words they are. */
export const writeJson = ({ uuid, file_name, created_at, duration, speaker_labels, transcript }: TranscribedCall) => {
  const { source, words } = transcript;
  const call = { call_uuid: uuid, file_name, created_at, duration, speaker_labels };
  return `${JSON.stringify({ ...call, source, words })}\n`;
};
