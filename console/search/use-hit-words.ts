import type { SearchHit } from '@pharos/contract/search.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callQuery } from '../api/calls.ts';
import { speakerOf, textOf, turnOfWord, turnsOf } from '../transcript/turns.ts';
import { orderOf, type Voice, voicesOf } from '../transcript/voices.ts';
import { sentenceOf } from './sentence.ts';

/** Words around a hit whose call has been read: its sentence word by word, and what was said before. */
export type HitWords = {
  /** Words of the hit's snippet; `from` and `to` are characters in it. */
  spoken: { from: number; to: number; start_ms: number }[];
  end_ms: number;
  voice: Voice | null;
  /** Turn before, where the sentence begins its own. */
  before: { voice: Voice | null; text: string } | null;
};

/** Reads the call of a hit that plays; null until it is there. Its page opens at once after that. */
export const useHitWords = (hit: SearchHit): HitWords | null => {
  const { data } = useQuery(callQuery(hit.call_uuid));
  const call = data?.data;
  return useMemo(() => {
    const words = call?.transcript?.words ?? [];
    const sentence = sentenceOf(hit, words);
    if (!call || !sentence) return null;
    const voices = voicesOf(words, call.speaker_labels, orderOf(words));
    const voiceOf = (speaker: string | null) => voices.find(({ id }) => id === speaker) ?? null;
    const said = words.slice(sentence.start, sentence.end);
    let at = 0;
    const spoken = said.map(({ text, start_ms }) => {
      const from = at;
      at += text.length + 1;
      return { from, to: from + text.length, start_ms };
    });
    const turns = turnsOf(words);
    const index = turnOfWord(turns, sentence.start);
    const [turn, previous] = [turns[index], turns[index - 1]];
    const begins = turn?.start === sentence.start && previous !== undefined;
    return {
      spoken,
      end_ms: Math.max(...said.map(({ start_ms, end_ms }) => Math.max(start_ms, end_ms))),
      voice: voiceOf(speakerOf(words[hit.start_word] as (typeof words)[number])),
      before: begins
        ? { voice: voiceOf(previous.speaker), text: textOf(words.slice(previous.start, previous.end)) }
        : null,
    };
  }, [hit, call]);
};
