import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { troubleOf } from '../forms/trouble.ts';
import { TroubleNotice } from '../forms/trouble-notice.tsx';
import { removeEmptyCall } from '../recordings/own-call.ts';
import { type LeftOut, pairsOf } from '../recordings/pairs.ts';
import { UploadList } from '../recordings/upload-list.tsx';
import { send } from '../recordings/uploads.ts';
import { useFileDrop } from '../recordings/use-file-drop.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { useTexts } from '../texts/texts.tsx';
import { caseQuery } from './queries.ts';

/** A new call from a provider's file. Where the file is none, the empty call does not stay behind. */
const addTranscript = async (case_uuid: string, file: File): Promise<string> => {
  const { data: call } = await pharos.calls.create({ body: { case_uuid, file_name: file.name } });
  try {
    await pharos.calls.importTranscript({ call_uuid: call.uuid, body: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    await removeEmptyCall(call.uuid);
    throw error;
  }
  return call.uuid;
};

/** Each recording and each transcript that is dropped on a case, or chosen, becomes a call of it; two of one name are one. */
export const AddFiles = ({ case_uuid }: { case_uuid: string }) => {
  const texts = useTexts();
  const { cases, recordings } = texts;
  const navigate = useNavigate();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (files: File[]) => {
      const added: string[] = [];
      try {
        for (const file of files) added.push(await addTranscript(case_uuid, file));
      } finally {
        await queries.invalidateQueries({ queryKey: caseQuery(case_uuid).queryKey });
      }
      return added;
    },
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
      onSuccess: ([call_uuid]) =>
        files.length === 1 && call_uuid && navigate({ to: '/calls/$call_uuid', params: { call_uuid } }),
    });
  };
  const over = useFileDrop(take);
  return (
    <div className="add-files">
      <UploadList case_uuid={case_uuid} />
      <label className={over ? 'drop over' : 'drop'}>
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
      <TroubleNotice trouble={error && troubleOf(error, texts)} />
    </div>
  );
};
