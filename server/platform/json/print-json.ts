import { StoredJson } from './stored-json.ts';

/** A value that a handler may answer where the contract says T: the value itself, or its stored text at any depth. */
export type Printable<T> =
  | T
  | StoredJson
  | (T extends (infer E)[] ? Printable<E>[] : T extends object ? { [K in keyof T]: Printable<T[K]> } : never);

/**
 * The envelope of a success as JSON in UTF-8, with stored JSON spliced in. Keys that are undefined are left out.
 * In pieces: a transcript is sent from where it was unpacked, without one more copy of an hour's words.
 */
export const successEnvelope = (data: unknown, message: string | null, request_id: string): Uint8Array[] => {
  const printed = new Printed();
  printed.add({ status: 'success', timestamp: new Date().toISOString(), data, message, request_id });
  return printed.pieces();
};

/** A value as JSON in UTF-8, in one piece. */
export const printed = (value: unknown): Uint8Array => {
  const printed = new Printed();
  printed.add(value);
  return Buffer.concat(printed.pieces());
};

/** Stored JSON from this many bytes on is a piece of its own. */
const PIECE_BYTES = 64 * 1024;

class Printed {
  #text = '';
  #small: Uint8Array[] = [];
  #pieces: Uint8Array[] = [];

  add(value: unknown): void {
    if (value instanceof StoredJson) this.#splice(value);
    else if (Array.isArray(value))
      this.#enclose(
        '[',
        value.map((item) => ['', item]),
        ']',
      );
    else if (typeof value === 'object' && value !== null) {
      const fields = Object.entries(value).filter(([, field]) => field !== undefined);
      this.#enclose(
        '{',
        fields.map(([name, field]) => [`${JSON.stringify(name)}:`, field]),
        '}',
      );
    } else this.#text += JSON.stringify(value);
  }

  pieces(): Uint8Array[] {
    this.#close();
    return this.#pieces;
  }

  #splice({ utf8 }: StoredJson): void {
    this.#small.push(Buffer.from(this.#text));
    this.#text = '';
    if (utf8.length < PIECE_BYTES) this.#small.push(utf8);
    else {
      this.#close();
      this.#pieces.push(utf8);
    }
  }

  #close(): void {
    this.#pieces.push(Buffer.concat([...this.#small, Buffer.from(this.#text)]));
    [this.#small, this.#text] = [[], ''];
  }

  #enclose(open: string, items: [string, unknown][], close: string): void {
    this.#text += open;
    for (const [index, [name, item]] of items.entries()) {
      this.#text += index === 0 ? name : `,${name}`;
      this.add(item);
    }
    this.#text += close;
  }
}
