import { z } from 'zod';
import { cite } from '../answer.ts';
import { nameOf } from './search.ts';
import { CaseUuid, tool } from './tool.ts';

export const list_cases = tool({
  title: 'List cases',
  description: 'List cases, newest first, or those with some words in their name, external id or summary.',
  input: {
    words: z.string().max(200).optional().describe('Words of the name, external id or summary'),
    cursor: z.string().max(500).optional().describe('next_cursor of the previous answer'),
  },
  run: async ({ words, cursor }, { client, base_url }) => {
    const { data } = await client.cases.list({ q: words, cursor, limit: 20 });
    const items = data.items.map((one) => ({
      ...{ case_uuid: one.uuid, name: nameOf(one), external_id: one.external_id, summary: one.summary },
      ...{ date_of_death: one.date_of_death, date_of_service: one.date_of_service },
      link: `${base_url}/cases/${one.uuid}`,
    }));
    return { items, next_cursor: data.next_cursor };
  },
});

export const read_case = tool({
  title: 'Read a case',
  description: 'Read a case, its calls, and the values that people approved in them, each cited.',
  input: { case_uuid: CaseUuid },
  run: async ({ case_uuid }, { client, base_url }) => {
    const [{ data }, { data: approved }] = await Promise.all([
      client.cases.get({ case_uuid }),
      client.generations.approved({ case_uuid }),
    ]);
    const calls = data.calls.map((call) => ({
      ...{ call_uuid: call.uuid, started_at: call.started_at ?? call.created_at, direction: call.direction },
      ...{ title: call.title ?? call.file_name, duration_s: call.duration, link: `${base_url}/calls/${call.uuid}` },
    }));
    const approved_values = approved.items.map(({ name, value, call_uuid, evidence }) => ({
      ...{ name, value },
      citations: evidence.map((words) => cite(base_url, call_uuid, words)),
    }));
    return { case: data.case, link: `${base_url}/cases/${case_uuid}`, calls, approved_values };
  },
});
