import type { Reply } from './methods.ts';

/** Answer with one page of a list. */
type Page = { items: unknown[]; next_cursor: string | null };
type Lists = (...given: never[]) => Promise<Reply<Page>>;
type ItemOf<M extends Lists> = Awaited<ReturnType<M>>['data']['items'][number];

/**
 * Yields every item of a list, page by page, as it is asked for: `for await (const call of each(pharos.calls.list, {
 * case_uuid }))`. The cursor goes where the list takes it: into the query, or into the body of a search. Throws
 * PharosError as the list does.
 */
export async function* each<M extends Lists>(
  list: M,
  ...[given]: Parameters<M>
): AsyncGenerator<ItemOf<M>, void, undefined> {
  const asked = given as { body?: object } | undefined;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const at = cursor === undefined ? {} : { cursor };
    const page = asked?.body ? { ...asked, body: { ...asked.body, ...at } } : { ...asked, ...at };
    const { data } = await (list as unknown as (given: object) => Promise<Reply<Page>>)(page);
    yield* data.items as ItemOf<M>[];
    cursor = data.next_cursor;
  }
}
