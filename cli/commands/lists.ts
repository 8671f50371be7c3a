import { each } from '@pharos/client/each.ts';
import { type Call, type Command, countOf, type Option } from '../command.ts';
import type { Row } from '../output.ts';

/** Fields by which a call is told apart in a table. */
export const CALL_COLUMNS = 'uuid started_at direction from duration file_name'.split(' ');

const LIMIT: Option = { type: 'string', short: 'n', value: 'NUMBER', summary: 'At most so many. Default: 50' };
const CASE: Option = { type: 'string', value: 'UUID', summary: 'Only calls of this case' };

/** Shows the first items of a list. JSON is written item by item. */
const show = async (
  call: Call,
  items: AsyncIterable<object>,
  columns: readonly string[],
  rowOf = (item: object) => item,
) => {
  let left = countOf(call, 'limit', 50);
  const rows: Row[] = [];
  for await (const item of items) {
    if (call.out.as_json) call.out.json(item);
    else rows.push(rowOf(item) as Row);
    if (--left === 0) break;
  }
  if (!call.out.as_json) call.out.rows(rows, columns);
};

export const calls: Command = {
  summary: 'List calls, newest first',
  positionals: [],
  options: {
    case: CASE,
    number: { type: 'string', value: 'NUMBER', summary: 'Only calls from or to this telephone number' },
    limit: LIMIT,
  },
  run: async (call) => {
    const { client, signal } = call;
    const asked = { case_uuid: call.text('case'), number: call.text('number'), limit: pageOf(call), signal };
    await show(call, each(client.calls.list, asked), CALL_COLUMNS);
  },
};

export const cases: Command = {
  summary: 'List cases, newest first',
  positionals: [],
  options: {
    q: { type: 'string', value: 'WORDS', summary: 'Only cases with these words in name, external id or summary' },
    limit: LIMIT,
  },
  run: async (call) => {
    const { client, signal } = call;
    const asked = { q: call.text('q'), limit: pageOf(call), signal };
    await show(call, each(client.cases.list, asked), [
      'uuid',
      'external_id',
      'last_name',
      'first_name',
      'date_of_service',
    ]);
  },
};

export const search: Command = {
  summary: 'Find what was said: words, "an exact phrase", a OR b, -not, prefix*',
  positionals: ['WORDS…'],
  options: {
    who: { type: 'string', value: 'WHO', summary: 'ours, theirs or a label', choices: ['ours', 'theirs'] },
    case: CASE,
    limit: LIMIT,
  },
  run: async (call) => {
    const { client, given, server, signal } = call;
    const body = {
      q: given.join(' '),
      who: call.text('who'),
      case_uuid: call.text('case'),
      limit: Math.min(50, pageOf(call)),
    };
    const hits = async function* () {
      for await (const group of each(client.search.post, { body, signal })) {
        for (const hit of group.hits)
          yield { ...hit, link: `${server.baseUrl}/calls/${hit.call_uuid}#t=${hit.start_ms / 1000}` };
      }
    };
    const rowOf = (hit: object) => ({
      ...hit,
      who: (hit as Row).label ?? (hit as Row).speaker,
      said: (hit as Row).snippet,
    });
    await show(call, hits(), ['who', 'said', 'link'], rowOf);
  },
};

export const changes: Command = {
  summary: 'Show what changes, oldest first, with the cursor to go on from',
  positionals: [],
  options: {
    since: {
      type: 'string',
      value: 'CURSOR',
      summary: 'Cursor of an earlier run, or now. Default: from the beginning',
    },
    follow: { type: 'boolean', short: 'f', summary: 'Wait for what comes next until it is stopped' },
  },
  run: async (call) => {
    const { client, out, signal } = call;
    for (let since = call.text('since'); ; ) {
      const { data } = await client.changes.list({ since, signal, ...(call.flag('follow') && { wait: 25 }) });
      for (const change of data.items) {
        if (out.as_json) out.json(change);
        else out.line([change.at, change.type.padEnd(22), change.subject_uuid].join('  '));
      }
      since = data.next_cursor;
      if (!call.flag('follow') && !data.has_more) return out.note(`Go on with --since ${since}`);
    }
  },
};

/** Items to ask for at once. */
const pageOf = (call: Call): number => Math.min(200, countOf(call, 'limit', 50));
