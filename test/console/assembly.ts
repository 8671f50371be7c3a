import type { Word } from '@pharos/contract/transcripts.ts';

export const WORDS = 40_000;
export const SPEAKERS = 200;

/** Four hours in which two hundred people talk, in turns of 1 to 60 words. */
export const assembly = (): Word[] => {
  const words: Word[] = [];
  for (let turn = 0; words.length < WORDS; turn++) {
    const length = Math.min(1 + ((turn * 7919) % 60), WORDS - words.length);
    for (let n = 0; n < length; n++) {
      const start_ms = words.length * 360;
      const text = n === length - 1 ? 'done.' : `word${words.length}`;
      words.push({ text, start_ms, end_ms: start_ms + 300, confidence: 0.95, speaker: String((turn * 31) % SPEAKERS) });
    }
  }
  return words;
};

/** Script that notes for every frame the first place down the middle of the window that shows no turn. */
export const WATCH = `
  window.frames_seen = 0; window.blank = [];
  const look = () => {
    window.frames_seen++;
    for (let y = 140; y < innerHeight - 10; y += 40) {
      const there = document.elementsFromPoint(500, y);
      if (there[0]?.closest('[role=feed]') && there.some((element) => element.matches('article'))) continue;
      window.blank.push([Math.round(scrollY), y]);
      break;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;
