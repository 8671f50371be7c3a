import { isTime } from './fields.ts';

/** A span in milliseconds and who speaks in it, as some files say beside their words. */
export type SpeakerTurn = { start: unknown; end: unknown; speaker: string | undefined };

type Timed = { start: number; end: number; speaker: string | undefined };

const isTimed = (turn: SpeakerTurn): turn is Timed => isTime(turn.start) && isTime(turn.end);

/** Tells who speaks at a time: the turn that began last, if it has not ended; of two at once, the later in the file. */
export const speakersOver = (given: readonly SpeakerTurn[]): ((ms: unknown) => string | undefined) => {
  const turns = given.filter(isTimed).sort((a, b) => a.start - b.start);
  return (ms) => {
    if (!isTime(ms)) return undefined;
    let [low, high] = [0, turns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((turns[middle]?.start ?? Number.POSITIVE_INFINITY) <= ms) low = middle + 1;
      else high = middle;
    }
    const turn = turns[low - 1];
    return turn && ms <= turn.end ? turn.speaker : undefined;
  };
};
