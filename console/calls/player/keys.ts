import { voiceAsked } from '../actions.ts';
import type { Desk } from '../desk.ts';
import { goToUnnamed } from '../moves.ts';
import type { Voice } from '../voices.ts';
import { clipsOf } from './clips.ts';

/** Milliseconds that J and L go. */
export const SKIP = 5000;

/** What the keys do while there is something to be heard. */
export const SOUND_KEYS: Record<string, (desk: Desk) => void> = {
  ' ': ({ sound }) => sound.toggle(),
  k: ({ sound }) => sound.toggle(),
  j: ({ sound }) => sound.skip(-SKIP),
  l: ({ sound }) => sound.skip(SKIP),
  h: (desk) => hearAsked(desk),
};

/** Plays where a voice is heard best. */
export const hearVoice = (desk: Desk, { id }: Voice): void => {
  const { draft, turns } = desk.reading();
  desk.sound.playClips(clipsOf(draft.words, turns, id));
};

const hearAsked = (desk: Desk): void => {
  if (!voiceAsked(desk)) goToUnnamed(desk);
  const voice = voiceAsked(desk);
  if (voice) hearVoice(desk, voice);
};
