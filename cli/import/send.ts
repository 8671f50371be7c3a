import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PharosError } from '@pharos/client/error.ts';
import type { Client } from '@pharos/client/methods.ts';
import type { CallCreate, ListedCall } from '@pharos/contract/calls.ts';
import type { Found } from './find.ts';

/** Outcome of sending a call's files. */
export type Sent = { path: string; call_uuid: string; is_new: boolean; recording: Outcome; transcript: Outcome };
type Outcome = 'none' | 'sent' | 'here already';

/** Reads what a file's name says of its call. */
export type FactsOf = (path: string) => Partial<CallCreate>;

/** Refusals that the same file would only meet again. */
export const isFinal = ({ status_code }: PharosError): boolean =>
  [400, 403, 404, 409, 413, 415, 422].includes(status_code);

/**
 * Sends one call. What an earlier run has done is found by its path, so that a run can be cut off and begun again.
 * Words are sent also where their recording is refused; a call of which nothing was taken is not left behind.
 */
export const sendCall = async (
  client: Client,
  { path, said, sound, words }: Found,
  factsOf: FactsOf,
): Promise<Sent> => {
  const case_uuid = await caseOf(client, said);
  const there = await findCall(client, case_uuid, path);
  const file_name = said.title
    ? `${said.title}${sound ? endingOf(sound) : ''}`
    : basename(sound ?? words ?? path).normalize('NFC');
  const body = { case_uuid, file_path: path, file_name, ...factsOf(sound ?? words ?? path) };
  const call = there ?? (await client.calls.create({ body })).data;
  const { uuid: call_uuid } = call;
  const refusals: PharosError[] = [];
  const refused = (error: unknown): Outcome => {
    if (!(error instanceof PharosError) || !isFinal(error)) throw error;
    refusals.push(error);
    return 'none';
  };
  const recording = sound ? await sendSound(client, call_uuid, sound).catch(refused) : 'none';
  const transcript = words ? await sendWords(client, call_uuid, words).catch(refused) : 'none';
  if (refusals[0]) {
    if (!there && recording === 'none' && transcript === 'none') await client.calls.remove({ call_uuid });
    throw refusals[0];
  }
  return { path, call_uuid, is_new: !there, recording, transcript };
};

const endingOf = (file: string) => /\.\w+$/.exec(file)?.[0] ?? '';

const caseOf = async (client: Client, { external_id, first_name, last_name }: Found['said']): Promise<string> => {
  const { data } = await client.cases.list({ external_id, limit: 1 });
  const [found] = data.items;
  return found?.uuid ?? (await client.cases.create({ body: { external_id, first_name, last_name } })).data.uuid;
};

const findCall = async (client: Client, case_uuid: string, path: string): Promise<ListedCall | undefined> => {
  for (let cursor: string | undefined; ; ) {
    const { data } = await client.calls.list({ case_uuid, limit: 200, cursor });
    // An earlier import may have kept the path with the characters of a Mac.
    const found = data.items.find(({ file_path }) => file_path?.normalize('NFC') === path);
    if (found || data.next_cursor === null) return found;
    cursor = data.next_cursor;
  }
};

const sendSound = async (client: Client, call_uuid: string, file: string): Promise<Outcome> => {
  if (await exists(client.recordings.info({ call_uuid }))) return 'here already';
  await client.recordings.upload({
    call_uuid,
    body: await openAsBlob(file),
    file_name: basename(file).normalize('NFC'),
  });
  return 'sent';
};

// Words that are there may have been corrected by people: a file never replaces them.
const sendWords = async (client: Client, call_uuid: string, file: string): Promise<Outcome> => {
  const { data } = await client.calls.get({ call_uuid });
  if (data.transcript) return 'here already';
  await client.calls.importTranscript({ call_uuid, body: await readFile(file) });
  return 'sent';
};

const exists = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    (error: unknown) => {
      if (error instanceof PharosError && error.status_code === 404) return false;
      throw error;
    },
  );
