import { readCall, type SpokenCall } from '../call.ts';

/** A call of a talk whose turns are separated by " / ", and which of its words stand in brackets. */
export const readTalk = (talk: string): { call: SpokenCall; isSecret: boolean[] } => {
  const words: { text: string; speaker: string }[] = [];
  const isSecret: boolean[] = [];
  let isInside = false;
  for (const [turn, said] of talk.split(' / ').entries())
    for (const text of said.split(' ')) {
      isInside ||= text.includes('[');
      isSecret.push(isInside);
      if (text.includes(']')) isInside = false;
      words.push({ text: text.replace(/[[\]]/g, ''), speaker: String(turn % 2) });
    }
  const call = readCall(
    words.map((word, index) => ({ ...word, start_ms: index * 300, end_ms: index * 300 + 300, confidence: 1 })),
    { called_on: '2026-11-30T10:00:00-05:00' },
  );
  return { call, isSecret };
};
