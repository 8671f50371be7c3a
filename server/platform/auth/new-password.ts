import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { invalid, problem } from '../errors/errors.ts';

/** Score from which zxcvbn's authors hold a password that is stored by a slow hash to be out of reach. */
const SAFE_SCORE = 3;

/** Characters that are looked at: finding the patterns of 200 can take a fifth of a second of everybody's time. */
const LOOKED_AT = 32;

let estimator: ZxcvbnFactory | undefined;

/** Names that a password is not to be made of. */
type Owner = { email: string | null; name?: string | null; organization_name?: string };

/**
 * Refuses (400) a new password that is the user's e-mail address, or would be among the first guesses: one of the 50,000
 * most common of past breaches, also with digits, capitals and symbols added; a repetition, a row of keys, a date, or a
 * name of the user or their organization.
 */
export const requireGoodPassword = (password: string, owner: Owner, pointer: string): void => {
  const { email, name, organization_name } = owner;
  if (password.toLowerCase() === email?.toLowerCase())
    throw invalid(problem(pointer, 'password_is_email', 'must not be your e-mail address'));
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const known = [email, name, organization_name].flatMap((one) => (one ? [one, ...wordsOf(one)] : []));
  if (estimator.check(password.slice(0, LOOKED_AT), known).score >= SAFE_SCORE) return;
  const message = 'is too easy to guess: use several words that do not belong together';
  throw invalid(problem(pointer, 'password_too_common', message));
};

const wordsOf = (name: string) => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
