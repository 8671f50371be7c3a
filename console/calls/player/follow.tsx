import { type RefObject, useCallback, useEffect, useSyncExternalStore } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useWorkspace } from '../call-workspace.ts';
import styles from './follow.module.css';

/** Shares of the window's height: a spoken word beyond the second is scrolled to the first. */
const PLACE = 0.36;
const LOWEST = 0.78;
/** Pixels at the top that stay covered. */
const COVERED = 150;

const LEAVING = ['PageUp', 'PageDown', 'Home', 'End'];

/** The page goes along with what is said, until its reader goes elsewhere. */
export const useFollow = (feed: RefObject<HTMLElement | null>): void => {
  const workspace = useWorkspace();
  useEffect(() => {
    const { sound, spoken, cursor, panel } = workspace;
    let later = 0;
    const follow = () => {
      const { last } = spoken.get();
      cancelAnimationFrame(later);
      if (!sound.following.get() || !sound.get().playing || last < 0) return;
      const word = feed.current?.querySelector(`[data-word="${last}"]`);
      // A turn that was far away is in the page a little later, and may be longer than the window.
      if (!word) {
        workspace.show(last);
        later = requestAnimationFrame(follow);
        return;
      }
      const { top, bottom } = word.getBoundingClientRect();
      if (top >= COVERED && bottom <= innerHeight * LOWEST) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scrollBy({ top: top - innerHeight * PLACE, behavior: still ? 'instant' : 'smooth' });
    };
    // Also before the first sound has come, for which one waits.
    const leave = () => {
      const { playing, waiting } = sound.get();
      if (playing || waiting) sound.following.set(false);
    };
    const scrolled = (event: Event) => {
      if (!(event.target as Element).closest('aside, dialog')) leave();
    };
    // Scrollbars are nobody's but the document's.
    const pressed = (event: Event) => event.target === document.documentElement && leave();
    const typed = ({ key }: KeyboardEvent) => LEAVING.includes(key) && leave();
    const opened = () => panel.get() !== null && leave();
    const stops = [
      spoken.subscribe(follow),
      sound.following.subscribe(follow),
      cursor.subscribe(leave),
      panel.subscribe(opened),
    ];
    const listeners = { wheel: scrolled, touchmove: scrolled, pointerdown: pressed, keydown: typed } as Record<
      string,
      (event: never) => unknown
    >;
    for (const [name, run] of Object.entries(listeners)) addEventListener(name, run as () => void, { passive: true });
    return () => {
      cancelAnimationFrame(later);
      for (const stop of stops) stop();
      for (const [name, run] of Object.entries(listeners)) removeEventListener(name, run as () => void);
    };
  }, [workspace, feed]);
};

/** Tells whether the spoken word can be seen: it need not be gone back to. */
const useSpokenInView = (): boolean => {
  const { spoken } = useWorkspace();
  const subscribe = useCallback(
    (changed: () => void) => {
      const stop = spoken.subscribe(changed);
      const moved = ['scroll', 'resize'] as const;
      for (const name of moved) addEventListener(name, changed, { passive: true });
      return () => {
        stop();
        for (const name of moved) removeEventListener(name, changed);
      };
    },
    [spoken],
  );
  return useSyncExternalStore(subscribe, () => {
    const word = document.querySelector(`[data-word="${spoken.get().last}"]`);
    if (!word) return false;
    const { top, bottom } = word.getBoundingClientRect();
    return top >= COVERED && bottom <= innerHeight;
  });
};

/** Button back to the words that are playing, shown where the page was scrolled away from them and nothing is written. */
export const BackToSpoken = () => {
  const { sound, panel } = useWorkspace();
  const following = useObservable(sound.following, (following) => following);
  const speaking = useObservable(sound, ({ playing, clip }) => playing && clip === null);
  const writing = useObservable(panel, (panel) => panel !== null);
  return following || !speaking || writing ? null : <BackButton />;
};

const BackButton = () => {
  const { calls } = useTexts();
  const { sound } = useWorkspace();
  if (useSpokenInView()) return null;
  return (
    <button type="button" className={`${styles.back} button small`} onClick={() => sound.following.set(true)}>
      {calls.player.back}
    </button>
  );
};
