import type { Command } from '../command.ts';
import { plain } from '../output.ts';
import { CALL_COLUMNS } from './lists.ts';

export const call: Command = {
  summary: 'Show a call; --json shows all of it, with its words',
  positionals: ['CALL'],
  options: {},
  run: async ({ client, given: [call_uuid = ''], out, signal }) => {
    const { data } = await client.calls.get({ call_uuid, signal });
    if (out.as_json) return out.json(data);
    const words = data.transcript?.words.length ?? 0;
    const names = 'uuid case_uuid started_at direction from to answered_by title duration'.split(' ');
    out.record({ ...data, words }, [...names, 'file_name', 'speaker_labels', 'is_fully_labelled', 'words']);
  },
};

export const oneCase: Command = {
  summary: 'Show a case and its calls; --json shows all of it',
  positionals: ['CASE'],
  options: {},
  run: async ({ client, given: [case_uuid = ''], out, signal }) => {
    const { data } = await client.cases.get({ case_uuid, signal });
    if (out.as_json) return out.json(data);
    const names = [
      'uuid',
      'external_id',
      'first_name',
      'last_name',
      'date_of_birth',
      'date_of_death',
      'date_of_service',
    ];
    out.record(data.case, [...names, 'summary']);
    out.line('');
    out.rows(data.calls, CALL_COLUMNS);
  },
};

export const ask: Command = {
  summary: 'Ask a question about what was said on a call; the answer is the words that bear it out',
  positionals: ['CALL', 'QUESTION…'],
  options: {},
  run: async ({ client, given: [call_uuid = '', ...words], out, server, signal }) => {
    const { data } = await client.chat.call({ call_uuid, body: { question: words.join(' ') }, signal });
    if (out.as_json) return out.json(data);
    for (const line of data.response.split('\n')) out.line(line);
    for (const { start_ms, text } of data.citations) {
      out.line(`  “${plain(text)}” ${server.baseUrl}/calls/${call_uuid}#t=${start_ms / 1000}`);
    }
  },
};
