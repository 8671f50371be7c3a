import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { TranscribeButton } from '../../jobs/transcribe-button.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useWorkspace } from '../call-workspace.ts';
import { recordingQuery } from '../player/queries.ts';
import { AddTranscript } from './add-transcript.tsx';
import { Nothing } from './nothing.tsx';

/** Page of a call without a transcript: transcribe its recording, or add a transcript. */
export const NoWords = () => {
  const { calls } = useTexts();
  const { store, may_write } = useWorkspace();
  const call_uuid = useObservable(store, ({ call }) => call.uuid);
  const { data: recording } = useQuery(recordingQuery(call_uuid));
  const done = useCallback(() => void store.refresh().catch(() => {}), [store]);
  return (
    <Nothing text={calls.no_transcript}>
      {recording ? (
        <TranscribeButton call_uuid={call_uuid} onDone={done} />
      ) : (
        <p className="soft">{calls.no_transcript_hint}</p>
      )}
      {may_write && <AddTranscript call_uuid={call_uuid} onDone={done} />}
    </Nothing>
  );
};
