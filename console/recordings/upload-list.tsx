import { RECORDING_LIMIT } from '@pharos/contract/recordings.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useObservable } from '../api/use-observable.ts';
import { useFormats, useTexts } from '../texts/texts.tsx';
import { refusalWords } from '../ui/forms/refusal-words.ts';
import { SignedOut } from '../ui/forms/signed-out.tsx';
import { Icon } from '../ui/icon.tsx';
import { giveUp, unfinishedQuery } from './unfinished.ts';
import styles from './upload-list.module.css';
import { forget, goOn, isOpen, pause, type Sent, uploads } from './uploads.ts';

type Where = { case_uuid: string; call_uuid?: string; only_refused?: boolean };

/** The recordings that are on their way into a case, or into one call of it, and those that wait for their file. */
export const UploadList = ({ case_uuid, call_uuid, only_refused = false }: Where) => {
  const { recordings } = useTexts();
  const all = useObservable(uploads, (uploads) => uploads);
  const { data: kept = [] } = useQuery(unfinishedQuery(case_uuid));
  const sent = all.filter(
    (one) =>
      one.case_uuid === case_uuid &&
      (!call_uuid || one.call_uuid === call_uuid) &&
      (!only_refused || ['refused', 'here'].includes(one.stage)),
  );
  const waiting = kept.filter(
    (one) =>
      !only_refused &&
      (!call_uuid || one.call_uuid === call_uuid) &&
      !all.some(({ file }) => file.name === one.filename),
  );
  if (sent.length + waiting.length === 0) return null;
  return (
    <ul className={`${styles.uploads} off-paper`} aria-label={recordings.uploads}>
      {waiting.map((one) => (
        <li key={one.key} className={styles.upload}>
          <span>{one.filename}</span>
          <span className={`${styles.told} soft`}>{recordings.unfinished}</span>
          <button
            type="button"
            className={`${styles.cancel} button icon plain`}
            aria-label={recordings.cancel(one.filename)}
            onClick={() => void giveUp(one)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
      {sent.map((one) => (
        <Line key={one.id} sent={one} here={call_uuid} />
      ))}
    </ul>
  );
};

const Line = ({ sent, here }: { sent: Sent; here: string | undefined }) => {
  const texts = useTexts();
  const { recordings } = texts;
  const { percent } = useFormats();
  const { id, file, bytes, stage, words } = sent;
  const share = file.size === 0 ? 0 : bytes / file.size;
  const open = isOpen(sent);
  return (
    <li className={`${styles.upload} ${stage === 'lost' || stage === 'here' ? styles.needs : ''}`}>
      <span>
        {file.name}
        {words && <span className={`${styles.second} soft`}>{recordings.with_transcript(words.name)}</span>}
      </span>
      {open && <progress max={1} value={share} aria-label={recordings.progress(file.name)} />}
      {open && <span className="figures soft">{percent(Math.floor(share * 100) / 100)}</span>}
      <span className={`${styles.told} ${stage === 'refused' ? 'wrong' : 'soft'}`} role="status">
        <Told sent={sent} here={here} />
        {words && sent.words_refused !== null && (
          <span className={`${styles.second} wrong`}>
            {recordings.transcript_refused(words.name)} {refusalWords(sent.words_refused, texts)}
          </span>
        )}
      </span>
      <span className={styles.actions}>
        {stage === 'sending' && (
          <button type="button" className="button small" onClick={() => pause(id)}>
            {recordings.pause}
          </button>
        )}
        {(stage === 'paused' || stage === 'lost') && (
          <button type="button" className="button small" onClick={() => goOn(id)}>
            {recordings.resume}
          </button>
        )}
        <button
          type="button"
          className={`${styles.cancel} button icon plain`}
          aria-label={open ? recordings.cancel(file.name) : recordings.dismiss(file.name)}
          onClick={() => void forget(id)}
        >
          <Icon name="close" />
        </button>
      </span>
    </li>
  );
};

const Told = ({ sent, here }: { sent: Sent; here: string | undefined }) => {
  const texts = useTexts();
  const { recordings, ui } = texts;
  const { file, stage, status_code, refusal, there, call_uuid, words_taken } = sent;
  if (stage === 'paused') return recordings.paused;
  if (stage === 'lost' && status_code === 401) return <SignedOut />;
  if (stage === 'lost') return status_code === 0 ? recordings.offline : recordings.busy;
  if (stage === 'sending') return null;
  const too_large = file.size > RECORDING_LIMIT;
  const unknown = too_large ? recordings.too_large : status_code === 413 ? ui.proxy_limit : recordings.refused;
  const call = stage === 'here' ? there : stage === 'done' || words_taken ? call_uuid : null;
  return (
    <>
      {stage === 'refused' && (refusal ? refusalWords(refusal, texts) : unknown)}
      {stage === 'refused' && words_taken && (
        <span className={`${styles.second} soft`}>{recordings.transcript_alone}</span>
      )}
      {stage === 'here' && recordings.already_added}
      {stage === 'done' && (words_taken ? recordings.done_with_transcript : recordings.done)}
      {call && call !== here && (
        <>
          {' '}
          <Link to="/calls/$call_uuid" params={{ call_uuid: call }}>
            {recordings.open_call}
          </Link>
        </>
      )}
    </>
  );
};
