import type { User } from '@pharos/contract/users.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { isolate } from '../texts/isolate.ts';
import { useTexts } from '../texts/texts.tsx';
import { pagesOf } from './pages.ts';
import { pharos } from './pharos.ts';

/** The people of the home as their page lists them. */
export const userPages = () => pagesOf(['users'], (given) => pharos.users.list(given));

/** One of them, with the ETag that a change names. */
export const userQuery = (user_uuid: string) =>
  queryOptions({ queryKey: ['user', user_uuid], queryFn: ({ signal }) => pharos.users.get({ user_uuid, signal }) });

/** All people of the home, by their uuid: for the names of who did something. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => {
    const people = new Map<string, User>();
    let cursor: string | undefined;
    do {
      const { data } = await pharos.users.list({ limit: 200, cursor, signal });
      for (const user of data.items) people.set(user.uuid, user);
      cursor = data.next_cursor ?? undefined;
    } while (cursor);
    return people;
  },
});

export const nameOfUser = ({ name, email, uuid }: Pick<User, 'name' | 'email' | 'uuid'>): string =>
  isolate(name?.trim() || email || uuid);

/** Names a user by their uuid; the server itself without one. */
export const useWho = (): ((user_uuid: string | null) => string) => {
  const { users } = useTexts();
  const { data } = useQuery(peopleQuery);
  return (user_uuid) => {
    if (user_uuid === null) return users.the_server;
    const user = data?.get(user_uuid);
    return user ? nameOfUser(user) : user_uuid;
  };
};
