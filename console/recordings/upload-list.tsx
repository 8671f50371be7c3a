import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refusalWords } from '../forms/refusal-words.ts';
import { queries } from '../shell/queries.ts';
import { useValue } from '../shell/use-value.ts';
import { useFormats, useTexts } from '../texts/texts.tsx';
import { forgetUnfinished, unfinishedQuery } from './unfinished.ts';
import { forget, goOn, pause, type Sent, uploads } from './uploads.ts';
import './recordings.css';

type Where = { case_uuid: string; call_uuid?: string };

/** The recordings that are on their way into a case, or into one call of it, and those that wait for their file. */
export const UploadList = ({ case_uuid, call_uuid }: Where) => {
  const { recordings } = useTexts();
  const all = useValue(uploads, (uploads) => uploads);
  const { data: kept = [] } = useQuery(unfinishedQuery(case_uuid));
  const sent = all.filter((one) => one.case_uuid === case_uuid && (!call_uuid || one.call_uuid === call_uuid));
  const waiting = kept.filter(
    (one) => (!call_uuid || one.call_uuid === call_uuid) && !all.some(({ file }) => file.name === one.filename),
  );
  if (sent.length + waiting.length === 0) return null;
  return (
    <ul className="uploads" aria-label={recordings.on_their_way}>
      {waiting.map(({ key, filename }) => (
        <li key={key}>
          <span className="file">{filename}</span>
          <span className="soft told">{recordings.unfinished}</span>
          <button
            type="button"
            className="button small plain"
            aria-label={recordings.forget(filename)}
            onClick={() => {
              forgetUnfinished(key);
              void queries.invalidateQueries({ queryKey: unfinishedQuery(case_uuid).queryKey });
            }}
          >
            ✕
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
  const open = ['sending', 'paused', 'lost'].includes(stage);
  return (
    <li className={stage}>
      <span className="file">
        {file.name}
        {words && <span className="soft second">{recordings.with_words(words.name)}</span>}
      </span>
      {open && <progress max={1} value={share} aria-label={recordings.progress(file.name)} />}
      {open && <span className="figures soft">{percent(Math.floor(share * 100) / 100)}</span>}
      <span className={stage === 'refused' ? 'wrong told' : 'soft told'} role="status">
        <Told sent={sent} here={here} />
        {words && sent.words_refused !== null && (
          <span className="wrong second">
            {recordings.words_refused(words.name)} {refusalWords(sent.words_refused, texts)}
          </span>
        )}
      </span>
      {stage === 'sending' && (
        <button type="button" className="button small" onClick={() => pause(id)}>
          {recordings.pause}
        </button>
      )}
      {(stage === 'paused' || stage === 'lost') && (
        <button type="button" className="button small" onClick={() => goOn(id)}>
          {recordings.go_on}
        </button>
      )}
      {stage !== 'sending' && (
        <button
          type="button"
          className="button small plain"
          aria-label={recordings.forget(file.name)}
          onClick={() => forget(id)}
        >
          ✕
        </button>
      )}
    </li>
  );
};

const Told = ({ sent, here }: { sent: Sent; here: string | undefined }) => {
  const texts = useTexts();
  const { recordings } = texts;
  const { stage, refusal, there, call_uuid, words_taken } = sent;
  if (stage === 'paused') return recordings.paused;
  if (stage === 'lost') return recordings.lost;
  if (stage === 'sending') return null;
  const call = stage === 'here' ? there : stage === 'done' || words_taken ? call_uuid : null;
  return (
    <>
      {stage === 'refused' && (refusal ? refusalWords(refusal, texts) : recordings.refused)}
      {stage === 'refused' && words_taken && <span className="soft second">{recordings.words_alone}</span>}
      {stage === 'here' && recordings.here}
      {stage === 'done' && (words_taken ? recordings.done_with_words : recordings.done)}
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
