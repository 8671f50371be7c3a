import type { Word } from '@pharos/contract/transcripts.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { numbersIn } from './numbers.ts';
import { termsOf } from './tokens.ts';

/** Version of the format of documents; one of another format is built again. */
export const DOCUMENT_FORMAT = 1;

/** Marks a number's reading among the terms: "#5040" stands for 5040 however it was said or written. */
export const NUMBER = '#';

/**
 * Searchable form of one transcript: each term with its places. A place is a token's, counted from 0. Places of a
 * number (`#…`) come with the count of tokens that it takes.
 */
export type Document = {
  tokens: number;
  /** Each term with its places. */
  terms: Terms;
  /** The transcript's word that a token is in. */
  wordOf(place: number): number;
  /** The speaker of a word, as the transcript has it. */
  speakerOf(word: number): string | null;
  /** The words, from the first to the one before `end`, that one speaker says in a row around a word. */
  turnOf(word: number): { start: number; end: number };
};

/** Terms of a document in its bytes, of which places are read when they are asked for: a search needs those of few. */
export class Terms {
  readonly #bytes: Buffer;
  readonly #places = new Map<string, number>();

  /** `reader` is at the terms, and comes behind them. */
  constructor(reader: ByteReader) {
    this.#bytes = reader.bytes;
    for (let left = reader.number(); left > 0; left -= 1) {
      const term = reader.text();
      this.#places.set(term, reader.at);
      reader.skip(reader.number() * (term.startsWith(NUMBER) ? 2 : 1));
    }
  }

  get size(): number {
    return this.#places.size;
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  get(term: string): Places | undefined {
    const at = this.#places.get(term);
    return at === undefined ? undefined : readPlaces(new ByteReader(this.#bytes, at), term.startsWith(NUMBER));
  }

  *[Symbol.iterator](): IterableIterator<[string, Places]> {
    for (const term of this.keys()) yield [term, this.get(term) as Places];
  }
}

/** Places in rising order, and, for numbers, how many tokens each takes. */
export type Places = { places: number[]; lengths: number[] | null };

/** Builds what is searched of a transcript, as bytes. About a twentieth of the transcript's JSON. */
export const buildDocument = (words: readonly Word[]): Buffer => {
  const terms: string[] = [];
  const word_of: number[] = [];
  for (const [index, { text }] of words.entries())
    for (const term of termsOf(text)) {
      terms.push(term);
      word_of.push(index);
    }
  const speakers = words.map(({ speaker }) => speaker ?? null);
  const postings = new Map<string, Places>();
  for (const [place, term] of terms.entries()) add(postings, term, place, null);
  const breaks = (place: number) => speakers[word_of[place] as number] !== speakers[word_of[place - 1] as number];
  for (const { digits, start, end } of numbersIn(terms, breaks)) add(postings, NUMBER + digits, start, end - start);
  const writer = new ByteWriter();
  writer.number(DOCUMENT_FORMAT);
  writer.number(terms.length);
  writer.number(words.length);
  writeWordMap(writer, word_of);
  writeTurns(writer, speakers);
  writeTerms(writer, postings);
  return writer.done();
};

const add = (postings: Map<string, Places>, term: string, place: number, length: number | null) => {
  let found = postings.get(term);
  if (!found) {
    found = { places: [], lengths: length === null ? null : [] };
    postings.set(term, found);
  }
  found.places.push(place);
  if (length !== null) found.lengths?.push(length);
};

// Almost every word is one token: only where the step from a token's word to the next one's is not 1 is it written down.
const writeWordMap = (writer: ByteWriter, word_of: readonly number[]) => {
  const steps: [gap: number, step: number][] = [];
  let last = 0;
  for (let place = 0; place < word_of.length; place += 1) {
    const step = (word_of[place] as number) - (place === 0 ? -1 : (word_of[place - 1] as number));
    if (step === 1) continue;
    steps.push([place - last, step]);
    last = place;
  }
  writer.number(steps.length);
  for (const [gap, step] of steps) {
    writer.number(gap);
    writer.number(step);
  }
};

const writeTurns = (writer: ByteWriter, speakers: readonly (string | null)[]) => {
  const ids = [...new Set(speakers)];
  writer.number(ids.length);
  // The first byte tells a speaker without an id from one whose id is empty.
  for (const id of ids) writer.text(id === null ? '-' : `+${id}`);
  const turns: [length: number, speaker: number][] = [];
  for (const [word, speaker] of speakers.entries()) {
    const turn = turns.at(-1);
    if (turn && speaker === speakers[word - 1]) turn[0] += 1;
    else turns.push([1, ids.indexOf(speaker)]);
  }
  writer.number(turns.length);
  for (const [length, speaker] of turns) {
    writer.number(length);
    writer.number(speaker);
  }
};

const writeTerms = (writer: ByteWriter, postings: Map<string, Places>) => {
  writer.number(postings.size);
  for (const [term, { places, lengths }] of postings) {
    writer.text(term);
    writer.number(places.length);
    let before = 0;
    for (const [index, place] of places.entries()) {
      writer.number(place - before);
      before = place;
      if (lengths) writer.number(lengths[index] as number);
    }
  }
};

/** Reads the bytes that buildDocument made; throws where they are of another format. */
export const readDocument = (bytes: Uint8Array): Document => {
  const reader = new ByteReader(bytes);
  if (reader.number() !== DOCUMENT_FORMAT) throw new Error('a search document of another format');
  const tokens = reader.number();
  const words = reader.number();
  const word_of = readWordMap(reader, tokens);
  const { speakers, turns } = readTurns(reader, words);
  const terms = new Terms(reader);
  const turnAt = (word: number) => {
    let low = 0;
    let high = turns.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((turns[middle] as Turn).start <= word) low = middle;
      else high = middle - 1;
    }
    return turns[low] as Turn;
  };
  return {
    tokens,
    terms,
    wordOf: (place) => word_of[place] as number,
    speakerOf: (word) => speakers[turnAt(word).speaker] ?? null,
    turnOf: (word) => turnAt(word),
  };
};

type Turn = { start: number; end: number; speaker: number };

const readWordMap = (reader: ByteReader, tokens: number): Uint32Array => {
  const word_of = new Uint32Array(tokens);
  let odd = reader.number();
  let next = odd > 0 ? reader.number() : -1;
  let word = -1;
  for (let place = 0; place < tokens; place += 1) {
    let step = 1;
    if (place === next) {
      step = reader.number();
      odd -= 1;
      next = odd > 0 ? place + reader.number() : -1;
    }
    word += step;
    word_of[place] = word;
  }
  return word_of;
};

const readTurns = (reader: ByteReader, words: number) => {
  const speakers = Array.from({ length: reader.number() }, () => {
    const id = reader.text();
    return id === '-' ? null : id.slice(1);
  });
  const turns: Turn[] = [];
  let start = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    const end = start + reader.number();
    turns.push({ start, end, speaker: reader.number() });
    start = end;
  }
  if (turns.length === 0) turns.push({ start: 0, end: words, speaker: 0 });
  return { speakers, turns };
};

const readPlaces = (reader: ByteReader, is_number: boolean): Places => {
  const count = reader.number();
  const places = new Array<number>(count);
  const lengths = is_number ? new Array<number>(count) : null;
  let place = 0;
  for (let index = 0; index < count; index += 1) {
    place += reader.number();
    places[index] = place;
    if (lengths) lengths[index] = reader.number();
  }
  return { places, lengths };
};
