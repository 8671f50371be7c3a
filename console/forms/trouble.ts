import { PharosError } from '@pharos/client/error.ts';
import type { Texts } from '../texts/english.ts';

/** Why something was not done, as it is shown: in words, at the fields it is about, and by the request's name. */
export type Trouble = { message: string; fields: Record<string, string[]>; request_id: string | null };

/** The first name of a JSON pointer: `/location_uuids/0` is about the field `location_uuids`. */
const fieldOf = (pointer: string): string => (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/** What an error says to the person who asked. */
export const troubleOf = (error: unknown, { calls, forms, shell }: Texts): Trouble => {
  if (!(error instanceof PharosError)) return { message: shell.unreachable, fields: {}, request_id: null };
  const { status_code, problems, request_id } = error;
  const by_field = Map.groupBy(problems, ({ pointer }) => fieldOf(pointer));
  const fields = Object.fromEntries([...by_field].map(([name, found]) => [name, found.map(({ message }) => message)]));
  const said: Partial<Record<number, string>> = { 401: calls.signed_out, 412: forms.changed_meanwhile };
  return { message: said[status_code] ?? error.message, fields, request_id };
};

/** The trouble of a form that has these fields: with a problem that none of them shows, its words are in the message. */
export const troubleAt = (trouble: Trouble, names: readonly string[], { forms }: Texts): Trouble => {
  const found = Object.keys(trouble.fields);
  const all_shown = found.length > 0 && found.every((name) => names.includes(name));
  return all_shown ? { ...trouble, message: forms.look_at_fields } : trouble;
};
