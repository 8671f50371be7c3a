import { PharosError } from '@pharos/client/error.ts';
import type { Texts } from '../../texts/english.ts';
import { fieldOf, problemWords, refusalWords } from './refusal-words.ts';

/** Why something was not done, as it is shown: in words, at the fields it is about, and by the request's name. */
export type Trouble = {
  message: string;
  fields: Record<string, string[]>;
  request_id: string | null;
  /** Whether somebody else was faster. */
  is_late: boolean;
};

/** A trouble that the page has found by itself. */
export const told = (message: string): Trouble => ({ message, fields: {}, request_id: null, is_late: false });

/** What an error says to the person who asked. `labels` says how fields are called on the page, where none shows it. */
export const troubleOf = (error: unknown, texts: Texts, labels?: Record<string, string>): Trouble => {
  const message = refusalWords(error, texts, labels);
  if (!(error instanceof PharosError)) return told(message);
  const { code, problems, request_id } = error;
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
    // What the reader can mend in a field is nobody else's matter.
    request_id: by_field.size > 0 ? null : request_id,
    is_late,
  };
};

/** The trouble of a form that has these fields: with a problem that none of them shows, its words are in the message. */
export const troubleAt = (trouble: Trouble, names: readonly string[], { forms }: Texts): Trouble => {
  const found = Object.keys(trouble.fields);
  const all_shown = found.length > 0 && found.every((name) => names.includes(name));
  return all_shown ? { ...trouble, message: forms.look_at_fields } : trouble;
};
