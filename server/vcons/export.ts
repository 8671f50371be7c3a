import { buffer } from 'node:stream/consumers';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { INLINE_LIMIT } from '@pharos/contract/vcons.ts';
import { readCallWords } from '../calls/get.ts';
import { type FileResponse, fileOfBytes } from '../platform/http/file-response.ts';
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
  const sound = isInline
    ? { bytes: await buffer(await recordings.storage.read(recording)), content_type: recording.content_type }
    : null;
  const { vcon, left_out } = writeVcon(call, sound);
  const missing = [...left_out, ...(recording && !isInline ? ['recording'] : [])];
  return {
    file: fileOfBytes(Buffer.from(JSON.stringify(vcon)), {
      'content-type': VCON_TYPE,
      'content-disposition': `attachment; filename="${call.uuid}.vcon"`,
      'cache-control': 'no-store',
      ...(missing.length > 0 && { 'x-left-out': missing.join(', ') }),
    }),
  };
};
