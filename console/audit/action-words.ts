import type { Texts } from '../texts/english.ts';

/** What was done, such as `calls.update`, in the reader's language; what has no words here yet, by its name. */
export const actionWords = (action: string, { audit }: Texts): string =>
  Object.hasOwn(audit.actions, action) ? audit.actions[action as keyof typeof audit.actions] : action;

/** All that can be looked for, in the order of the words. */
export const actionOptions = (texts: Texts, chosen: string | undefined) => {
  const known = Object.keys(texts.audit.actions);
  const all = chosen === undefined || known.includes(chosen) ? known : [...known, chosen];
  return all
    .map((action) => [action, actionWords(action, texts)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));
};
