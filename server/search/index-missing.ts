import { setImmediate as pause } from 'node:timers/promises';
import type { Word } from '@pharos/contract/transcripts.ts';
import { insertDocument } from '../calls/queries.ts';
import { eachTranscript } from '../calls/transcripts.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import { buildDocument } from '../transcripts/search/document.ts';
import { findSearchSettings, lockIndex, markIndexed, selectUnindexed } from './queries.ts';

/** Calls of one step: few enough that nobody waits long for their turn. */
const STEP = 20;

/** Indexes calls whose words were written before there was an index; answers how many. It goes on where it was ended. */
export const indexMissing = async (
  database: ScopedDatabase,
  organization_uuid: string,
  signal?: AbortSignal,
): Promise<number> => {
  let indexed = 0;
  while (!signal?.aborted) {
    const count = await database.transaction(async (tx) => {
      const calls = await selectUnindexed(tx, organization_uuid, STEP);
      for await (const { row, transcript } of eachTranscript(tx, calls)) {
        if (!transcript) continue;
        const { words } = transcript.parse() as { words: Word[] };
        insertDocument(tx, { uuid: row.document_uuid, document: buildDocument(words) }, row);
        await pause();
      }
      return calls.length;
    });
    if (count === 0) {
      await database.transaction((tx) => finish(tx, organization_uuid));
      break;
    }
    indexed += count;
  }
  return indexed;
};

/** Marks the index as complete where nobody has taken it apart in the meantime. */
const finish = async (tx: Transaction, organization_uuid: string) => {
  const { is_indexed } = await findSearchSettings(tx, organization_uuid);
  if (is_indexed) return;
  const lock = await lockIndex(tx, organization_uuid);
  if (!lock?.locked || (await selectUnindexed(tx, organization_uuid, 1)).length > 0) return;
  await markIndexed(tx, organization_uuid, true);
};
