import { useEffect } from 'react';
import { useValue } from '../../shell/value.ts';
import { useDesk } from '../desk.ts';
import { SKIP } from './keys.ts';

/** The keys of keyboards and headphones, and what a locked screen shows. */
export const useMediaKeys = (title: string, duration_ms: number): void => {
  const { sound, playhead } = useDesk();
  const playing = useValue(sound, (state) => state.playing);
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    const session = navigator.mediaSession;
    const actions: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: sound.toggle,
      pause: sound.toggle,
      seekbackward: ({ seekOffset }) => sound.skip(seekOffset ? -seekOffset * 1000 : -SKIP),
      seekforward: ({ seekOffset }) => sound.skip(seekOffset ? seekOffset * 1000 : SKIP),
      seekto: ({ seekTime }) => sound.seek((seekTime ?? 0) * 1000),
    };
    const names = Object.keys(actions) as MediaSessionAction[];
    session.metadata = new MediaMetadata({ title, artist: 'Pharos' });
    for (const name of names) session.setActionHandler(name, actions[name] ?? null);
    return () => {
      session.metadata = null;
      for (const name of names) session.setActionHandler(name, null);
    };
  }, [sound, title]);
  useEffect(() => {
    if (!('mediaSession' in navigator) || duration_ms <= 0) return;
    navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
    const position = Math.min(Math.max(playhead.get().at_ms, 0), duration_ms) / 1000;
    navigator.mediaSession.setPositionState({ duration: duration_ms / 1000, position });
  }, [playhead, playing, duration_ms]);
};
