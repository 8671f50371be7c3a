import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayWrite } from '../api/me.ts';
import { FirstSteps } from '../demo/first-steps.tsx';
import { useLatestJobs } from '../jobs/latest.ts';
import { isOpen } from '../jobs/queries.ts';
import { useFileDrop } from '../recordings/use-file-drop.ts';
import { useTexts } from '../texts/texts.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { useTitle } from '../ui/use-title.ts';
import { DroppedFiles, Uploading } from './dropped-files.tsx';
import { Greeting } from './greeting.tsx';
import { LatestCalls } from './latest-calls.tsx';
import { Needs } from './needs.tsx';
import { todayQuery } from './queries.ts';
import styles from './today-page.module.css';
import { Week } from './week.tsx';

/** The morning page: what needs somebody, the services of the week, and what is new. */
export const TodayPage = () => {
  const { today } = useTexts();
  const { data } = useSuspenseQuery(todayQuery());
  const may_write = useMayWrite();
  const jobs = useLatestJobs();
  const [files, setFiles] = useState<File[]>([]);
  useTitle(today.title);
  // What is being transcribed needs nobody for now.
  const needs = data.needs.filter(({ call, due }) => {
    const job = jobs.get(call.uuid);
    return due !== 'transcribe' || !job || !isOpen(job);
  });
  const needed = new Set(needs.map(({ call }) => call.uuid));
  const is_empty = data.latest.length === 0;
  const { services, new_count: new_calls, new_more, needs_more } = data;
  return (
    <div className={styles.page}>
      <Greeting
        counts={is_empty ? null : { services: services.length, new_calls, new_more, needs: needs.length, needs_more }}
        aside={may_write && <AddRecording onFiles={setFiles} />}
      />
      <FirstSteps is_empty={data.cases.length === 0} is_demo={data.is_demo} />
      <Week services={services} />
      <Uploading />
      {is_empty && <p className="soft">{today.no_calls}</p>}
      {!is_empty && (
        <div className={styles.columns}>
          <Needs needs={needs} />
          <LatestCalls calls={data.latest.filter(({ uuid }) => !needed.has(uuid))} cases={data.cases} />
        </div>
      )}
      {files.length > 0 && <DroppedFiles files={files} cases={data.cases} onDone={() => setFiles([])} />}
    </div>
  );
};

/** Takes recordings and transcripts: from anywhere on the page, or chosen. */
const AddRecording = ({ onFiles }: { onFiles(files: File[]): void }) => {
  const { today } = useTexts();
  const over = useFileDrop(onFiles);
  return (
    <FileButton over={over} onFiles={onFiles}>
      {today.add_recording}
    </FileButton>
  );
};
