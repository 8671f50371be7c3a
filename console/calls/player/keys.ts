import { turnOfWord } from '../../transcript/turns.ts';
import type { Voice } from '../../transcript/voices.ts';
import { voiceAsked } from '../actions.ts';
import { goToUnnamed } from '../cursor.ts';
import type { CallWorkspace } from '../state.ts';
import { clipsOf } from './clips.ts';
import { hearWord, playOrPause } from './play-from-cursor.ts';

/** Milliseconds that J and L go. */
export const SKIP = 5000;

/** Actions by key while there is a recording. */
export const SOUND_KEYS: Record<string, (workspace: CallWorkspace) => void> = {
  ' ': playOrPause,
  k: playOrPause,
  Enter: hearWord,
  j: ({ sound }) => sound.skip(-SKIP),
  l: ({ sound }) => sound.skip(SKIP),
  h: (workspace) => hearAsked(workspace),
};

/** Plays the clearest clips of a speaker. */
export const hearVoice = (workspace: CallWorkspace, { id }: Voice): void => {
  const { draft, turns } = workspace.reading();
  workspace.sound.playClips(clipsOf(draft.words, turns, id));
};

/** Milliseconds into a turn after which going back is to its own beginning. */
const BEGUN = 2000;

/** Plays from the turn after what is being said, or from the one before. */
export const hearNextTurn = ({ sound, spoken, playhead, reading }: CallWorkspace, step: 1 | -1): void => {
  const { turns } = reading();
  const at = turnOfWord(turns, Math.max(spoken.get().last, 0));
  const begun = playhead.get().at_ms - (turns[at]?.start_ms ?? 0) > BEGUN;
  const turn = turns[step === -1 && begun ? at : Math.max(at + step, 0)];
  if (turn) sound.hear(turn.start_ms);
};

const hearAsked = (workspace: CallWorkspace): void => {
  if (!voiceAsked(workspace)) goToUnnamed(workspace);
  const voice = voiceAsked(workspace);
  if (voice) hearVoice(workspace, voice);
};
