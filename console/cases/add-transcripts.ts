import { pharos } from '../api/pharos.ts';
import { markStale } from '../api/stale.ts';
import { fingerprintOf } from '../recordings/kinds.ts';
import { forgetDrop, openCall, removeEmptyCall } from '../recordings/own-call.ts';

/** A new call from a provider's file. Where the file is none, the empty call does not stay behind. */
const addTranscript = async (case_uuid: string, file: File): Promise<string> => {
  const fingerprint = fingerprintOf(file, case_uuid);
  const call_uuid = await openCall(case_uuid, file.name, fingerprint);
  try {
    await pharos.calls.importTranscript({ call_uuid, body: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    await removeEmptyCall(call_uuid);
    throw error;
  } finally {
    forgetDrop(fingerprint);
  }
  return call_uuid;
};

export type Refused = { file: File; error: unknown };

/** Adds transcripts to a case, one after another; a file that is none does not keep the others away. */
export const addTranscripts = async (case_uuid: string, files: File[]) => {
  const added: string[] = [];
  const refused: Refused[] = [];
  for (const file of files) {
    try {
      added.push(await addTranscript(case_uuid, file));
    } catch (error) {
      refused.push({ file, error });
    }
  }
  await markStale('upload');
  return { added, refused };
};
