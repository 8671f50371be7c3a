import { PharosError } from '@pharos/client/error.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { useTexts } from '../texts/texts.tsx';
import { caseQuery } from './queries.ts';

/** A new call from a provider's file. Where the file is none, the empty call does not stay behind. */
const addCall = async (case_uuid: string, file: File): Promise<string> => {
  const { data: call } = await pharos.calls.create({ body: { case_uuid, file_name: file.name } });
  try {
    await pharos.calls.importTranscript({ call_uuid: call.uuid, body: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    await pharos.calls.remove({ call_uuid: call.uuid });
    throw error;
  }
  return call.uuid;
};

export const AddTranscript = ({ case_uuid }: { case_uuid: string }) => {
  const { cases, shell } = useTexts();
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: (file: File) => addCall(case_uuid, file),
    onSuccess: async (call_uuid) => {
      await queries.invalidateQueries({ queryKey: caseQuery(case_uuid).queryKey });
      await navigate({ to: '/calls/$call_uuid', params: { call_uuid } });
    },
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) mutate(file);
  };
  const trouble = error && (error instanceof PharosError ? error.message : shell.unreachable);
  return (
    <label
      className={over ? 'drop over' : 'drop'}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <input
        type="file"
        className="unseen"
        disabled={isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) mutate(file);
          event.target.value = '';
        }}
      />
      <span>{isPending ? cases.adding : cases.add_transcript}</span>
      <span className="soft">{cases.add_transcript_hint}</span>
      <span role="alert">{trouble && <span className="wrong">{trouble}</span>}</span>
    </label>
  );
};
