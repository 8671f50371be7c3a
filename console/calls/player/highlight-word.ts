import type { Word } from '@pharos/contract/transcripts.ts';
import { createObservable, type Observable } from '../../api/observable.ts';
import type { Turn } from '../../transcript/turns.ts';
import type { Playhead } from '../playhead.ts';
import { type SpokenWord, speechOf, spokenAt } from './speech.ts';

/** Spoken word of a playhead, updated a few times a second rather than in every frame. */
export const createSpokenWord = (playhead: Playhead, words: () => readonly Word[]): Observable<SpokenWord> => {
  const at = () => spokenAt(words(), speechOf(words()), playhead.get().at_ms);
  const spoken = createObservable(at());
  playhead.subscribe(() => {
    const [before, now] = [spoken.get(), at()];
    if (before.word !== now.word || before.begun !== now.begun) spoken.set(now);
  });
  return spoken;
};

/**
 * Lights the spoken word of a turn and softens those before it, each in an element with its index. These marks are
 * attributes that React does not write: no turn is drawn again because somebody speaks.
 */
export const paint = (words: readonly Word[], turn: Turn, element: HTMLElement, { word, begun }: SpokenWord): void => {
  const { place } = speechOf(words);
  for (const said of element.querySelectorAll<HTMLElement>('[data-word]')) {
    const index = Number(said.dataset.word);
    if (index < turn.start || index >= turn.end) continue;
    mark(said, 'data-now', index === word);
    mark(said, 'data-said', index !== word && (place[index] as number) < begun);
  }
};

const mark = (element: HTMLElement, name: string, wanted: boolean) => {
  if (element.hasAttribute(name) !== wanted) element.toggleAttribute(name, wanted);
};
