import { isObject } from './json.ts';
import { countWords } from './size-limits.ts';

/** Items at one place of a file, in all lists there: the letters that they hold, and under which keys they say more. */
export type ItemList = {
  path: string;
  items: number;
  words: number;
  letters: number;
  time_key: string | undefined;
  speaker_key: string | undefined;
  speakers: Set<string>;
};

const TEXT_KEY =
  /^(text|word|word_?text|punctuated_?word|content|value|body|transcript|display(_?text)?|token|sentence|utterance)$/i;
const TIME_KEY = /^(t0|t_.*|ts|bg|from|.*(start|begin|offset|timestamp|time).*)$/i;
const SPEAKER_KEY = /^(speaker|spk|participant|talker)[_-]?(id|label|name|tag|idx|index|key|no|number|role)?$/i;
const ALTERNATIVES = /^(alternatives|n_?best|hypotheses)$/i;
/** Places that say once more what was said, or what was made of it. */
const REPEATED = /^(spoken_?form|written_?form)$|translat|summar|chapter|highlight|entit|sentiment|topic|search/i;

const DEEPEST = 12;
const LONGEST_PATH = 80;

const kindOf = (key: string): 'text' | 'time' | 'speaker' | 'other' => {
  if (TEXT_KEY.test(key)) return 'text';
  if (SPEAKER_KEY.test(key)) return 'speaker';
  return TIME_KEY.test(key) ? 'time' : 'other';
};

const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Number of letters and digits; beyond ASCII, of all characters. */
export const countLetters = (text: string): number => {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || (code >= 48 && code <= 57) || isAsciiLetter(code)) letters++;
  }
  return letters;
};

/** Lists by their places. Deeper and longer ones than a speech service writes are not looked at. */
class ItemLists {
  readonly lists = new Map<string, ItemList>();
  readonly #kinds = new Map<string, ReturnType<typeof kindOf>>();

  walk(value: unknown, path: string, depth: number): void {
    if (depth > DEEPEST || path.length > LONGEST_PATH) return;
    if (Array.isArray(value)) {
      for (const item of value) {
        if (isObject(item)) this.#note(item, path);
        this.walk(item, `${path}[]`, depth + 1);
      }
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner !== 'object' || inner === null || REPEATED.test(key)) continue;
        const first = ALTERNATIVES.test(key) && Array.isArray(inner) ? inner.slice(0, 1) : inner;
        this.walk(first, path === '' ? key : `${path}.${key}`, depth + 1);
      }
    }
  }

  #kindOf(key: string) {
    const known = this.#kinds.get(key) ?? kindOf(key);
    this.#kinds.set(key, known);
    return known;
  }

  #note(item: object, path: string): void {
    const list = this.lists.get(path) ?? {
      ...{ path, items: 0, words: 0, letters: 0 },
      ...{ time_key: undefined, speaker_key: undefined, speakers: new Set<string>() },
    };
    this.lists.set(path, list);
    list.items++;
    let text = '';
    for (const [key, value] of Object.entries(item)) {
      const isSaid = value !== null && value !== '';
      const kind = isSaid ? this.#kindOf(key) : 'other';
      if (kind === 'text' && typeof value === 'string') text ||= value;
      else if (kind === 'time' && typeof value !== 'boolean') list.time_key ??= key;
      else if (kind === 'speaker' && (typeof value === 'string' || typeof value === 'number')) {
        list.speaker_key ??= key;
        list.speakers.add(String(value).trim());
      }
    }
    list.words += countWords(text);
    list.letters += countLetters(text);
  }
}

/** Finds the lists of a JSON file, and what their items seem to hold by the names of their keys. */
export const itemListsIn = (json: unknown): ItemList[] => {
  const found = new ItemLists();
  found.walk(json, '', 0);
  return [...found.lists.values()];
};

/** A path as a message may show it: of printable characters, and short. */
export const placeOf = ({ path }: ItemList, key: string): string =>
  Array.from(`${path}[].${key}`.replace(/\p{C}/gu, '\ufffd')).slice(0, LONGEST_PATH).join('');
