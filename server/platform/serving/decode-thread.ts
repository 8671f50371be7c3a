import { routeNamed } from '@pharos/contract/table/routes.ts';
import { Refusal } from '../errors/errors.ts';
import { decodeFile, decodeJson } from './decode-body.ts';

/** Bytes for a thread: a JSON body with the name of its route, which is one object here and another there, or a file. */
export type Undecoded = { route_name: string | null; bytes: Uint8Array };

/** A refusal leaves a thread as data: a thrown class would lose its type on the way. */
export type Decoded = { value: unknown } | { refused: Pick<Refusal, 'status' | 'message' | 'problems'> };

export default ({ route_name, bytes }: Undecoded): Decoded => {
  try {
    return { value: route_name === null ? decodeFile(bytes) : decodeJson(routeNamed(route_name), bytes) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, message, problems } = error;
    return { refused: { status, message, problems } };
  }
};
