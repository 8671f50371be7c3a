import { DIRECTIONS } from '@pharos/contract/call-facts.ts';

/** Query of a search. It is in the address behind `#`, which is sent to no server and no proxy. */
export type Asked = {
  q: string;
  /** `ours` or `theirs`. */
  who?: string;
  /** Days back from now. */
  days?: number;
  direction?: (typeof DIRECTIONS)[number];
  location_uuid?: string;
  case_uuid?: string;
  /** Ways of reaching words that are switched off. */
  without?: readonly Reach[];
  order?: 'newest';
};

/** Ways in which a search reaches words beyond those that were typed. */
export const REACHES = ['trade', 'forms', 'numbers', 'names'] as const;
export type Reach = (typeof REACHES)[number];

export const WHO = ['theirs', 'ours'] as const;
export const DAYS = [7, 31, 365] as const;

/** Characters of a query, at most. */
export const MAX_CHARACTERS = 500;

const A_UUID = /^[0-9a-f-]{36}$/;

/** Query as it is asked while it is still being typed: an open quotation is closed, and what joins nothing left out. */
export const completeQuery = (q: string): string => {
  const joined = q.replace(/(?:\s+(?:OR|-))+\s*$/, '');
  return (joined.match(/["“”„«»]/g) ?? []).length % 2 === 0 ? joined : `${joined}"`;
};

/** Filters of a search, in the order in which they are told. */
const FILTERS = ['who', 'days', 'direction', 'location_uuid', 'case_uuid'] as const;
export type FilterName = (typeof FILTERS)[number];

/** Filters that are set. */
export const setIn = (asked: Asked): FilterName[] => FILTERS.filter((name) => asked[name] !== undefined);

/** A search without one of its filters. */
export const withoutFilter = (asked: Asked, name: FilterName): Asked => {
  const { [name]: _gone, ...rest } = asked;
  return rest;
};

/** Reads the part of an address behind `#`; null where nothing is asked. */
export const readAsked = (hash: string): Asked | null => {
  const params = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => [part.split('=', 1)[0] ?? '', decode(part.slice(part.indexOf('=') + 1))] as const),
  );
  const q = (params.get('q') ?? '').trim().slice(0, MAX_CHARACTERS);
  if (q === '') return null;
  const who = WHO.find((one) => one === params.get('who'));
  const days = DAYS.find((one) => String(one) === params.get('days'));
  const direction = DIRECTIONS.find((one) => one === params.get('direction'));
  const location_uuid = params.get('location') ?? '';
  const case_uuid = params.get('case') ?? '';
  const off = (params.get('without') ?? '').split(',');
  const without = REACHES.filter((one) => off.includes(one));
  return {
    q,
    ...(who && { who }),
    ...(days && { days }),
    ...(direction && { direction }),
    ...(A_UUID.test(location_uuid) && { location_uuid }),
    ...(A_UUID.test(case_uuid) && { case_uuid }),
    ...(without.length > 0 && { without }),
    ...(params.get('order') === 'newest' && { order: 'newest' }),
  };
};

/** Part of an address behind `#` for what is asked. */
export const hashOf = ({ q, who, days, direction, location_uuid, case_uuid, without, order }: Asked): string =>
  Object.entries({
    ...{ q, who, days, direction, location: location_uuid, case: case_uuid },
    ...{ without: without?.length ? without.join(',') : undefined, order },
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encode(String(value))}`)
    .join('&');

// The router decodes percent signs before anybody reads them: a tilde stands in for each.
const encode = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('~', '~7E').replaceAll('%', '~');

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('~', '%'));
  } catch {
    return '';
  }
};
