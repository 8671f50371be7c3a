import type { AuditEvent } from '@pharos/contract/audit.ts';
import type { ActionWords } from '../texts/en/actions.ts';
import type { Texts } from '../texts/english.ts';

const wordsOf = (action: string, { audit }: Texts): ActionWords =>
  // A server that is newer than this page may have actions without words here.
  Object.hasOwn(audit.actions, action) ? audit.actions[action as keyof typeof audit.actions] : [action, action, ''];

/** A sentence about an event, cut around the words that the name of its record replaces; null where it names none. */
export type EventWords = { before: string; record: string | null; after: string };

/** An event as a sentence: `Anna edited [a call]`, or `Anna tried to edit [a call]` where it was refused or failed. */
export const eventWords = (who: string, { action, outcome }: AuditEvent, texts: Texts): EventWords => {
  const [attempt, done, object] = wordsOf(action, texts);
  const verb = outcome === 'ok' ? done : texts.audit.tried(attempt);
  const [before = '', record = null, after = ''] = `${verb} ${object}`.trim().split(/[{}]/);
  return { before: texts.audit.did(who, before), record, after };
};

/** An action by itself: `Edit a call`. */
export const actionName = (action: string, texts: Texts): string => {
  const [attempt, , object] = wordsOf(action, texts);
  const words = `${attempt} ${object}`.trim().replace(/[{}]/g, '');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};

/** Options of the filter: every known action, and the chosen one, in the order of their words. */
export const actionOptions = (texts: Texts, chosen: string | undefined) => {
  const known = Object.keys(texts.audit.actions);
  const all = chosen === undefined || known.includes(chosen) ? known : [...known, chosen];
  return all
    .map((action) => [action, actionName(action, texts)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));
};
