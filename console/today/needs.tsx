import { useEffect, useRef, useState } from 'react';
import { createHitPlayer } from '../search/hit-player.ts';
import { useTexts } from '../texts/texts.tsx';
import type { Answered } from './answered.ts';
import { CallCard } from './call-card.tsx';
import { useCardKeys } from './card-keys.ts';
import styles from './needs.module.css';
import { CARDS, type NeedingCall } from './queries.ts';

/** Milliseconds in which an answer can be taken back here. */
const UNDO_MS = 8000;

/** Calls that need somebody, as cards; the one with the focus is open. */
export const Needs = ({ needs }: { needs: NeedingCall[] }) => {
  const texts = useTexts();
  const { today } = texts;
  const audio = useRef<HTMLAudioElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [player] = useState(() => createHitPlayer(() => audio.current));
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const shown = all ? needs : needs.slice(0, CARDS);
  const open = shown.some(({ call }) => call.uuid === chosen) ? chosen : (shown[0]?.call.uuid ?? null);
  useCardKeys(list);
  useEffect(() => {
    if (!answered) return;
    const timer = setTimeout(() => setAnswered(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [answered]);
  return (
    <section aria-labelledby="needs-you" className={styles.needs}>
      <h2 id="needs-you">
        {today.needs} <span className="soft">{needs.length > 0 && needs.length}</span>
      </h2>
      <div role="status">
        {answered && (
          <p className={styles.answered}>
            {answered.text}{' '}
            <button type="button" className="button small" data-key="z" onClick={answered.undo}>
              {texts.calls.undo}
            </button>
          </p>
        )}
      </div>
      {needs.length === 0 && !answered && <p className="soft">{today.nothing_needs}</p>}
      <ol className={styles.cards} ref={list}>
        {shown.map((need) => (
          <CallCard
            key={need.call.uuid}
            need={need}
            open={need.call.uuid === open}
            player={player}
            onOpen={() => setChosen(need.call.uuid)}
            onAnswered={setAnswered}
          />
        ))}
      </ol>
      {shown.length < needs.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {today.show_more(needs.length - shown.length)}
        </button>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: its words are what one is asked about. */}
      <audio ref={audio} preload="none" />
    </section>
  );
};
