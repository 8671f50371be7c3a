import type { Case } from '@pharos/contract/cases.ts';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { pharos } from '../api/pharos.ts';
import { useObservable } from '../api/use-observable.ts';
import { FindCase, OneCase } from '../calls/choose-case.tsx';
import { addTranscripts } from '../cases/add-transcripts.ts';
import { pairsOf } from '../recordings/pairs.ts';
import { UploadList } from '../recordings/upload-list.tsx';
import { send, uploads } from '../recordings/uploads.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import styles from './dropped-files.module.css';

const NEWEST = 5;

/** Sends dropped files into a case; without one, each call gets a case of its own that waits to be identified. */
const takeIn = async (files: File[], case_uuid: string | null) => {
  const refused = [];
  for (const { sound, words } of pairsOf(files).pairs) {
    const into = case_uuid ?? (await pharos.cases.create({ body: { identified: false } })).data.uuid;
    if (sound) void send(sound, { case_uuid: into, call_uuid: null, words });
    else refused.push(...(await addTranscripts(into, [words])).refused);
  }
  return refused;
};

type Props = { files: File[]; cases: Case[]; onDone(): void };

/** Sheet that asks whose the calls are whose recordings were dropped on the page. */
export const DroppedFiles = ({ files, cases, onDone }: Props) => {
  const texts = useTexts();
  const { drop } = texts.today;
  const dialog = useRef<HTMLDialogElement>(null);
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (case_uuid: string | null) => takeIn(files, case_uuid),
    onSuccess: (refused) => refused.length === 0 && onDone(),
  });
  useEffect(() => dialog.current?.showModal(), []);
  const newest = cases.filter(({ identified }) => identified).slice(0, NEWEST);
  const press = ({ key, target }: KeyboardEvent) => {
    const one = newest[Number(key) - 1];
    if (one && !isPending && !(target as HTMLElement).matches('input')) mutate(one.uuid);
  };
  return (
    <dialog
      ref={dialog}
      className={`dialog ${styles.sheet}`}
      aria-labelledby="dropped"
      onClose={onDone}
      onKeyDown={press}
    >
      <h2 id="dropped">{drop.title(files.length)}</h2>
      <p className="soft">{files.map(({ name }) => name).join(', ')}</p>
      <ul className={styles.cases} aria-label={drop.newest}>
        {newest.map((one, index) => (
          <li key={one.uuid}>
            <OneCase one={one} move={(to) => mutate(to.uuid)} busy={isPending}>
              <span className="key" aria-hidden="true">
                {index + 1}
              </span>
            </OneCase>
          </li>
        ))}
      </ul>
      <FindCase move={(to) => mutate(to.uuid)} busy={isPending} />
      {data?.map(({ file, error }) => {
        const trouble = troubleOf(error, texts);
        return <TroubleNotice key={file.name} trouble={{ ...trouble, message: `${file.name}: ${trouble.message}` }} />;
      })}
      <TroubleNotice trouble={error && troubleOf(error, texts)} />
      <p className="row">
        <button type="button" className="button" disabled={isPending} onClick={() => mutate(null)}>
          {drop.later}
        </button>
        <button type="button" className="button plain" onClick={() => dialog.current?.close()}>
          {drop.cancel}
        </button>
      </p>
      <p className="soft hint">{drop.later_hint}</p>
    </dialog>
  );
};

/** Everything that is being uploaded, of whatever case. */
export const Uploading = () => {
  const cases = useObservable(uploads, (all) => [...new Set(all.map(({ case_uuid }) => case_uuid))].join(' '));
  return cases === ''
    ? null
    : cases.split(' ').map((case_uuid) => <UploadList key={case_uuid} case_uuid={case_uuid} />);
};
