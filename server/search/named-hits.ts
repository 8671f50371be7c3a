import type { SearchHit } from '@pharos/contract/search.ts';
import type { CallRow } from '../calls/queries.ts';
import type { Document } from '../transcripts/search/document.ts';
import { hitOf, type Passage, wordsIn } from './hits.ts';
import { type SideOf, textOfLabel } from './sides.ts';

type Heard = Pick<CallRow, 'uuid' | 'case_uuid' | 'speaker_labels' | 'transcript'>;

/** Passages of a call as hits: their words, and who says them by the call's labels. */
export const namedHits = (
  { uuid: call_uuid, case_uuid, speaker_labels, transcript }: Heard,
  document: Document,
  passages: readonly Passage[],
  sideOf: SideOf,
): SearchHit[] => {
  if (!transcript) throw new Error('a search document without its transcript');
  const labels = speaker_labels.parse() as Record<string, unknown>;
  const readWords = wordsIn(transcript);
  return passages.map((passage) => {
    const hit = hitOf(document, readWords, passage);
    const label = hit.speaker !== null && Object.hasOwn(labels, hit.speaker) ? labels[hit.speaker] : undefined;
    return { call_uuid, case_uuid, ...hit, label: textOfLabel(label), side: sideOf(label) };
  });
};
