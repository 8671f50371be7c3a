import type { Word } from '@pharos/contract/transcripts.ts';
import { confidenceOf, textOf, timeOf } from './fields.ts';
import { fillTimes } from './fill-times.ts';
import { withoutMarkers } from './markers.ts';
import { joinPieces } from './pieces.ts';
import { requireFewWords } from './size-limits.ts';
import { spellAs } from './spelling.ts';
import { warningsFor } from './warnings.ts';
import { type CheckedWord, count, type RawWord, type Repairs, type Track } from './words.ts';

type Placed = { word: Word; at: number };

const check = (raw: RawWord, place: string, repairs: Repairs): CheckedWord => {
  const { speaker, within, cue_start } = raw;
  const sent = confidenceOf(raw.confidence, place);
  const confidence = sent === undefined ? undefined : Math.min(1, Math.max(0, sent));
  if (confidence !== sent) count(repairs, 'confidence_clamped');
  const { text, markers } = withoutMarkers(textOf(raw.text, place));
  count(repairs, 'markers_removed', markers);
  const start = timeOf(raw.start, place);
  let end = timeOf(raw.end, place);
  if (start !== undefined && end !== undefined && end < start) {
    count(repairs, 'end_before_start');
    end = start;
  }
  return {
    text: text.trim(),
    begins_with_space: /^\s/.test(text),
    ends_with_space: /\s$/.test(text),
    start,
    end,
    confidence,
    speaker,
    within,
    cue_start,
  };
};

const place = ({ text, start = 0, end = start, confidence = 0, speaker, cue_start }: CheckedWord): Placed => {
  const word: Word = { text, start_ms: start, end_ms: Math.max(start, end), confidence };
  if (speaker !== undefined) word.speaker = speaker;
  return { word, at: cue_start ?? start };
};

const bySegment = (words: readonly CheckedWord[]): CheckedWord[][] => {
  const segments: CheckedWord[][] = [];
  for (const word of words) {
    const last = segments.at(-1);
    if (last && last[0]?.within === word.within) last.push(word);
    else segments.push([word]);
  }
  return segments;
};

/** Words spelled as their segments' texts, and the pieces of words joined. */
const spell = (
  words: readonly CheckedWord[],
  in_pieces: boolean,
  repairs: Repairs,
): { words: CheckedWord[]; unsaid: number } => {
  let unsaid = 0;
  const spelled = bySegment(words).flatMap((segment) => {
    const text = segment[0]?.within?.text;
    if (text === undefined) return segment;
    const result = spellAs(withoutMarkers(text).text, segment);
    count(repairs, 'respelled', result.respelled);
    unsaid += result.unsaid;
    return result.words;
  });
  const whole = in_pieces ? joinPieces(spelled) : spelled;
  count(repairs, 'pieces_joined', words.length - whole.length);
  return { words: whole, unsaid };
};

const settleTrack = ({ words, channel, in_pieces = false }: Track, repairs: Repairs) => {
  const suffix = channel === undefined ? '' : ` of channel ${channel}`;
  const checked = words.map((raw, index) => check(raw, `Word ${index}${suffix}`, repairs));
  const spoken = checked.filter(({ text }) => text !== '');
  count(repairs, 'blank_text', checked.length - spoken.length);
  const { words: spelled, unsaid } = spell(spoken, in_pieces, repairs);
  count(repairs, 'missing_times', fillTimes(spelled));
  const placed = spelled.map(place);
  const early = placed.filter(({ at }, index) => at < (placed[index - 1]?.at ?? 0));
  count(repairs, 'out_of_order', early.length);
  return { placed, unsaid };
};

/**
 * Turns raw words into a transcript's: checks them, repairs what can be repaired and counts it, and merges the tracks
 * by start time. Throws NotImportable with the index of the word, counted from 0 in its track.
 */
export const settle = (tracks: readonly Track[], repaired: Repairs = {}) => {
  requireFewWords(tracks.reduce((sum, { words }) => sum + words.length, 0));
  const settled = tracks.map((track) => settleTrack(track, repaired));
  const merged = settled.flatMap(({ placed }) => placed).sort((a, b) => a.at - b.at);
  const warnings = warningsFor(settled.map(({ placed }) => placed.map(({ word }) => word)));
  const unsaid = settled.reduce((sum, track) => sum + track.unsaid, 0);
  if (unsaid > 0) warnings.push({ code: 'words_untimed', given: { count: unsaid } });
  return { words: merged.map(({ word }) => word), repaired, warnings };
};
