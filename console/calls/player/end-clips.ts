import type { CallWorkspace } from '../state.ts';
import { clipsOf } from './clips.ts';

/** Ends the clips of a voice once something else is asked than its own name; the answer ends the watching. */
export const endClips = ({ panel, sound, reading }: CallWorkspace): (() => void) =>
  panel.subscribe(() => {
    const open = panel.get();
    const [heard] = sound.get().clips;
    if (!open || !heard) return;
    const { draft, turns } = reading();
    const own = open.kind === 'name' && clipsOf(draft.words, turns, open.id)[0]?.from_ms === heard.from_ms;
    if (!own) sound.stopClips();
  });
