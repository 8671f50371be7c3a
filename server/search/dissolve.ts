import type { Transaction } from '../platform/database/database.ts';
import { deleteSegment, releaseDocuments, selectSegmentsOf } from './queries.ts';

/** Takes apart the segments that hold words of these calls, so that nothing of them is left once they are purged. */
export const dissolveSegments = async (
  tx: Transaction,
  organization_uuid: string,
  call_uuids: string[],
): Promise<void> => {
  const segments = await selectSegmentsOf(tx, organization_uuid, call_uuids);
  for (const { segment_uuid } of segments) {
    if (segment_uuid === null) continue;
    await releaseDocuments(tx, organization_uuid, segment_uuid);
    await deleteSegment(tx, organization_uuid, segment_uuid);
  }
};
