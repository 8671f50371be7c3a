import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Found } from '../arrivals/keep.ts';
import { settingsOf } from '../queries.ts';
import type { Look } from '../watching/look.ts';
import { factsOfMail } from './facts-of-mail.ts';
import type { PlaceOfAttachment } from './open-attachment.ts';
import { findText, type SoundPart, soundParts } from './sound-parts.ts';
import { withMailbox } from './with-mailbox.ts';

/** Messages that one look reads. */
const MOST = 50;
const TEXT_BYTES = 64 * 1024;

type Cursor = { uid_validity: string; uid: number };

/** Finds the recordings of messages that came since the last look. Nothing in the mailbox is changed, nor marked as read. */
export const lookIntoMailbox: Look = ({ source, keep, ...outside }) =>
  withMailbox(outside, async ({ client, uid_validity }) => {
    const since = new Date(settingsOf(source).since ?? source.created_at);
    const seen = source.cursor?.parse() as Cursor | undefined;
    const last = seen?.uid_validity === uid_validity ? seen.uid : 0;
    const uids = await findUids(client, last, since);
    const batch = uids.slice(0, MOST);
    const found = [];
    for (const uid of batch) found.push(...(await readMessage(client, uid_validity, uid, since)));
    await keep(found);
    return { cursor: { uid_validity, uid: batch.at(-1) ?? last }, more: uids.length > batch.length };
  });

const findUids = async (client: ImapFlow, last: number, since: Date): Promise<number[]> => {
  // Mail servers search by day, of a zone of their own; `n:*` always finds the last message.
  const day = new Date(since.getTime() - 86_400_000);
  const found = (await client.search({ uid: `${last + 1}:*`, since: day }, { uid: true })) || [];
  return found.filter((uid) => uid > last).sort((one, other) => one - other);
};

const readMessage = async (
  client: ImapFlow,
  uid_validity: string,
  uid: number,
  since: Date,
): Promise<(Found | null)[]> => {
  const asked = { envelope: true, bodyStructure: true, internalDate: true, headers: ['x-asterisk-callerid'] };
  const message = await client.fetchOne(String(uid), asked, { uid: true });
  const { internalDate, bodyStructure, envelope = {} } = message || ({} as Partial<FetchMessageObject>);
  if (!message || !bodyStructure || new Date(internalDate ?? 0) < since) return [];
  const parts = soundParts(bodyStructure, envelope);
  if (parts.length === 0) return [null];
  const textPart = findText(bodyStructure);
  const text = textPart && (await readText(client, uid, textPart));
  return parts.map(({ envelope: own, ...sound }) => {
    const { subject, date } = own;
    const facts = factsOfMail({ subject, date, headers: message.headers?.toString('utf8'), text });
    const place: PlaceOfAttachment = { uid_validity, uid, part: sound.part, file_name: sound.file_name, facts };
    const recording_id = idOf(message, { ...sound, envelope: own });
    return { recording_id, facts, file_key: `${uid_validity} ${uid}`, place };
  });
};

const readText = async (client: ImapFlow, uid: number, part: string): Promise<string> => {
  const { content } = await client.download(String(uid), part, { uid: true, maxBytes: TEXT_BYTES });
  return content ? (await buffer(content)).toString('utf8') : '';
};

/**
 * Id of a recording, which stays when a mailbox is copied or numbered again, and is the same when one mail is delivered
 * twice. Some systems write the same Message-ID into every mail: its date, part and size tell those apart.
 */
const idOf = ({ envelope, internalDate }: FetchMessageObject, { part, size }: SoundPart): string => {
  const { messageId, date } = envelope ?? {};
  const parts = [messageId ?? String(internalDate), date ? new Date(date).getTime() : null, part, size];
  return `mail:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
};
