import type { SearchHit } from '@pharos/contract/search.ts';
import { z } from 'zod';
import { cite } from '../answer.ts';
import { CaseUuid, tool } from './tool.ts';

export const search_calls = tool({
  title: 'Search calls',
  description:
    'Find what was said, in all calls that the token may see. A query is words that all have to be said, "an exact phrase", a OR b, -not, prefix*. Every hit is cited.',
  input: {
    query: z.string().min(1).max(500).describe('Words to find'),
    who: z.string().max(255).optional().describe('ours (the funeral home), theirs, or the name of a speaker'),
    case_uuid: CaseUuid.optional(),
    from: z.iso.datetime().optional().describe('Calls since then'),
    to: z.iso.datetime().optional().describe('Calls until then'),
    calls: z.number().int().min(1).max(20).default(10).describe('Calls with hits, at most'),
    cursor: z.string().max(500).optional().describe('next_cursor of the previous answer'),
  },
  run: async ({ query, calls, ...filters }, { client, base_url }) => {
    const { data } = await client.search.post({ body: { q: query, limit: calls, ...filters } });
    const items = data.items.map(({ call, case: found, hits, more }) => ({
      call_uuid: call.uuid,
      case_uuid: found.uuid,
      name: nameOf(found),
      started_at: call.started_at ?? call.created_at,
      more_hits: more,
      citations: hits.map((hit) => ({
        ...cite(base_url, call.uuid, { ...hit, text: matchOf(hit) }),
        around: hit.snippet,
      })),
    }));
    return { items, next_cursor: data.next_cursor, nearest_queries: data.nearest };
  },
});

export const find_people_and_cases = tool({
  title: 'Find people and cases',
  description:
    'Find people who speak in calls, cases and calls by a name (also one that sounds alike), a telephone number or its last four digits, or an id.',
  input: { name: z.string().min(1).max(500).describe('Name, number or id') },
  run: async ({ name }, { client, base_url }) => {
    const { data } = await client.search.names({ body: { q: name, limit: 10 } });
    return {
      people: data.people.map((person) => ({
        ...{ name: person.name, side: person.side, calls: person.calls },
        ...{ latest_call_uuid: person.call.uuid, case_uuid: person.case.uuid },
      })),
      cases: data.cases.map((one) => ({
        case_uuid: one.uuid,
        name: nameOf(one),
        link: `${base_url}/cases/${one.uuid}`,
      })),
      calls: data.calls.map((call) => ({
        ...{ call_uuid: call.uuid, title: call.title ?? call.file_name },
        link: `${base_url}/calls/${call.uuid}`,
      })),
    };
  },
});

/** Words of a hit, without those around them. */
const matchOf = ({ snippet, highlights }: Pick<SearchHit, 'snippet' | 'highlights'>): string =>
  snippet.slice(highlights[0]?.[0], highlights.at(-1)?.[1]);

/** Name of the person that a case is about, as far as it is known. */
export const nameOf = ({ first_name, last_name }: { first_name: string | null; last_name: string | null }) =>
  [first_name, last_name].filter(Boolean).join(' ') || null;
