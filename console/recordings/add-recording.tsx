import { useTexts } from '../texts/texts.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { isSound } from './kinds.ts';
import { UploadList } from './upload-list.tsx';
import { send } from './uploads.ts';
import { useFileDrop } from './use-file-drop.ts';

type Props = {
  call_uuid: string;
  case_uuid: string;
  /** A transcript that is dropped on the page is taken where its words will be. */
  without_words: boolean;
};

/** Upload of a call's recording: a file that is chosen, or dropped anywhere on the page. */
export const AddRecording = ({ call_uuid, case_uuid, without_words }: Props) => {
  const { recordings } = useTexts();
  const take = ([file]: File[]) => {
    if (file) void send(file, { call_uuid, case_uuid });
  };
  const over = useFileDrop((files) => take(without_words ? files.filter(isSound) : files));
  return (
    <>
      <FileButton className="small plain" accept="audio/*,video/webm,video/mp4" over={over} onFiles={take}>
        {recordings.add}
      </FileButton>
      <UploadList call_uuid={call_uuid} case_uuid={case_uuid} />
    </>
  );
};
