import { fromSeconds, speakerId } from '../reading/fields.ts';
import { type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { type Item, joinMarks } from '../reading/punctuation.ts';
import { settle } from '../reading/settle.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** Gecko, a tool to annotate recordings. https://github.com/gong-io/gecko */
const readGecko = (json: JsonObject): Reading => {
  const items = objectsIn(json.monologues, 'monologues').flatMap((monologue, i) => {
    const speaker = speakerId(objectAt(monologue, 'speaker').id);
    return objectsIn(monologue.terms, `monologues[${i}].terms`).map(
      ({ text, start, end, type, confidence }): Item => ({
        text,
        start: fromSeconds(start),
        end: fromSeconds(end),
        confidence,
        speaker,
        ...(type === 'PUNCTUATION' && { attaches_to: 'previous' }),
      }),
    );
  });
  return { source: 'manual', ...settle([{ words: joinMarks(items) }]) };
};

export const gecko: JsonFormat = {
  name: 'gecko',
  matches: (json) => someObject(json.monologues, (m) => 'terms' in m),
  read: readGecko,
};
