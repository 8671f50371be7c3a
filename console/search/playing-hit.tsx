import type { SearchHit } from '@pharos/contract/search.ts';
import { useEffect } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { VoiceMark } from '../calls/voices/voice-mark.tsx';
import { voiceName } from '../naming/voice-name.ts';
import { clock } from '../texts/formats.ts';
import { useTexts } from '../texts/texts.tsx';
import styles from './hit.module.css';
import type { HitPlayer } from './hit-player.ts';
import { LitWords } from './lit-words.tsx';
import { type HitWords, useHitWords } from './use-hit-words.ts';

type Props = { hit: SearchHit; player: HitPlayer<SearchHit> };

/** Words of the sentence that plays: what was said before it, and the word that is being said. */
export const PlayingHit = ({ hit, player }: Props) => {
  const { search, calls } = useTexts();
  const words = useHitWords(hit);
  useEffect(() => {
    if (words) player.extend(words.end_ms);
  }, [words, player]);
  return (
    <>
      <div className={styles.who}>
        <strong dir="auto">
          {words?.voice && <VoiceMark place={words.voice.place} />}{' '}
          {words?.voice ? voiceName(words.voice, calls) : (hit.label ?? search.unnamed)}
        </strong>
        <span className="soft figures">{clock(hit.start_ms)}</span>
      </div>
      <div>
        {words?.before && (
          <p className={styles.before} dir="auto">
            {words.before.voice && (
              <strong>
                <VoiceMark place={words.before.voice.place} /> {voiceName(words.before.voice, calls)}
              </strong>
            )}{' '}
            {words.before.text}
          </p>
        )}
        <p className={styles.words} dir="auto">
          <SpokenWords hit={hit} player={player} words={words} />
        </p>
      </div>
    </>
  );
};

/** The words, with the one that is being said; by themselves while their times are not known. */
const SpokenWords = ({ hit, player, words }: Props & { words: HitWords | null }) => {
  const spoken = words?.spoken ?? [];
  const at = useObservable(player.time, (ms) => spoken.findLastIndex(({ start_ms }) => start_ms <= ms));
  return <LitWords hit={hit} now={spoken[at] ?? null} />;
};
