import type { OpenedRecording } from '../arrivals/opened.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import type { Outside } from '../fetching/open-fetched.ts';
import type { ToldFacts } from '../kinds/kind.ts';
import { type OpenMailbox, openMailbox, withMailbox } from './with-mailbox.ts';

export type PlaceOfAttachment = {
  uid_validity: string;
  uid: number;
  part: string;
  file_name: string | null;
  facts: ToldFacts;
};

/** Mail servers take no more than this in one message. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Opens an attachment. */
export const openAttachment = async (outside: Outside, place: PlaceOfAttachment): Promise<OpenedRecording> => {
  const open = await openMailbox(outside);
  try {
    requireSame(open, place);
    const { content, meta } = await open.client.download(String(place.uid), place.part, {
      uid: true,
      maxBytes: MAX_BYTES,
    });
    if (!content) throw new FetchError('fetch_missing', { final: true });
    if ((meta.expectedSize ?? 0) > MAX_BYTES) throw new FetchError('too_large', { final: true });
    return {
      ...{ bytes: content, file_name: place.file_name, facts: place.facts },
      close: async () => open.close(),
      remove: () => removeMessage(outside, place),
    };
  } catch (error) {
    open.close();
    throw error;
  }
};

// A mailbox that was made again numbers its messages again: the same number would be another message.
const requireSame = ({ uid_validity }: OpenMailbox, place: PlaceOfAttachment): void => {
  if (uid_validity !== place.uid_validity) throw new FetchError('fetch_missing', { final: true });
};

const removeMessage = (outside: Outside, place: PlaceOfAttachment): Promise<void> =>
  withMailbox(outside, async (open) => {
    requireSame(open, place);
    const { client } = open;
    const [range, options] = [String(place.uid), { uid: true }] as const;
    // Without UIDPLUS, a mail server can only remove everything that anybody marked as deleted.
    if (client.capabilities.has('UIDPLUS')) await client.messageDelete(range, options);
    else await client.messageFlagsAdd(range, ['\\Deleted'], options);
  });
