import { useTexts } from '../texts/texts.tsx';
import { UploadList } from './upload-list.tsx';
import { send } from './uploads.ts';
import { useFileDrop } from './use-file-drop.ts';

/** For a call without sound: its recording is chosen, or dropped anywhere on the page. */
export const AddRecording = ({ call_uuid, case_uuid }: { call_uuid: string; case_uuid: string }) => {
  const { recordings } = useTexts();
  const take = ([file]: File[]) => {
    if (file) void send(file, { call_uuid, case_uuid });
  };
  const over = useFileDrop(take);
  return (
    <>
      <label className={over ? 'button small plain add over' : 'button small plain add'}>
        <input
          type="file"
          className="unseen"
          accept="audio/*,video/webm,video/mp4"
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        {recordings.add}
      </label>
      <UploadList call_uuid={call_uuid} case_uuid={case_uuid} />
    </>
  );
};
