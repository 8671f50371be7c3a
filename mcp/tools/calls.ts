import type { ChatAnswer } from '@pharos/contract/chat.ts';
import { z } from 'zod';
import { cite } from '../answer.ts';
import { CallUuid, CaseUuid, tool } from './tool.ts';

/** Words of a call in one answer, so that a long one does not fill a model's memory. */
const WORDS = 2000;

export const read_call = tool({
  title: 'Read a call',
  description: `Read what was said on a call, turn by turn, each turn cited; ${WORDS} words at a time.`,
  input: {
    call_uuid: CallUuid,
    from_word: z.number().int().min(0).default(0).describe('Index of the first word; next_word of the previous answer'),
  },
  run: async ({ call_uuid, from_word }, { client, base_url }) => {
    const { data } = await client.calls.get({ call_uuid });
    const { transcript, speaker_labels, provider_metadata: _own, ...facts } = data;
    const words = transcript?.words ?? [];
    const end = Math.min(words.length, from_word + WORDS);
    const turns = [];
    for (let start = from_word; start < end; ) {
      const speaker = words[start]?.speaker ?? null;
      let stop = start + 1;
      while (stop < end && (words[stop]?.speaker ?? null) === speaker) stop += 1;
      const said = words.slice(start, stop);
      const label = speaker === null ? null : nameOf(speaker_labels[speaker]);
      const times = { start_ms: said[0]?.start_ms ?? 0, end_ms: said.at(-1)?.end_ms ?? 0 };
      const text = said.map((word) => word.text).join(' ');
      turns.push(cite(base_url, call_uuid, { start_word: start, end_word: stop, ...times, speaker, label, text }));
      start = stop;
    }
    return { call: facts, turns, words: words.length, next_word: end < words.length ? end : null };
  },
});

/** Name in a speaker's label: a text, or an object with a name. */
const nameOf = (label: unknown): string | null => {
  const name = typeof label === 'object' && label !== null && 'name' in label ? label.name : label;
  return typeof name === 'string' ? name : null;
};

export const read_values = tool({
  title: 'Read the values of a call',
  description:
    'Read what was found in a call: names, numbers, prices, promises and so on, each with the words that bear it out and what a person decided about it.',
  input: { call_uuid: CallUuid },
  run: async ({ call_uuid }, { client, base_url }) => {
    const { data } = await client.generations.list({ call_uuid });
    const items = data.items.flatMap(({ label, stale, values }) =>
      values.map(({ name, value, evidence, decision }) => ({
        template: label,
        name,
        value: decision ? decision.value : value,
        decision: decision?.decision ?? null,
        stale,
        citations: evidence.map((words) => cite(base_url, call_uuid, words)),
      })),
    );
    return { items };
  },
});

/** The answer to a question, each citation with its link. */
const citedAnswer = (base_url: string, answer: ChatAnswer) => ({
  ...answer,
  citations: answer.citations.map((words) => cite(base_url, words.call_uuid, words)),
});

const Question = z.string().min(1).max(1000).describe('A question in plain words');

export const ask_call = tool({
  title: 'Ask a call',
  description: 'Ask what was said on a call. The answer is what the speakers said, cited, or that it was not said.',
  input: { call_uuid: CallUuid, question: Question },
  run: async ({ call_uuid, question }, { client, base_url }) => {
    const { data } = await client.chat.call({ call_uuid, body: { question } });
    return citedAnswer(base_url, data);
  },
});

export const ask_case = tool({
  title: 'Ask the calls of a case',
  description: 'Ask what was said on all calls of a case. The answer is cited, or that it was not said.',
  input: { case_uuid: CaseUuid, question: Question },
  run: async ({ case_uuid, question }, { client, base_url }) => {
    const { data } = await client.chat.case({ case_uuid, body: { question } });
    return citedAnswer(base_url, data);
  },
});

export const name_speakers = tool({
  title: 'Name the speakers of a call',
  description:
    'Set the names of speakers of a call, by speaker id. Others keep theirs. Only where a person asked for it.',
  input: {
    call_uuid: CallUuid,
    names: z.record(z.string().max(255), z.string().min(1).max(255)).describe('Names by speaker id'),
  },
  writes: true,
  run: async ({ call_uuid, names }, { client, base_url }) => {
    const { etag } = await client.calls.get({ call_uuid });
    const { data } = await client.calls.patch({
      call_uuid,
      if_match: etag ?? undefined,
      body: { speaker_labels: names },
    });
    return { speaker_labels: data.speaker_labels, link: `${base_url}/calls/${call_uuid}` };
  },
});
