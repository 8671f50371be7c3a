import { EXPORT_FORMATS, type ExportFormat } from '@pharos/contract/transcripts.ts';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { troubleOf } from '../../ui/forms/trouble.ts';
import { TroubleNotice } from '../../ui/forms/trouble-notice.tsx';
import { PrintButton } from '../print/print-button.tsx';
import { type DocumentSettings, exportAddress, useDocumentSettings } from './document-settings.ts';
import styles from './export-dialog.module.css';
import { previewQuery } from './preview.ts';

const FORMATS: ExportFormat[] = ['pdf', 'docx', 'txt', 'md', 'vtt', 'srt', 'csv', 'json'];

/** The transcript as a file: what it would look like, and the file itself. */
export const ExportDialog = ({ call_uuid }: { call_uuid: string }) => {
  const { calls, ui } = useTexts();
  const { exports } = calls;
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [leavesOut, setLeavesOut] = useState(false);
  const settings = useDocumentSettings(leavesOut);
  return (
    <>
      <button
        type="button"
        className="button small"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {exports.open}
      </button>
      <dialog
        ref={dialog}
        className={`dialog ${styles.dialog}`}
        aria-labelledby="export"
        onClose={() => setOpen(false)}
      >
        <h2 id="export">{exports.title}</h2>
        <div className={styles.choices}>
          <fieldset>
            <legend className="unseen">{exports.format}</legend>
            {FORMATS.map((one) => (
              <label key={one} className={styles.format}>
                <input
                  type="radio"
                  name="format"
                  value={one}
                  checked={one === format}
                  onChange={() => setFormat(one)}
                />
                <span>
                  {exports.names[one]} <span className="soft">.{EXPORT_FORMATS[one].extension}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <label className={styles.leave_out}>
            <input
              type="checkbox"
              checked={leavesOut}
              aria-describedby="leave-out"
              onChange={(event) => setLeavesOut(event.target.checked)}
            />
            <span>{exports.leave_out}</span>
          </label>
          <p id="leave-out" className="soft">
            {leavesOut ? exports.print_file : exports.leave_out_more}
          </p>
        </div>
        {open && <Preview call_uuid={call_uuid} format={format} settings={settings} />}
        <div className={`${styles.actions} row`}>
          <a className="button first" href={exportAddress(call_uuid, format, settings)} download>
            {exports.save(exports.names[format])}
          </a>
          {!leavesOut && <PrintButton onPrint={() => dialog.current?.close()} />}
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {ui.close}
          </button>
        </div>
      </dialog>
    </>
  );
};

type PreviewProps = { call_uuid: string; format: ExportFormat; settings: DocumentSettings };

const Preview = ({ call_uuid, format, settings }: PreviewProps) => {
  const texts = useTexts();
  const { calls, ui } = texts;
  const { exports } = calls;
  // What is made to be printed has the words of the plain text; a browser could show it only in a frame.
  const printed = format === 'pdf' || format === 'docx';
  const { data, error, refetch } = useQuery(previewQuery(call_uuid, printed ? 'txt' : format, settings));
  return (
    <section className={styles.preview} aria-label={exports.preview}>
      {printed && <p className="soft">{exports.printed}</p>}
      {error ? (
        <TroubleNotice trouble={troubleOf(error, texts)} again={refetch} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
        <pre className={printed || format === 'txt' ? styles.prose : undefined} tabIndex={0}>
          {data ?? ui.loading}
        </pre>
      )}
    </section>
  );
};
