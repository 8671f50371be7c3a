import type { CallWorkspace } from '../state.ts';
import { clipsOf } from './clips.ts';

/** Ends the clips of a speaker once something else than their name is asked for; the returned function ends that. */
export const endClips = ({ panel, sound, reading }: CallWorkspace): (() => void) =>
  panel.subscribe(() => {
    const open = panel.get();
    const [heard] = sound.get().clips;
    if (!open || !heard) return;
    const { draft, turns } = reading();
    const own = open.kind === 'name' && clipsOf(draft.words, turns, open.id)[0]?.from_ms === heard.from_ms;
    if (!own) sound.stopClips();
  });
