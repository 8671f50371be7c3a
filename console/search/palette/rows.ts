import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import type { SearchGroup, SearchHit } from '@pharos/contract/search.ts';
import type { NamedPerson, NamesFound } from '@pharos/contract/search-names.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Place } from '../../ui/visited.ts';

/** Parts of the palette, in their order; Tab goes through those that can be asked for alone. */
export const SCOPES = ['all', 'people', 'cases', 'calls', 'words'] as const;
export type Scope = (typeof SCOPES)[number];

export type Action = { name: string; icon: IconName; keys?: readonly string[]; run(): void };

/** Row of the palette: a thing to go to, or to do. */
export type Row =
  | { kind: 'people'; id: string; person: NamedPerson }
  | { kind: 'cases'; id: string; one: Case }
  | { kind: 'calls'; id: string; call: ListedCall }
  | { kind: 'words'; id: string; hit: SearchHit; group: SearchGroup }
  | { kind: 'actions'; id: string; action: Action }
  | { kind: 'places'; id: string; place: Place };

/** Rows of each part at most, where all are shown. */
const MOST = { people: 3, cases: 2, calls: 3, words: 3 };
/** Rows of one part that is asked for alone. */
export const MOST_ALONE = 10;

type Found = { names: NamesFound | undefined; groups: readonly SearchGroup[] };

/** Rows for what was found, of all parts or of one. */
export const rowsOf = ({ names, groups }: Found, scope: Scope): Row[] => {
  const upTo = <T>(kind: keyof typeof MOST, things: readonly T[] = []) =>
    scope === 'all' ? things.slice(0, MOST[kind]) : scope === kind ? things.slice(0, MOST_ALONE) : [];
  return [
    ...upTo('people', names?.people).map(
      (person, index): Row => ({ kind: 'people', id: `p-${index}-${person.call.uuid}`, person }),
    ),
    ...upTo('cases', names?.cases).map((one): Row => ({ kind: 'cases', id: `k-${one.uuid}`, one })),
    ...upTo('calls', names?.calls).map((call): Row => ({ kind: 'calls', id: `c-${call.uuid}`, call })),
    ...upTo('words', groups).flatMap((group): Row[] => {
      const [hit] = group.hits;
      return hit ? [{ kind: 'words', id: `w-${hit.call_uuid}-${hit.start_word}`, hit, group }] : [];
    }),
  ];
};

/** Address that a row leads to; null for an action. */
export const hrefOf = (row: Row): string | null => {
  switch (row.kind) {
    case 'people':
      return `/calls/${row.person.call.uuid}`;
    case 'cases':
      return `/cases/${row.one.uuid}`;
    case 'calls':
      return `/calls/${row.call.uuid}`;
    case 'words':
      return `/calls/${row.hit.call_uuid}#t=${row.hit.start_ms / 1000}`;
    case 'places':
      return row.place.href;
    case 'actions':
      return null;
  }
};
