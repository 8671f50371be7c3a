import type { SearchHit } from '@pharos/contract/search.ts';
import { type RefObject, useEffect, useState } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { clock } from '../texts/formats.ts';
import { isolate } from '../texts/isolate.ts';
import { useTexts } from '../texts/texts.tsx';
import { CallMoment } from '../ui/call-moment.tsx';
import { Icon } from '../ui/icon.tsx';
import { keyOf } from './hit-key.ts';
import type { HitPlayer } from './hit-player.ts';
import { HitProgress } from './hit-progress.tsx';
import { stepFrom } from './hit-steps.ts';
import { LitWords } from './lit-words.tsx';
import styles from './now-playing.module.css';
import { PlayButton } from './play-button.tsx';

type Props = { player: HitPlayer<SearchHit>; list: RefObject<HTMLElement | null> };

/** Says aloud what plays, and keeps it at hand at the foot of the page while its sentence is scrolled away. */
export const NowPlaying = ({ player, list }: Props) => {
  const { search } = useTexts();
  const playing = useObservable(player, (now) => now);
  const hit = playing?.failed ? undefined : playing?.stretches[0];
  const away = useIsAway(list, hit ? keyOf(hit) : null);
  return (
    <>
      <p aria-live="polite" className="unseen">
        {hit && !playing?.paused && search.playing(isolate(hit.label ?? search.unnamed), clock(hit.start_ms))}
      </p>
      {hit && away && <Dock hit={hit} player={player} list={list} />}
    </>
  );
};

const Dock = ({ hit, player, list }: Props & { hit: SearchHit }) => {
  const { search, ui } = useTexts();
  return (
    <section className={`${styles.dock} off-paper`} aria-label={search.now_playing}>
      <button
        type="button"
        className={styles.back}
        aria-label={search.back_to}
        onClick={() => list.current?.querySelector('[data-playing]')?.scrollIntoView({ block: 'center' })}
      >
        <strong dir="auto">{hit.label ?? search.unnamed}</strong>
        <span className={styles.words} dir="auto">
          <LitWords hit={hit} />
        </span>
      </button>
      <div className={styles.tools}>
        <PlayButton hit={hit} player={player} />
        <HitProgress hit={hit} player={player} />
        <Steps player={player} list={list} />
        <CallMoment call_uuid={hit.call_uuid} at_ms={hit.start_ms} timeless>
          {search.open}
        </CallMoment>
        <button type="button" className={styles.step} aria-label={ui.close} onClick={player.close}>
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
};

/** Ways to the sentence before and to the next, which play at once. */
export const Steps = ({ list }: Props) => {
  const { search } = useTexts();
  const go = (step: 1 | -1) => () => {
    const hit = list.current?.querySelector<HTMLElement>('[data-playing]');
    const next = hit && stepFrom(list.current as HTMLElement, hit, step);
    next?.querySelector<HTMLElement>('[data-play]')?.click();
    next?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <span className={styles.steps}>
      <button type="button" className={styles.step} aria-label={search.previous} onClick={go(-1)}>
        <span className={styles.up}>
          <Icon name="chevron" />
        </span>
      </button>
      <button type="button" className={styles.step} aria-label={search.next} onClick={go(1)}>
        <Icon name="chevron" />
      </button>
    </span>
  );
};

/** Tells whether the sentence that plays is out of sight. */
const useIsAway = (list: RefObject<HTMLElement | null>, key: string | null): boolean => {
  const [away, setAway] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another element
  useEffect(() => {
    setAway(false);
    const hit = list.current?.querySelector('[data-playing]');
    if (!hit) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false));
    observer.observe(hit);
    return () => observer.disconnect();
  }, [list, key]);
  return away;
};
