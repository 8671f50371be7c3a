import type { Case } from '@pharos/contract/cases.ts';

const SHOWN = 8;

/** Cases whose service is on this day or later, the next one first. The day is the reader's own. */
export const servicesAhead = (cases: readonly Case[], now: Date): Case[] => {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return cases
    .filter(({ date_of_service }) => date_of_service !== null && date_of_service >= day)
    .sort((a, b) => ((a.date_of_service as string) < (b.date_of_service as string) ? -1 : 1))
    .slice(0, SHOWN);
};
