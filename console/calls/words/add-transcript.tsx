import { isSound } from '../../recordings/kinds.ts';
import { sendWords } from '../../recordings/send-words.ts';
import { useFileDrop } from '../../recordings/use-file-drop.ts';
import { useTexts } from '../../texts/texts.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { TroubleNotice } from '../../ui/forms/trouble-notice.tsx';
import { useChange } from '../../ui/forms/use-change.ts';
import styles from './add-transcript.module.css';

const give = async (call_uuid: string, file: File): Promise<void> => {
  const refusal = await sendWords(call_uuid, file);
  if (refusal) throw refusal;
};

type Props = { call_uuid: string; onDone(): void };

/** Import of a call's transcript: a file that is chosen, or dropped anywhere on the page. */
export const AddTranscript = ({ call_uuid, onDone }: Props) => {
  const { cases, recordings } = useTexts();
  const { run, busy, trouble } = useChange((file: File) => give(call_uuid, file), { done: onDone });
  const take = (file: File | undefined) => {
    if (file && !busy) run(file);
  };
  // Sound that is dropped here is the recording's.
  const over = useFileDrop((files) => take(files.find((file) => !isSound(file))));
  return (
    <div className={styles.add}>
      <FileButton disabled={busy} over={over} onFiles={([file]) => take(file)}>
        {recordings.add_transcript}
      </FileButton>
      <span role="status" className="soft">
        {busy && cases.adding}
      </span>
      <TroubleNotice trouble={trouble} />
    </div>
  );
};
