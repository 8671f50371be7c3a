import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type LeftOut, pairsOf } from '../recordings/pairs.ts';
import { UploadList } from '../recordings/upload-list.tsx';
import { send } from '../recordings/uploads.ts';
import { useFileDrop } from '../recordings/use-file-drop.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import styles from './add-files.module.css';
import { addTranscripts } from './add-transcripts.ts';

/** Each recording and each transcript that is dropped on a case, or chosen, becomes a call of it; two of one name are one. */
export const AddFiles = ({ case_uuid }: { case_uuid: string }) => {
  const texts = useTexts();
  const { cases, recordings } = texts;
  const navigate = useNavigate();
  const { mutate, data, isPending } = useMutation({
    mutationFn: (files: File[]) => addTranscripts(case_uuid, files),
  });
  const [left, setLeft] = useState<LeftOut<File>[]>([]);
  const take = (files: File[]) => {
    const { pairs, left_out } = pairsOf(files);
    setLeft(left_out);
    for (const { sound, words } of pairs) if (sound) void send(sound, { case_uuid, call_uuid: null, words });
    const transcripts = pairs.flatMap(({ sound, words }) => (sound === null ? [words] : []));
    if (transcripts.length === 0) return;
    mutate(transcripts, {
      // Whoever added one call wants to see it; of several, they are all in the case.
      onSuccess: ({ added: [call_uuid] }) =>
        files.length === 1 && call_uuid && navigate({ to: '/calls/$call_uuid', params: { call_uuid } }),
    });
  };
  const over = useFileDrop(take);
  return (
    <div className={styles.add}>
      <UploadList case_uuid={case_uuid} />
      <label className={`${styles.drop} ${over ? styles.over : ''} off-paper`}>
        <input
          type="file"
          multiple
          className="unseen"
          disabled={isPending}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <span>{isPending ? cases.adding : cases.add_files}</span>
        <span className="soft">{cases.add_files_hint}</span>
        <span role="status">
          {left.map(({ file, kept }) => (
            <span key={file.name} className="soft">
              {recordings.left_out(file.name, kept.name)}{' '}
            </span>
          ))}
        </span>
      </label>
      {data?.refused.map(({ file, error }) => {
        const trouble = troubleOf(error, texts);
        return <TroubleNotice key={file.name} trouble={{ ...trouble, message: `${file.name}: ${trouble.message}` }} />;
      })}
    </div>
  );
};
