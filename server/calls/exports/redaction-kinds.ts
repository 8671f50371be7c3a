import { REDACTION_KINDS, type RedactionKind } from '@pharos/contract/transcripts.ts';
import { invalid, problem } from '../../platform/errors/errors.ts';

const isKind = (name: string): name is RedactionKind => (REDACTION_KINDS as readonly string[]).includes(name);

/** Kinds of a list such as `card_number,bank_account`, or null without one; refuses names that are none. */
export const redactionKinds = (list: string | undefined): RedactionKind[] | null => {
  if (list === undefined) return null;
  const names = list.split(',').map((name) => name.trim());
  const kinds = names.filter(isKind);
  if (kinds.length === names.length) return kinds;
  throw invalid(
    problem('/redact', 'invalid_choice', `must be a list, separated by commas, of ${REDACTION_KINDS.join(', ')}`),
  );
};
