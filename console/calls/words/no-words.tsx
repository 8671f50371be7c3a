import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useValue } from '../../api/use-observable.ts';
import { PutIntoWords } from '../../jobs/transcribe-button.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useDesk } from '../call-workspace.ts';
import { recordingQuery } from '../player/queries.ts';
import { AddTranscript } from './add-transcript.tsx';

/** Where the words will be: a recording is put into words from here, or given those that somebody has already. */
export const NoWords = () => {
  const { calls } = useTexts();
  const { store, may_write } = useDesk();
  const call_uuid = useValue(store, ({ call }) => call.uuid);
  const { data: recording } = useQuery(recordingQuery(call_uuid));
  const done = useCallback(() => void store.refresh().catch(() => {}), [store]);
  return (
    <div className="nothing">
      <p>{calls.no_transcript}</p>
      {recording ? (
        <PutIntoWords call_uuid={call_uuid} onDone={done} />
      ) : (
        <p className="soft">{calls.no_transcript_hint}</p>
      )}
      {may_write && <AddTranscript call_uuid={call_uuid} onDone={done} />}
    </div>
  );
};
