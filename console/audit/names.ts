import { queryOptions, useQuery } from '@tanstack/react-query';
import { locationsQuery } from '../api/locations.ts';
import { pharos } from '../api/pharos.ts';
import { nameOfUser, peopleQuery } from '../api/users.ts';
import { titleOf } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import { useLocale } from '../texts/texts.tsx';

/** Number of newest cases and calls whose names are shown. Lists are read for it: one event for each, not one for each name. */
const NAMED = 200;
const MINUTES = 60_000;

const newestCases = queryOptions({
  queryKey: ['names', 'cases'],
  staleTime: 5 * MINUTES,
  queryFn: async ({ signal }) => (await pharos.cases.list({ limit: NAMED, signal })).data.items,
});
const newestCalls = queryOptions({
  queryKey: ['names', 'calls'],
  staleTime: 5 * MINUTES,
  queryFn: async ({ signal }) => (await pharos.calls.list({ limit: NAMED, signal })).data.items,
});

/** Tells how a thing is called by its uuid, where the reader may see it; null where that is not known. */
export const useNames = (): ((uuid: string) => string | null) => {
  const { texts, formats } = useLocale();
  const cases = useQuery(newestCases).data;
  const calls = useQuery(newestCalls).data;
  const locations = useQuery(locationsQuery).data;
  const people = useQuery(peopleQuery).data;
  return (uuid) => {
    const one = cases?.find((one) => one.uuid === uuid);
    if (one) return personOf(one, texts);
    const call = calls?.find((call) => call.uuid === uuid);
    if (call) return titleOf(call, texts, formats);
    const user = people?.get(uuid);
    if (user) return nameOfUser(user);
    return locations?.find((location) => location.uuid === uuid)?.name ?? null;
  };
};
