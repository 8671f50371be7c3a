import { CallUpdate } from '@pharos/contract/calls.ts';
import type { Changes } from './change.ts';

// The contract is the list of what people and programs may write; a body's other fields are ignored.
const WRITABLE = Object.keys(CallUpdate.properties) as (keyof CallUpdate)[];

type Body = { [F in keyof CallUpdate]?: Changes[F] | null };

/** The writable fields that a body names, null where it says null. */
export const writableFields = (body: Body): Changes =>
  Object.fromEntries(WRITABLE.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));

/** The writable fields that a body gives a value: null, as in a PUT, counts as absent. */
export const givenFields = (body: Body): Changes =>
  Object.fromEntries(Object.entries(writableFields(body)).filter(([, value]) => value !== null));
