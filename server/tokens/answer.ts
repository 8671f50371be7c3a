import type { Token } from '@pharos/contract/tokens.ts';
import { lower } from '../platform/auth/actor.ts';
import type { TokenRow } from './queries.ts';

/** A token as it is answered: with the level that it has today. */
export const answerToken = ({ token_level, user_level, ...token }: TokenRow): Token => ({
  ...token,
  access_level: lower(user_level, token_level ?? user_level),
});
