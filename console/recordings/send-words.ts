import { PharosError } from '@pharos/client/error.ts';
import { pharos } from '../shell/pharos.ts';

/** What will be answered the same way if it is asked again. */
const isFinal = ({ status_code }: PharosError): boolean =>
  status_code >= 400 && status_code < 500 && ![408, 412, 429].includes(status_code);

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
    if (error instanceof PharosError && isFinal(error)) return error;
    throw error;
  }
};
