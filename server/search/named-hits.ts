import type { SearchHit } from '@pharos/contract/search.ts';
import type { CallRow } from '../calls/queries.ts';
import type { Document } from '../transcripts/search/document.ts';
import type { LabelledVoice } from '../transcripts/sides.ts';
import { hitOf, type Passage, wordsIn } from './hits.ts';

type Heard = Pick<CallRow, 'uuid' | 'case_uuid' | 'transcript'>;

/** Passages of a call as hits: their words, and who says them by the call's labels. */
export const namedHits = (
  { uuid: call_uuid, case_uuid, transcript }: Heard,
  document: Document,
  passages: readonly Passage[],
  voices: ReadonlyMap<string, LabelledVoice>,
): SearchHit[] => {
  if (!transcript) throw new Error('a search document without its transcript');
  const readWords = wordsIn(transcript);
  return passages.map((passage) => {
    const hit = hitOf(document, readWords, passage);
    const { label, side } = voices.get(hit.speaker ?? '') ?? { label: null, side: null };
    return { call_uuid, case_uuid, ...hit, label, side };
  });
};
