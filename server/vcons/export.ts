import { Readable } from 'node:stream';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { INLINE_LIMIT } from '@pharos/contract/vcons.ts';
import { readCallWords } from '../calls/get.ts';
import type { FileResponse } from '../platform/http/file-response.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { Recordings } from '../recordings/open-recordings.ts';
import { recordPlayback } from '../recordings/play.ts';
import { findRecording } from '../recordings/queries.ts';
import { VCON_TYPE, writeVcon } from './write-vcon.ts';

/** GET: a call as a vCon, its recording inline where it is not too large. */
export const exportVcon = async (
  { database, actor, params }: RouteRequest<Routes['vcons']['get']>,
  { recordings }: { recordings: Recordings },
): Promise<{ file: FileResponse }> => {
  const call = await readCallWords(database, actor, params.call_uuid);
  const recording = await findRecording(database, actor.organization_uuid, params.call_uuid);
  const isInline = recording !== null && recording.bytes <= INLINE_LIMIT;
  if (isInline) await recordPlayback(database, actor, recording);
  const chunks: Buffer[] = [];
  if (isInline) for await (const chunk of await recordings.storage.read(recording)) chunks.push(chunk as Buffer);
  const sound = isInline ? { bytes: Buffer.concat(chunks), content_type: recording.content_type } : null;
  const { vcon, left_out } = writeVcon(call, sound);
  const bytes = Buffer.from(JSON.stringify(vcon));
  const missing = [...left_out, ...(recording && !isInline ? ['recording'] : [])];
  return {
    file: {
      bytes: bytes.length,
      headers: {
        'content-type': VCON_TYPE,
        'content-disposition': `attachment; filename="${call.uuid}.vcon"`,
        'cache-control': 'no-store',
        ...(missing.length > 0 && { 'x-left-out': missing.join(', ') }),
      },
      open: ({ start, end }) => Readable.from([bytes.subarray(start, end)]),
    },
  };
};
