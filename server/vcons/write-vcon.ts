import { createHash } from 'node:crypto';
import type { Call } from '@pharos/contract/calls.ts';
import type { CallRow } from '../calls/queries.ts';

export const VCON_TYPE = 'application/vcon+json';

type Sound = { bytes: Buffer; content_type: string };

/** Fields of a call that a vCon has no place for. */
const NOT_CARRIED = ['provider_metadata', 'speaker_sides', 'file_path'] as const;

/** A call as a vCon; `left_out` names what it cannot carry. */
export const writeVcon = (call: CallRow, sound: Sound | null): { vcon: object; left_out: string[] } => {
  const { uuid, created_at, updated_at, title, from, to, answered_by, direction } = call;
  const ends = [from, to].map((tel, index) => {
    const isOurs = direction !== null && (direction === 'outgoing') === (index === 0) && direction !== 'internal';
    return { ...(tel !== null && { tel }), ...(isOurs && answered_by !== null && { name: answered_by }) };
  });
  const labels = call.speaker_labels.parse() as Call['speaker_labels'];
  const transcript = call.transcript?.text;
  const ours = { dialog: 0, vendor: 'pharos', encoding: 'json' } as const;
  const vcon = {
    ...{ vcon: '0.4.0', uuid, created_at, updated_at },
    ...(title !== null && { subject: title }),
    parties: ends,
    dialog: [
      {
        ...{ type: 'recording', start: call.started_at ?? created_at, parties: [0, 1], originator: 0 },
        ...(call.duration !== null && { duration: call.duration }),
        ...(call.source_call_id !== null && { message_id: call.source_call_id }),
        ...(call.file_name !== null && { filename: call.file_name }),
        ...(sound && {
          ...{ mediatype: sound.content_type, body: sound.bytes.toString('base64url'), encoding: 'base64url' },
          content_hash: `sha512-${createHash('sha512').update(sound.bytes).digest('base64url')}`,
        }),
      },
    ],
    analysis: [
      ...(transcript ? [{ type: 'transcript', ...ours, schema: 'pharos', body: transcript }] : []),
      ...(Object.keys(labels).length > 0 ? [{ type: 'speaker_labels', ...ours, body: call.speaker_labels.text }] : []),
    ],
  };
  const left_out = NOT_CARRIED.filter((name) => {
    const value = call[name];
    return value !== null && (typeof value === 'string' || Object.keys(value.parse() as object).length > 0);
  });
  return { vcon, left_out };
};
