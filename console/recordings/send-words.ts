import { PharosError } from '@pharos/client/error.ts';
import { isPermanent } from '../api/failures.ts';
import { pharos } from '../api/pharos.ts';

/**
 * Gives a call the words of a file. Words that are there may have been corrected by people: they stay. The answer is
 * why the file was refused, or null.
 */
export const sendWords = async (call_uuid: string, file: File): Promise<PharosError | null> => {
  try {
    const { data, etag } = await pharos.calls.get({ call_uuid });
    if (data.transcript) return null;
    const body = new Uint8Array(await file.arrayBuffer());
    await pharos.calls.importTranscript({ call_uuid, body, if_match: etag ?? undefined });
    return null;
  } catch (error) {
    // Somebody has changed the call in between: it is looked at anew.
    if (error instanceof PharosError && isPermanent(error.status_code) && error.status_code !== 412) return error;
    throw error;
  }
};
