import type { Warning } from '../warning-sentences.ts';
import { countLetters, type ItemList, placeOf } from './item-lists.ts';
import type { Reading } from './words.ts';

/** Values by which programs say that they do not know who speaks. */
const NOBODY = /^(uu|unknown|none|null|undefined|n\/?a|\?|-1|(u_)?ukn.*)$/i;

const lettersIn = ({ words }: Reading): number => words.reduce((sum, { text }) => sum + countLetters(text), 0);

/** Tells a speaker of the file who is one of the transcript, perhaps with a channel in front. */
const isRead = (speaker: string, read: ReadonlySet<string>): boolean =>
  read.has(speaker) || read.has(`ch_${speaker}`) || read.has(speaker.replace(/\s+/g, ' '));

const idsOf = ({ words, names = {} }: Reading): Set<string> => {
  const ids = new Set(words.flatMap(({ speaker }) => (speaker ? [speaker] : [])));
  const halves = [...ids].flatMap((id) =>
    id.includes(':') ? [id.slice(id.indexOf(':') + 1), id.split(':', 1)[0]] : [],
  );
  return new Set([...ids, ...halves.filter((half) => half !== undefined), ...Object.values(names)]);
};

const unreadSpeakers = (lists: readonly ItemList[], reading: Reading): Warning[] => {
  const read = idsOf(reading);
  const found = lists.find(({ speakers, speaker_key = '' }) =>
    [...speakers].some((speaker) => {
      const isNobody = NOBODY.test(speaker) || (speaker === '0' && /tag$/i.test(speaker_key));
      return speaker !== '' && !isNobody && !isRead(speaker, read);
    }),
  );
  if (!found) return [];
  return [{ code: 'speakers_unread', given: { place: placeOf(found, found.speaker_key ?? '') } }];
};

const unreadWords = (lists: readonly ItemList[], letters: number): Warning[] => {
  const found = lists.find((list) => list.time_key !== undefined && list.letters > letters * 1.5 + 20);
  return found ? [{ code: 'words_unread', given: { place: placeOf(found, found.time_key ?? '') } }] : [];
};

const isKnown = ({ time_key = '' }: ItemList): boolean => /^(start|end)(_?time|_?ms)?$/i.test(time_key);
const isByWord = ({ words, items }: ItemList): boolean => words < items * 1.3;

const unreadTimes = (lists: readonly ItemList[], letters: number): Warning[] => {
  const timed = lists.filter((list) => list.time_key !== undefined && list.letters > letters / 2);
  const found = timed.find((list) => isByWord(list) && (!isKnown(list) || !timed.every(isByWord)));
  if (!found) return [];
  return [{ code: 'times_unread', given: { place: placeOf(found, found.time_key ?? '') } }];
};

/** Warnings of what looks like a speaker, a word or a time in a JSON file, and is not in what was read of it. */
export const unreadIn = (lists: readonly ItemList[], reading: Reading): Warning[] => {
  const letters = lettersIn(reading);
  const isEstimated = reading.estimated_times || (reading.repaired.missing_times ?? 0) * 2 > reading.words.length;
  return [
    ...unreadSpeakers(lists, reading),
    ...unreadWords(lists, letters),
    ...(isEstimated ? unreadTimes(lists, letters) : []),
  ];
};
