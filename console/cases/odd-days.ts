import type { Case } from '@pharos/contract/cases.ts';
import type { Texts } from '../texts/english.ts';

type Days = Pick<Case, 'date_of_birth' | 'date_of_death' | 'date_of_service'>;

/** Questions about days that lie before one that they should follow. Days are YYYY-MM-DD, and sort as text. */
export const oddDays = (
  { date_of_birth: born, date_of_death: died, date_of_service: service }: Days,
  { cases }: Pick<Texts, 'cases'>,
): Partial<Record<string, string>> => ({
  ...(born && died && died < born && { date_of_death: cases.before_birth }),
  ...(service && born && service < born && { date_of_service: cases.before_birth }),
  ...(service && died && service < died && { date_of_service: cases.before_death }),
});
