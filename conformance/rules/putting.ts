import type { Rule } from '../rule.ts';

const word = (text: string, more: object = {}) => ({ text, start_ms: 0, end_ms: 400, confidence: 0.9, ...more });
const transcript = (...words: object[]) => ({ source: 'deepgram', words });

const FULL = {
  duration: 12,
  file_name: 'First call.mp3',
  file_format: 'mp3',
  file_path: 'calls/first.mp3',
  file_size: 1234,
  is_fully_labelled: true,
  speaker_labels: { A: 'Nora', B: { name: 'Anna' } },
  provider_metadata: { assembly_ai_id: 'a-1', more: [1, null] },
  transcript: transcript(word('Hello', { speaker: 'A' }), word('Hi', { speaker: 'B' })),
};

/** Body of a call as the public page shows it. */
const SAMPLE_CALL = {
  duration: 123,
  file_format: '<string>',
  file_name: '<string>',
  file_path: '<string>',
  file_size: 123,
  is_fully_labelled: true,
  provider_metadata: { assembly_ai_id: '<string>' },
  speaker_labels: {},
  transcript: {
    source: 'deepgram',
    words: [{ text: '<string>', start_ms: 123, end_ms: 123, confidence: 123, speaker: '<string>' }],
  },
};

export const putting: Rule[] = [
  {
    rule: 'A PUT is answered with "Call updated" and the call, which the next GET answers as well',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'PUT', path: trial.path, body: FULL };
      const { json } = await trial.expectStatus(request, 200);
      trial.expectFields(request, { message: 'Call updated' }, (json ?? {}) as Record<string, unknown>);
      await trial.putAndKeep(FULL);
    },
  },
  {
    rule: 'A PUT takes the body that the public page shows',
    layer: 'core',
    run: async (trial) => void (await trial.putAndKeep(SAMPLE_CALL)),
  },
  {
    rule: 'A PUT leaves fields that are absent as they are',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      await trial.putAndKeep({}, FULL);
      await trial.putAndKeep({ duration: 13 }, { ...FULL, duration: 13 });
    },
  },
  {
    rule: 'A PUT leaves fields that are null as they are',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      for (const name of Object.keys(FULL)) await trial.putAndKeep({ [name]: null }, FULL);
    },
  },
  {
    rule: 'A transcript, labels and provider metadata are replaced whole, never merged, and {} and [] are values',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      const changes = [
        { speaker_labels: { C: 'Tom' } },
        { speaker_labels: {} },
        { provider_metadata: { other: 1 } },
        { provider_metadata: {} },
        { transcript: transcript(word('Bye')) },
        { transcript: transcript() },
      ];
      let expected: Record<string, unknown> = FULL;
      for (const change of changes) {
        expected = { ...expected, ...change };
        await trial.putAndKeep(change, expected);
      }
    },
  },
  {
    rule: 'Read-only and unknown fields are ignored, so that the data of a GET can be sent back',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      const before = await trial.get();
      const own = {
        uuid: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
        created_at: '2001-01-01T00:00:00Z',
        no_such_field: 1,
      };
      await trial.putAndKeep({ ...before, ...own }, before);
      await trial.putAndKeep(before);
    },
  },
  {
    rule: 'A whole envelope that is sent back is refused',
    layer: 'core',
    run: async (trial) => {
      const { json } = await trial.ask({ method: 'GET', path: trial.path });
      await trial.expectRefused({ method: 'PUT', path: trial.path, body: json }, 400);
    },
  },
  {
    rule: 'One bad word refuses the whole body, and nothing has changed',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      const words = [word('One'), word('Two'), { ...word('Three'), confidence: 'high' }];
      const body = { duration: 99, speaker_labels: { Z: 'Zed' }, transcript: transcript(...words) };
      await trial.expectRefused({ method: 'PUT', path: trial.path, body }, 400);
    },
  },
  {
    rule: 'A PUT that changes nothing keeps updated_at, and one that changes something raises it',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      const { updated_at } = await trial.get();
      await trial.putAndKeep(FULL, { updated_at });
      const request = { method: 'PUT', path: trial.path, body: { duration: 14 } };
      const changed = await trial.put(request.body);
      if (String(changed.updated_at) <= String(updated_at)) {
        trial.differ(request, `updated_at after ${updated_at}`, `updated_at ${changed.updated_at}`);
      }
    },
  },
  {
    rule: 'A PATCH is a merge patch in which null clears; labels become {}, and is_fully_labelled refuses null',
    layer: 'core',
    run: async (trial) => {
      await trial.put(FULL);
      const headers = { 'content-type': 'application/merge-patch+json' };
      const patch = (body: object) => ({ method: 'PATCH', path: trial.path, body, headers });
      const cleared = patch({ duration: null, file_name: null, transcript: null, speaker_labels: null });
      await trial.expectStatus(cleared, 200);
      const expected = { duration: null, file_name: null, transcript: null, speaker_labels: {}, file_format: 'mp3' };
      trial.expectFields(cleared, expected, await trial.get());
      await trial.expectRefused(patch({ is_fully_labelled: null }), 400);
      const merged = patch({ provider_metadata: { more: null, x: 1 } });
      await trial.expectStatus(merged, 200);
      trial.expectFields(merged, { provider_metadata: { assembly_ai_id: 'a-1', x: 1 } }, await trial.get());
    },
  },
];
