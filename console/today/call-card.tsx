import type { ListedCall } from '@pharos/contract/calls.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { caseAloneQuery } from '../api/cases.ts';
import { useMayWrite } from '../api/me.ts';
import { useObservable } from '../api/use-observable.ts';
import { PauseSign, PlaySign } from '../calls/player/icons.tsx';
import { useLatestJobs } from '../jobs/latest.ts';
import { reasonWords } from '../jobs/reason-words.ts';
import { callTime, titleOf } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import type { HitPlayer } from '../search/hit-player.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Answered } from './answered.ts';
import styles from './call-card.module.css';
import { CardWave } from './card-wave.tsx';
import { Identify } from './identify.tsx';
import { NameSpeakers } from './name-speakers.tsx';
import { type NeedingCall, openingQuery } from './queries.ts';
import { Transcribe } from './transcribe.tsx';

type Props = {
  need: NeedingCall;
  open: boolean;
  player: HitPlayer;
  onOpen(): void;
  onAnswered(answered: Answered): void;
};

/** Call that needs somebody: what was said, whose it is and when it was, and the one thing that is due. */
export const CallCard = ({ need: { call, due }, open, player, onOpen, onAnswered }: Props) => {
  const { texts, formats } = useLocale();
  const { today } = texts;
  const id = useId();
  const may_write = useMayWrite();
  const has_words = due !== 'transcribe';
  const { data: opening, isError } = useQuery({ ...openingQuery(call), enabled: has_words });
  const job = useLatestJobs().get(call.uuid);
  const failed = job?.state === 'failed' ? reasonWords(job, texts) : null;
  const title = titleOf(call, texts, formats);
  const silent = has_words && !isError ? today.no_quote : failed ? today.no_words_because(failed) : today.no_words;
  const quote = opening?.quote?.text;
  return (
    <li
      className={`card ${styles.card}`}
      data-card
      data-open={open || undefined}
      tabIndex={-1}
      onFocus={({ target }) => target.matches(':focus-visible') && onOpen()}
    >
      <div className={styles.about}>
        <p id={id} className={quote ? styles.quote : `${styles.quote} soft`} dir="auto">
          <Link to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
            {quote ? `“${quote}”` : opening === undefined && has_words && !isError ? '…' : silent}
            <span className="unseen"> {title}</span>
          </Link>
        </p>
        <Facts call={call} identified={due !== 'identify'} />
      </div>
      <Play call={call} title={title} player={player} sides={opening?.sides ?? null} />
      {may_write && due === 'identify' && <Identify call={call} open={open} onOpen={onOpen} onAnswered={onAnswered} />}
      {may_write && due === 'transcribe' && <Transcribe call_uuid={call.uuid} job={job} />}
      {may_write && due === 'name' && opening && (
        <NameSpeakers {...{ call, opening, open, player, onOpen, onAnswered }} />
      )}
    </li>
  );
};

const Facts = ({ call, identified }: { call: ListedCall; identified: boolean }) => {
  const { texts, formats } = useLocale();
  const { data } = useQuery({ ...caseAloneQuery(call.case_uuid), enabled: identified });
  const number = call.direction === 'outgoing' ? call.to : call.from;
  return (
    <ul className={`facts ${styles.facts} soft`}>
      <li>
        {identified ? (
          <strong className={styles.person}>{data ? personOf(data.data.case, texts) : '…'}</strong>
        ) : (
          <strong className={styles.strange}>{texts.today.no_case}</strong>
        )}
      </li>
      <li>
        <time dateTime={callTime(call)}>{formats.clockOr(callTime(call))}</time>
      </li>
      {call.duration !== null && <li>{formats.about(call.duration)}</li>}
      {number?.trim() && (
        <li>
          <bdi>{number}</bdi>
        </li>
      )}
      {call.direction && (
        <li className={styles.direction}>
          <Icon name={call.direction} /> {texts.calls.facts.directions[call.direction]}
        </li>
      )}
    </ul>
  );
};

type PlayProps = { call: ListedCall; title: string; player: HitPlayer } & Pick<Parameters<typeof CardWave>[0], 'sides'>;

const Play = ({ call, title, player, sides }: PlayProps) => {
  const { today } = useTexts();
  const key = `call ${call.uuid}`;
  const playing = useObservable(player, (now) => (now?.key === key ? now : null));
  const plays = playing !== null && !playing.failed && !playing.paused;
  // A recording that was received says how many bytes it has.
  if (call.file_size === null) return null;
  return (
    <div className={styles.sound}>
      <button
        type="button"
        className={`button icon ${styles.play}`}
        aria-label={plays ? today.stop : today.hear(title)}
        onClick={() => player.toggle(key, call.uuid, { start_ms: 0, end_ms: Number.MAX_SAFE_INTEGER })}
      >
        {plays ? <PauseSign /> : <PlaySign />}
      </button>
      <CardWave call_uuid={call.uuid} sides={sides} />
      {playing?.failed && (
        <span role="alert" className="soft">
          {today.silent}
        </span>
      )}
    </div>
  );
};
