import type { SearchHit } from '@pharos/contract/search.ts';
import { Link } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { clock } from '../texts/formats.ts';
import { useTexts } from '../texts/texts.tsx';
import styles from './hit.module.css';
import type { HitPlayer } from './hit-player.ts';
import { LitWords } from './lit-words.tsx';

/** One sentence that was found: who said it and when, with what was found in it lit. It plays where it stands. */
export const Hit = ({ hit, player }: { hit: SearchHit; player: HitPlayer }) => {
  const { search } = useTexts();
  const key = `${hit.call_uuid} ${hit.start_word}`;
  const playing = useSyncExternalStore(player.subscribe, player.get);
  const plays = playing?.key === key && !playing.failed;
  const failed = playing?.key === key && playing.failed;
  const time = clock(hit.start_ms);
  return (
    <li className={styles.hit} data-hit data-playing={plays || undefined}>
      <div className={styles.who}>
        <strong dir="auto">{hit.label ?? search.unnamed}</strong>
        <span className="soft figures">{time}</span>
      </div>
      <div>
        <p className={styles.words} dir="auto">
          <LitWords hit={hit} />
        </p>
        <p className={styles.tools}>
          <button
            type="button"
            className="button small"
            aria-pressed={plays}
            aria-label={plays ? search.stop : search.play(time)}
            onClick={() => player.toggle(key, hit.call_uuid, hit)}
          >
            {plays ? search.stop : search.listen}
          </button>
          <Link to="/calls/$call_uuid" params={{ call_uuid: hit.call_uuid }} hash={`t=${hit.start_ms / 1000}`}>
            {search.open}
          </Link>
          <Reason hit={hit} />
          {failed && (
            <span role="alert" className="soft">
              {search.silent}
            </span>
          )}
        </p>
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
