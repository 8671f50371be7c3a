import { useEffect, useSyncExternalStore } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { useWorkspace } from '../call-workspace.ts';
import { hearNextTurn, SKIP } from './keys.ts';
import { rate } from './playback-settings.ts';

/** The keys of keyboards and headphones, and what a locked screen shows. */
export const useMediaKeys = (title: string, duration_ms: number): void => {
  const workspace = useWorkspace();
  const { sound, playhead } = workspace;
  const playing = useObservable(sound, (state) => state.playing);
  const fast = Number(useSyncExternalStore(rate.subscribe, rate.get));
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    const session = navigator.mediaSession;
    const actions: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: sound.start,
      pause: sound.pause,
      stop: sound.pause,
      seekbackward: ({ seekOffset }) => sound.skip(seekOffset ? -seekOffset * 1000 : -SKIP),
      seekforward: ({ seekOffset }) => sound.skip(seekOffset ? seekOffset * 1000 : SKIP),
      seekto: ({ seekTime }) => sound.seek((seekTime ?? 0) * 1000),
      previoustrack: () => hearNextTurn(workspace, -1),
      nexttrack: () => hearNextTurn(workspace, 1),
    };
    const names = Object.keys(actions) as MediaSessionAction[];
    session.metadata = new MediaMetadata({ title, artist: 'Pharos' });
    for (const name of names) session.setActionHandler(name, actions[name] ?? null);
    return () => {
      session.metadata = null;
      session.playbackState = 'none';
      session.setPositionState();
      for (const name of names) session.setActionHandler(name, null);
    };
  }, [workspace, sound, title]);
  useEffect(() => {
    if (!('mediaSession' in navigator) || duration_ms <= 0) return;
    const session = navigator.mediaSession;
    session.playbackState = playing ? 'playing' : 'paused';
    let told = -1;
    // Between seconds a locked screen goes on by itself.
    const tell = () => {
      const at_ms = Math.min(Math.max(playhead.get().at_ms, 0), duration_ms);
      if (Math.floor(at_ms / 1000) === told) return;
      told = Math.floor(at_ms / 1000);
      session.setPositionState({ duration: duration_ms / 1000, position: at_ms / 1000, playbackRate: fast });
    };
    tell();
    return playhead.subscribe(tell);
  }, [playhead, playing, duration_ms, fast]);
};
