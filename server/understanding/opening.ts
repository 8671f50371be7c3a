import { endsSentence } from '../transcripts/turns.ts';
import type { Side, SpokenCall, SpokenTurn, WordRange } from './call.ts';

/** Words in a row of one speaker, with their times in milliseconds. */
export type Quote = WordRange & { speaker: string | null; text: string; start_ms: number; end_ms: number };

/** Stretch of time, in milliseconds. */
export type Stretch = { start_ms: number; end_ms: number };

/** Voice without a label: how often it speaks, its clearest words, and stretches to know it by. */
export type UnnamedVoice = { speaker: string | null; turns: number; quote: Quote; clips: Stretch[] };

/** Opening of a call, as a card of it shows: what the other side says first, and who has no name yet. */
export type Opening = {
  quote: Quote | null;
  /** Voices without a name, in the order of their first words, at most six. */
  unnamed: UnnamedVoice[];
  unnamed_count: number;
  /** Side that talks most in each of equal parts of the call; null where nobody does, or nobody has said whose it is. */
  sides: { part_ms: number; parts: Side[] };
};

/** Characters after which an opening is long enough, and that it has at most. */
const ENOUGH = 28;
const MOST = 140;
const VOICES = 6;
const CLIPS = 3;
const CLIP_MS = 6000;
const PARTS = 48;

/** Reads how a call opens. */
export const openingOf = (call: SpokenCall, direction: string | null = null): Opening => {
  const spoken = call.turns.filter(({ text }) => text.trim() !== '');
  const voices = [...Map.groupBy(spoken, ({ speaker }) => speaker)].filter(([, turns]) => turns[0]?.label === null);
  const turn = openingTurn(spoken, direction);
  return {
    quote: turn ? quoteOf(turn) : null,
    unnamed: voices.slice(0, VOICES).map(([speaker, turns]) => {
      const longest = turns.toSorted((a, b) => lengthOf(b) - lengthOf(a));
      return {
        speaker,
        turns: turns.length,
        quote: quoteOf(longest[0] as SpokenTurn),
        clips: longest
          .slice(0, CLIPS)
          .map(({ start_ms, end_ms }) => ({ start_ms, end_ms: Math.min(end_ms, start_ms + CLIP_MS) }))
          .sort((a, b) => a.start_ms - b.start_ms),
      };
    }),
    unnamed_count: voices.length,
    sides: sidesOf(spoken),
  };
};

const lengthOf = ({ start_ms, end_ms }: Stretch) => Math.min(end_ms - start_ms, CLIP_MS);

/** First turn of the other side: as sides tell it, or else of whoever answers the greeting of whoever was called. */
const openingTurn = (turns: readonly SpokenTurn[], direction: string | null): SpokenTurn | undefined => {
  const [first] = turns;
  const theirs = turns.find(({ side }) => side === 'theirs');
  const not_ours = turns.some(({ side }) => side === 'ours') ? turns.find(({ side }) => side !== 'ours') : undefined;
  const answers = direction === 'incoming' ? turns.find(({ speaker }) => speaker !== first?.speaker) : undefined;
  const known = theirs && not_ours && not_ours.start_word < theirs.start_word ? not_ours : theirs;
  return known ?? not_ours ?? answers ?? first;
};

/** The first sentences of a turn, until they say something. */
const quoteOf = ({ words, speaker, start_word }: SpokenTurn): Quote => {
  let text = '';
  let count = 0;
  for (const word of words) {
    const longer = `${text} ${word.text.trim()}`.trim();
    if (longer.length > MOST && count > 0) break;
    text = longer;
    count++;
    if (text.length >= ENOUGH && endsSentence(text)) break;
  }
  const said = words.slice(0, count);
  return {
    start_word,
    end_word: start_word + count,
    speaker,
    text: count < words.length && !endsSentence(text) ? `${text}…` : text,
    start_ms: Math.min(...said.map(({ start_ms }) => start_ms)),
    end_ms: Math.max(...said.map(({ start_ms, end_ms }) => Math.max(start_ms, end_ms))),
  };
};

const sidesOf = (turns: readonly SpokenTurn[]): Opening['sides'] => {
  const part_ms = Math.max(1, turns.reduce((last, { end_ms }) => Math.max(last, end_ms), 0) / PARTS);
  const talk = Array.from({ length: PARTS }, () => ({ ours: 0, theirs: 0 }));
  for (const { side, words } of turns) {
    if (side === null) continue;
    for (const { start_ms, end_ms } of words) {
      const part = talk[Math.min(Math.floor(start_ms / part_ms), PARTS - 1)];
      if (part) part[side] += Math.max(end_ms - start_ms, 1);
    }
  }
  const parts = talk.map(({ ours, theirs }): Side => (ours + theirs === 0 ? null : ours >= theirs ? 'ours' : 'theirs'));
  return { part_ms, parts };
};
