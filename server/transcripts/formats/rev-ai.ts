import { fromSeconds, isStorable, speakerId } from '../reading/fields.ts';
import { isEmptyList, type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { type Item, joinMarks } from '../reading/punctuation.ts';
import { settle } from '../reading/settle.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const itemOf = (element: JsonObject, speaker: string | undefined): Item => ({
  text: element.value,
  start: fromSeconds(element.ts),
  end: fromSeconds(element.end_ts),
  // What could not be heard, such as <inaudible>, is of type "unknown".
  confidence: element.type === 'unknown' ? undefined : element.confidence,
  speaker,
  ...(element.type === 'punct' && { attaches_to: 'previous' }),
});

/** `speaker_info` names the speakers, if only by their numbers where nobody has named them. */
const namesIn = (monologues: readonly JsonObject[]): Record<string, string> => {
  const named = monologues.flatMap((monologue): [string, string][] => {
    const [id, { display_name: name }] = [speakerId(monologue.speaker), objectAt(monologue, 'speaker_info')];
    if (id === undefined || id === '__proto__' || typeof name !== 'string' || !isStorable(name)) return [];
    return name.trim() === '' || /^speaker \d+$/i.test(name.trim()) ? [] : [[id, name.trim()]];
  });
  return Object.fromEntries(named);
};

/**
 * Rev.ai: elements of type text, punct (also the spaces between words, without times) and unknown.
 * https://docs.rev.ai/api/asynchronous/get-started/
 */
const readRevAi = (json: JsonObject): Reading => {
  const monologues = objectsIn(json.monologues, 'monologues');
  const items = monologues.flatMap((monologue, i) => {
    const speaker = speakerId(monologue.speaker);
    return objectsIn(monologue.elements, `monologues[${i}].elements`).map((element) => itemOf(element, speaker));
  });
  return { source: 'rev_ai', ...settle([{ words: joinMarks(items) }]), names: namesIn(monologues) };
};

const isRevAi = ({ monologues }: JsonObject) =>
  isEmptyList(monologues) || someObject(monologues, (m) => 'elements' in m);

export const revAi: JsonFormat = { name: 'rev_ai', matches: isRevAi, read: readRevAi };
