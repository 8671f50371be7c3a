import { PharosError } from '@pharos/client/error.ts';
import type { Texts } from '../../texts/english.ts';
import { fieldOf, problemWords, refusalWords } from './refusal-words.ts';

/** Explanation of an error as it is shown: a message, messages by field, and the request's ID if the server failed. */
export type Trouble = {
  message: string;
  fields: Record<string, string[]>;
  request_id: string | null;
  /** True if somebody else changed the record first. */
  is_late: boolean;
};

/** A trouble that the page has found by itself. */
export const told = (message: string): Trouble => ({ message, fields: {}, request_id: null, is_late: false });

/** Explanation of an error for the reader. `labels` names fields that the page does not show. */
export const troubleOf = (error: unknown, texts: Texts, labels?: Record<string, string>): Trouble => {
  const message = refusalWords(error, texts, labels);
  if (!(error instanceof PharosError)) return told(message);
  const { code, problems, request_id, status_code } = error;
  const by_field = Map.groupBy(
    problems.filter(({ pointer }) => pointer !== ''),
    ({ pointer }) => fieldOf(pointer),
  );
  const fields = Object.fromEntries(
    [...by_field].map(([name, found]) => [name, [...new Set(found.map((one) => problemWords(one, texts)))]]),
  );
  const is_late = code === 'version_conflict';
  return {
    message: is_late ? texts.forms.changed_meanwhile : message,
    fields,
    // An administrator can look up what failed on the server; what was refused, the reader can mend.
    request_id: status_code >= 500 ? request_id : null,
    is_late,
  };
};

/** The trouble of a form that has these fields: with a problem that none of them shows, its words are in the message. */
export const troubleAt = (trouble: Trouble, names: readonly string[], { forms }: Texts): Trouble => {
  const found = Object.keys(trouble.fields);
  const all_shown = found.length > 0 && found.every((name) => names.includes(name));
  return all_shown ? { ...trouble, message: forms.look_at_fields } : trouble;
};
