import { StoredJson } from '../database/stored-json.ts';

/** What a handler may answer where the contract says T: the value, or its stored text at any depth. */
export type Printable<T> =
  | T
  | StoredJson
  | (T extends (infer E)[] ? Printable<E>[] : T extends object ? { [K in keyof T]: Printable<T[K]> } : never);

/** The envelope of a success as JSON in UTF-8, with stored JSON spliced in. Keys that are undefined are left out. */
export const successEnvelope = (data: unknown, message: string | null, request_id: string): Buffer => {
  const printed = new Printed();
  printed.add({ status: 'success', timestamp: new Date().toISOString(), data, message, request_id });
  return printed.bytes();
};

class Printed {
  #text = '';
  #done: Uint8Array[] = [];

  add(value: unknown): void {
    if (value instanceof StoredJson) this.#done.push(Buffer.from(this.#take()), value.utf8);
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

  bytes(): Buffer {
    return Buffer.concat([...this.#done, Buffer.from(this.#text)]);
  }

  #enclose(open: string, items: [string, unknown][], close: string): void {
    this.#text += open;
    for (const [index, [name, item]] of items.entries()) {
      this.#text += index === 0 ? name : `,${name}`;
      this.add(item);
    }
    this.#text += close;
  }

  #take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}
