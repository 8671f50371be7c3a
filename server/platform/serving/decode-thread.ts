import { routeNamed } from '@pharos/contract/table/routes.ts';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { Refusal } from '../errors/errors.ts';
import { decodeFile, decodeJson } from './decode-body.ts';

/** Bytes for a thread: a JSON body with the name of its route, which is one object here and another there, or a file. */
export type Undecoded = { route_name: string | null; bytes: Uint8Array };

/** A refusal leaves a thread as data: a thrown class would lose its type on the way. */
export type Decoded = { value: unknown } | { refused: Pick<Refusal, 'status' | 'message' | 'problems'> };

/** Memory from which giving it away is less work than copying it. */
const LARGE_BYTES = 64 * 1024;

/** The memory of large bytes within a value, which is theirs alone. */
const largeIn = (value: unknown): ArrayBuffer[] => {
  if (value instanceof Uint8Array) {
    const { buffer } = value;
    const is_own = buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength;
    return is_own && value.byteLength >= LARGE_BYTES ? [buffer] : [];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [...new Set(Object.values(value).flatMap(largeIn))];
};

/** A value that leaves the thread with its large bytes given away, instead of copied by the thread that serves all. */
const giving = (decoded: Decoded): Decoded => {
  const symbols = { [transferableSymbol]: largeIn(decoded), [valueSymbol]: decoded };
  return move(symbols as never) as unknown as Decoded;
};

export default ({ route_name, bytes }: Undecoded): Decoded => {
  try {
    return giving({ value: route_name === null ? decodeFile(bytes) : decodeJson(routeNamed(route_name), bytes) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, message, problems } = error;
    return { refused: { status, message, problems } };
  }
};
