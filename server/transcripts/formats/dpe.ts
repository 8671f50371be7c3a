import { fromSeconds } from '../reading/fields.ts';
import { hasList, type JsonObject, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { namesOf, speakerNamed } from '../reading/speaker-names.ts';
import { type SpeakerTurn, speakersOver } from '../reading/speaker-turns.ts';
import type { RawWord, Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const UNKNOWN = /^(U_)?UKN(_\d+)?$/;

const turnOf = ({ start, end, speaker }: JsonObject): SpeakerTurn => {
  const name = typeof speaker === 'string' && !UNKNOWN.test(speaker) ? speakerNamed(speaker) : undefined;
  return { start: fromSeconds(start), end: fromSeconds(end), speaker: name };
};

/**
 * The JSON of the Digital Paper Edit tools, corrected by hand: a word belongs to the paragraph in which it begins.
 * https://github.com/pietrop/slate-transcript-editor
 */
const readDpe = (json: JsonObject): Reading => {
  const speakerAt = speakersOver(objectsIn(json.paragraphs, 'paragraphs').map(turnOf));
  const words = objectsIn(json.words, 'words').map((word): RawWord => {
    const start = fromSeconds(word.start);
    return { text: word.text, start, end: fromSeconds(word.end), speaker: speakerAt(start) };
  });
  return { source: 'manual', ...settle([{ words }]), names: namesOf(words.map(({ speaker }) => speaker)) };
};

export const dpe: JsonFormat = {
  name: 'dpe',
  matches: (json) => hasList(json, 'words') && hasList(json, 'paragraphs'),
  read: readDpe,
};
