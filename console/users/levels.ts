import { ACCESS_LEVELS } from '@pharos/contract/table/route.ts';
import { reaches, useMe } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';

/** The levels that the reader may give, each in words. */
export const useLevels = () => {
  const { users } = useTexts();
  const me = useMe();
  return ACCESS_LEVELS.filter((level) => me !== null && reaches(me, level)).map(
    (level) => [level, users.level_options[level]] as const,
  );
};
