import { termsOf } from '../../transcripts/search/tokens.ts';
import type { SpokenCall } from '../call.ts';

/**
 * Part of a word as rules compare it: folded, without punctuation. `word` is the index of the call's word that holds it;
 * `text` is that word as it was transcribed. `ends` tells the punctuation after the word's last token.
 */
export type Token = { term: string; text: string; word: number; turn: number; ends: '' | ',' | '.' | '?' };

const FILLERS = new Set(['uh', 'um', 'uhm', 'er', 'erm', 'hm', 'hmm', 'ah', 'eh']);
/** Words whose full stop ends no sentence. */
const ABBREVIATIONS = /^(?:dr|mr|mrs|ms|st|jr|sr|mt|ft|no|rd|ave|blvd|prof|rev|fr|[a-z]|[ap]\.?m)\.$/i;
const MAY_REPEAT =
  /^(?:\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|no|[a-z]$|double|triple|ten|eleven|twelve|\w+teen$|\w+ty$)/;

/** Tokens of a call in their order, without fillers and without words that were said twice in a row by mistake. */
export const tokensOf = (call: SpokenCall): Token[] => {
  const tokens: Token[] = [];
  for (const turn of call.turns)
    for (const [offset, { text }] of turn.words.entries()) {
      const terms = termsOf(text).filter((term) => !FILLERS.has(term));
      const ends = endOf(text.trim());
      for (const [place, term] of terms.entries()) {
        const before = tokens.at(-1);
        const isLast = place === terms.length - 1;
        if (before?.term === term && before.turn === turn.index && !before.ends && !MAY_REPEAT.test(term)) {
          if (isLast) before.ends = ends;
          continue;
        }
        const word = turn.start_word + offset;
        tokens.push({ term, text: text.trim(), word, turn: turn.index, ends: isLast ? ends : '' });
      }
      const before = tokens.at(-1);
      if (terms.length === 0 && ends && before?.turn === turn.index && before.ends !== '.' && before.ends !== '?')
        before.ends = ends;
    }
  return tokens;
};

const endOf = (text: string): Token['ends'] => {
  const [, end] = /([?.!…,;:—-])["'”’)]*$/.exec(text) ?? [];
  if (end === undefined || (end === '.' && ABBREVIATIONS.test(text) && text !== 'No.')) return '';
  if (end === '?') return '?';
  return '.!…'.includes(end) ? '.' : ',';
};
