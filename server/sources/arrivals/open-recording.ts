import type { Vault } from '../../platform/auth/vault.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import type { Network } from '../fetching/network.ts';
import { openFetched } from '../fetching/open-fetched.ts';
import { openFile, type PlaceOfFile } from '../folders/open-file.ts';
import type { ToldRecording } from '../kinds/kind.ts';
import { openAttachment, type PlaceOfAttachment } from '../mailboxes/open-attachment.ts';
import type { SourceRow } from '../queries.ts';
import { knownOf, openMessage } from '../secrets.ts';
import type { OpenedRecording } from './opened.ts';
import type { LockedArrival } from './queries.ts';

/** Opens the bytes of what came in, wherever they are. */
export const openRecording = async (
  { vault, network }: { vault: Vault; network: Network },
  source: SourceRow,
  { uuid, message, recording_id }: LockedArrival,
  signal: AbortSignal,
): Promise<OpenedRecording> => {
  if (!message) throw new FetchError('no_recording', { final: true });
  const place = openMessage(vault, { organization_uuid: source.organization_uuid, uuid }, message);
  if (source.kind === 'folder') return openFile(place as PlaceOfFile, recording_id);
  const outside = { network, known: knownOf(vault, source), signal };
  if (source.kind === 'mailbox') return openAttachment(outside, place as PlaceOfAttachment);
  return openFetched(outside, source, place as ToldRecording);
};
