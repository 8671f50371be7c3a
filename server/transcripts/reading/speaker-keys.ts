import { isStorable, speakerId } from './fields.ts';
import { isObject, type JsonObject } from './json.ts';
import { isPersonName } from './speaker-names.ts';

/** Keys under which programs write who speaks, the most telling first. */
const SPEAKER_KEYS = [
  ...['speaker', 'speaker_id', 'speakerId', 'speakerID', 'speaker_label', 'speakerLabel', 'speaker_tag', 'speakerTag'],
  ...['spk', 'spk_id', 'spkId', 'speaker_name', 'speakerName'],
];
const NAME_KEYS = ['speaker_name', 'speakerName', 'display_name', 'displayName', 'name', 'label'];
const ID_KEYS = ['id', ...SPEAKER_KEYS, 'label', 'key'];
/** Keys beside the words under which a file says who its speakers are. */
const MAP_KEYS = [
  'speakers',
  'speaker_names',
  'speakerNames',
  'speaker_map',
  'speakerMap',
  'speaker_labels',
  'speakerLabels',
];

const firstIn = (item: JsonObject, keys: readonly string[]): unknown =>
  keys.map((key) => item[key]).find((value) => value !== undefined && value !== null && value !== '');

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** The speaker of a word or a segment, under whichever key its program has: an id, or an object with one. */
export const speakerIn = (item: JsonObject, ...unknowns: string[]): string | undefined => {
  const value = firstIn(item, SPEAKER_KEYS);
  const inside = isObject(value) ? (firstIn(value, ID_KEYS) ?? firstIn(value, NAME_KEYS)) : undefined;
  return speakerId(inside ?? value, ...unknowns);
};

type Named = [id: string, name: string];

const namedIn = (id: unknown, name: unknown): Named[] =>
  isId(id) && typeof name === 'string' ? [[String(id), name.trim()]] : [];

/** `{"spk_0": "Ann"}`, `{"spk_0": {"name": "Ann"}}` and `[{"id": "spk_0", "name": "Ann"}]`. */
const namedInMap = (map: unknown): Named[] => {
  if (Array.isArray(map)) {
    return map.filter(isObject).flatMap((entry) => namedIn(firstIn(entry, ID_KEYS), firstIn(entry, NAME_KEYS)));
  }
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([id, entry]) => namedIn(id, isObject(entry) ? firstIn(entry, NAME_KEYS) : entry));
};

/**
 * Names of the speakers whose ids are given, as far as a file has them: in a map or a list beside the words, or in each
 * item beside its id.
 */
export const namesBeside = (json: JsonObject, ids: ReadonlySet<string>): Record<string, string> => {
  const items = Object.values(json).flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  const inItems = items.flatMap((item) => {
    const [id, name] = [firstIn(item, SPEAKER_KEYS), item.speaker_name ?? item.speakerName];
    if (isObject(id)) return namedIn(firstIn(id, ID_KEYS), firstIn(id, NAME_KEYS));
    return id === name ? [] : namedIn(id, name);
  });
  const named = [...MAP_KEYS.flatMap((key) => namedInMap(json[key])), ...inItems].filter(
    ([id, name]) => ids.has(id) && id !== '__proto__' && name !== '' && isStorable(name) && isPersonName(name),
  );
  return Object.fromEntries(named);
};
