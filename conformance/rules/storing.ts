import type { Json, Rule } from '../rule.ts';

const word = (more: object) => ({ text: 'Hello', start_ms: 0, end_ms: 400, confidence: 0.9, ...more });
const withWords = (...words: object[]): Json => ({ transcript: { source: 'deepgram', words } });
const deep = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => ({ a: inner }), 1);

const KEPT: Json[] = [
  { duration: 0 },
  { duration: 2_147_483_647 },
  { file_size: Number.MAX_SAFE_INTEGER },
  { file_name: '' },
  { file_path: '../../etc/passwd' },
  { file_path: 'https://example.com/a.mp3?x=1#y' },
  { file_name: ' Søren – “çälls” 🕯️ \u200b\ud83d\udc68\u200d\ud83d\udc69 e\u0301 ' },
  { is_fully_labelled: false },
  { speaker_labels: { '': 'nobody', A: null, B: ['x', 1.5, { y: false }], uuid: 'mine', constructor: 'c' } },
  { provider_metadata: { assembly_ai_id: null, n: 1e-7, big: 9_007_199_254_740_991, text: '\u0001\u2028' } },
  withWords(word({ text: '' }), word({ text: ' two words ' }), word({ text: 'é\n\t"\\' })),
  withWords(word({ start_ms: 900, end_ms: 100 }), word({ start_ms: 0.1, end_ms: 0.30000000000000004 })),
  withWords(word({ start_ms: 5000 }), word({ start_ms: 0 }), word({ start_ms: 86_400_000, end_ms: 86_400_000 })),
  withWords(word({ confidence: 123 }), word({ confidence: -1 }), word({ confidence: 0 })),
  withWords(word({ speaker: null }), word({ speaker: '' }), word({ speaker: '0' }), word({})),
  { transcript: { source: 'assembly_ai', words: [] } },
];

/** Bodies that are JSON and not a call, each with what is wrong about it. */
const REFUSED: Record<string, unknown> = {
  'a number as a text': { duration: '12' },
  'a part of a second': { duration: 1.5 },
  'less than nothing': { duration: -1 },
  'more than an int32': { duration: 2_147_483_648 },
  'a size that would be rounded': '{"file_size": 9007199254740993}',
  'a text as a number': { file_name: 5 },
  'a flag as a text': { is_fully_labelled: 'false' },
  'a flag as a number': { is_fully_labelled: 0 },
  'labels as a list': { speaker_labels: ['A'] },
  'labels as a text': { speaker_labels: '{}' },
  'metadata as a list': { provider_metadata: [] },
  'an id that is no text': { provider_metadata: { assembly_ai_id: 5 } },
  'a transcript without words': { transcript: { source: 'deepgram' } },
  'a transcript without a source': { transcript: { words: [] } },
  'an unknown source': { transcript: { source: 'dictaphone', words: [] } },
  'words that are no list': { transcript: { source: 'deepgram', words: {} } },
  'a word without text': withWords({ start_ms: 0, end_ms: 1, confidence: 1 }),
  'a word without confidence': withWords({ text: 'Hi', start_ms: 0, end_ms: 1 }),
  'a time before the beginning': withWords(word({ start_ms: -1 })),
  'a time as a text': withWords(word({ start_ms: '0' })),
  'a time that is null': withWords(word({ end_ms: null })),
  'a speaker as a number': withWords(word({ speaker: 1 })),
  'a NUL': { file_name: 'a\u0000b' },
  'half of a character': '{"file_name": "\\ud800"}',
  'a number beyond all': '{"provider_metadata": {"n": 1e999}}',
  'a key named __proto__': '{"speaker_labels": {"__proto__": {"a": 1}}}',
  'nesting without end': { speaker_labels: deep(40) },
  'JSON that breaks off': '{"duration": 12',
  'no object': '[]',
  'a text': '"call"',
  null: 'null',
};

export const storing: Rule[] = [
  {
    rule: 'What a PUT was answered for with 200 comes back equal: values, order, spaces, signs and fractions',
    layer: 'core',
    run: async (trial) => {
      for (const body of KEPT) await trial.putAndKeep(body);
    },
  },
  {
    rule: 'A long transcript comes back equal',
    layer: 'core',
    run: async (trial) => {
      const words = Array.from({ length: 20_000 }, (_, at) =>
        word({
          text: `w${at}`,
          start_ms: at * 333.3,
          end_ms: at * 333.3 + 200,
          confidence: (at % 100) / 100,
          speaker: `${at % 3}`,
        }),
      );
      await trial.putAndKeep(withWords(...words));
    },
  },
  {
    rule: 'A file_size of 2^53-1 is written with every digit',
    layer: 'core',
    run: async (trial) => {
      await trial.put({ file_size: Number.MAX_SAFE_INTEGER });
      const request = { method: 'GET', path: trial.path };
      const { text } = await trial.expectStatus(request, 200);
      if (!/"file_size":\s*9007199254740991\b/.test(text)) {
        trial.differ(request, 'file_size 9007199254740991', /"file_size":[^,}]*/.exec(text)?.[0] ?? 'no file_size');
      }
    },
  },
  ...Object.entries(REFUSED).map(
    ([what, body]): Rule => ({
      rule: `A body that cannot be kept as it is gets 400 and changes nothing: ${what}`,
      layer: 'core',
      run: async (trial) => void (await trial.expectRefused({ method: 'PUT', path: trial.path, body }, 400)),
    }),
  ),
  {
    rule: 'A refusal of an unknown source names those that there are',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'PUT', path: trial.path, body: REFUSED['an unknown source'] };
      const { text } = await trial.ask(request);
      if (!text.includes('deepgram')) trial.differ(request, 'a message that names deepgram', text.slice(0, 200));
    },
  },
];
