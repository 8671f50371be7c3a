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
  order?: 'newest';
};

export const WHO = ['theirs', 'ours'] as const;
export const DAYS = [7, 31, 365] as const;

/** Characters of a query, at most. */
export const MAX_CHARACTERS = 500;

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
  return {
    q,
    ...(who && { who }),
    ...(days && { days }),
    ...(direction && { direction }),
    ...(/^[0-9a-f-]{36}$/.test(location_uuid) && { location_uuid }),
    ...(params.get('order') === 'newest' && { order: 'newest' }),
  };
};

/** Part of an address behind `#` for what is asked. */
export const hashOf = ({ q, who, days, direction, location_uuid, order }: Asked): string =>
  Object.entries({ q, who, days, direction, location: location_uuid, order })
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
