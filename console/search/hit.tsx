import type { SearchHit } from '@pharos/contract/search.ts';
import type { RefObject } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { clock } from '../texts/formats.ts';
import { useTexts } from '../texts/texts.tsx';
import { CallMoment } from '../ui/call-moment.tsx';
import styles from './hit.module.css';
import { keyOf } from './hit-key.ts';
import type { HitPlayer } from './hit-player.ts';
import { HitProgress } from './hit-progress.tsx';
import { LitWords } from './lit-words.tsx';
import { Steps } from './now-playing.tsx';
import { PlayButton } from './play-button.tsx';
import { PlayingHit } from './playing-hit.tsx';

type Props = { hit: SearchHit; player: HitPlayer<SearchHit>; list: RefObject<HTMLElement | null> };

/** One sentence that was found: who said it and when, with what was found in it lit. It plays where it stands. */
export const Hit = ({ hit, player, list }: Props) => {
  const { search } = useTexts();
  const playing = useObservable(player, (now) => (now?.key === keyOf(hit) ? now : null));
  const plays = playing !== null && !playing.failed;
  return (
    <li className={styles.hit} data-hit data-playing={plays || undefined}>
      {plays ? (
        <PlayingHit hit={hit} player={player} />
      ) : (
        <>
          <div className={styles.who}>
            <strong dir="auto">{hit.label ?? search.unnamed}</strong>
            <span className="soft figures">{clock(hit.start_ms)}</span>
          </div>
          <p className={styles.words} dir="auto">
            <LitWords hit={hit} />
          </p>
        </>
      )}
      <div className={styles.tools}>
        <PlayButton hit={hit} player={player} />
        {plays && (
          <>
            <HitProgress hit={hit} player={player} />
            <Steps player={player} list={list} />
          </>
        )}
        <CallMoment call_uuid={hit.call_uuid} at_ms={hit.start_ms} timeless>
          {search.open}
        </CallMoment>
        <Reason hit={hit} />
        {playing?.failed && (
          <span role="alert" className="soft">
            {search.silent}
          </span>
        )}
      </div>
    </li>
  );
};

/** Reason for a word that was not typed: which it is, and how it was reached. */
const Reason = ({ hit: { snippet, highlights, matches } }: { hit: SearchHit }) => {
  const { search } = useTexts();
  const at = matches.findIndex(({ kind }) => kind !== 'exact');
  const [match, range] = [matches[at], highlights[at]];
  if (!match || !range || match.kind === 'exact') return null;
  return (
    <span className={styles.reason}>
      <span aria-hidden="true">=</span> {snippet.slice(...range)}, {search.kinds[match.kind]}
    </span>
  );
};
