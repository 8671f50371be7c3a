import type { Word } from '@pharos/contract/transcripts.ts';
import { readCall, type SpokenCall, type WordRange } from '../call.ts';

/** Value of a label, with the words of one turn that bear it out. */
export type Labelled = { value: unknown; quote: string };

/**
 * A call with what a careful listener wrote down, as test/labelled-calls/ holds them. `turns` are pairs of a speaker and
 * the words; each kind of label is read by the scorer of its name.
 */
export type LabelledCall = {
  id: string;
  title: string;
  kind: string;
  home: { name: string; state: string; called_on: string };
  speakers: Record<string, { label: string; side: 'us' | 'them' }>;
  turns: [speaker: string, text: string][];
  labels: { sheet: Record<string, Labelled> } & Record<string, unknown>;
};

/** Milliseconds of a word at 150 words a minute, and of the pause between two turns. */
const WORD_MS = 400;
const PAUSE_MS = 700;

const wordsOfTurn = (text: string): string[] => text.trim().split(/\s+/);

const wordsOf = ({ turns }: LabelledCall): Word[] => {
  let at = 0;
  return turns.flatMap(([speaker, text]) => {
    const words = wordsOfTurn(text).map((word) => {
      at += WORD_MS;
      return { text: word, start_ms: at - WORD_MS, end_ms: at, confidence: 1, speaker };
    });
    at += PAUSE_MS;
    return words;
  });
};

/** Reads a labelled call as the rules do. Without voices the rules are told neither names nor sides. */
export const callOf = (labelled: LabelledCall, { voices = true } = {}): SpokenCall =>
  readCall(wordsOf(labelled), {
    called_on: labelled.home.called_on,
    home: labelled.home.name,
    voices: voices
      ? Object.fromEntries(
          Object.entries(labelled.speakers).map(([speaker, { label, side }]) => [
            speaker,
            { label, side: side === 'us' ? 'ours' : 'theirs' },
          ]),
        )
      : {},
  });

/** Places of a quote's words: one range for each turn that holds them, none for a quote that no turn holds. */
export const rangesOf = (labelled: LabelledCall, quote: string): WordRange[] => {
  let first = 0;
  return labelled.turns.flatMap(([, text]) => {
    const start = first;
    const words = wordsOfTurn(text);
    first += words.length;
    const at = words.join(' ').indexOf(wordsOfTurn(quote).join(' '));
    if (at < 0) return [];
    const before = words.join(' ').slice(0, at).split(' ').length - 1;
    return [{ start_word: start + before, end_word: start + before + wordsOfTurn(quote).length }];
  });
};

/** A label's turn in which a word stands, as "number speaker: text". */
export const turnAt = ({ turns }: LabelledCall, word: number): string => {
  let end = 0;
  for (const [index, [speaker, text]] of turns.entries()) {
    end += wordsOfTurn(text).length;
    if (word < end) return `${index} ${speaker}: ${text}`;
  }
  return '';
};
