import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ChannelContent } from '@pharos/contract/recordings.ts';
import { run } from '../../test/support/odd-recordings/written.ts';
import { openCall } from '../../test/support/pharos.ts';
import { ffmpegMissing, wav } from '../../test/support/recordings.ts';
import { openAssemblyAiStandIn, openDeepgramStandIn, openWhisperStandIn } from '../../test/support/speech.ts';
import { openTranscribing, scratch } from '../../test/support/transcribing.ts';
import { openAssemblyAi } from './providers/assembly-ai.ts';
import { openDeepgram } from './providers/deepgram.ts';
import { hearingOneVoice } from './providers/one-voice.ts';
import { openSpeechServer } from './providers/speech-server.ts';

const [deepgram, assembly_ai, whisper] = await Promise.all([
  openDeepgramStandIn(),
  openAssemblyAiStandIn(),
  openWhisperStandIn(),
]);
const folder = await scratch();
const pharos = await openTranscribing(
  [
    openDeepgram({ base_url: deepgram.base_url, api_key: 'd' }),
    openAssemblyAi({ base_url: assembly_ai.base_url, api_key: 'a' }),
    openSpeechServer({ base_url: whisper.base_url, model: 'whisper-1' }, { scratch: folder }),
  ].map((provider) => hearingOneVoice(provider, folder)),
);
const home = await pharos.person();

/** Two seconds of two channels, each as a function of time in seconds. */
const stereo = (left: (t: number) => number, right: (t: number) => number) => {
  const samples = Buffer.alloc(2 * 2 * 16_000);
  for (let frame = 0; frame < 16_000; frame++) {
    const t = frame / 8_000;
    samples.writeInt16LE(Math.round(left(t) * 32_000), frame * 4);
    samples.writeInt16LE(Math.round(right(t) * 32_000), frame * 4 + 2);
  }
  return new Uint8Array(wav(samples, { tag: 1, channels: 2, bits: 16 }));
};
const speech = (t: number) => 0.4 * Math.sin(2 * Math.PI * 300 * t) * (Math.sin(2 * Math.PI * 3 * t) > 0 ? 1 : 0);
const answer = (t: number) => 0.3 * Math.sin(2 * Math.PI * 470 * t) * (Math.sin(2 * Math.PI * 3 * t) > 0 ? 0 : 1);
const silence = () => 0;
/** Noise of a line on which nobody speaks. */
const hiss = (t: number) => 0.001 * Math.sin(997 * t * t + 31 * t);

const heard: [string, ChannelContent, Uint8Array][] = [
  ['each party on a channel', 'separate', stereo(speech, answer)],
  [
    'each party on a channel, and an echo of the other',
    'separate',
    stereo(
      (t) => speech(t) + 0.2 * answer(t),
      (t) => answer(t) + 0.2 * speech(t),
    ),
  ],
  ['one sound on both channels', 'same', stereo(speech, speech)],
  ['one sound on both, louder on one and with its own hiss', 'same', stereo(speech, (t) => 0.5 * speech(t) + hiss(t))],
  ['one sound on both, one of them upside down', 'inverted', stereo(speech, (t) => -speech(t))],
  ['a right channel that is silent', 'left_only', stereo(speech, silence)],
  ['a right channel of hiss', 'left_only', stereo(speech, hiss)],
  ['a right channel of a constant', 'left_only', stereo(speech, () => 0.02)],
  ['a left channel that is silent', 'right_only', stereo(silence, speech)],
  ['no sound at all', 'same', stereo(silence, silence)],
];

const upload = async (body: Uint8Array) => {
  const { call_uuid } = await openCall(home);
  return (await home.client.recordings.upload({ call_uuid, body })).data;
};

for (const [name, content, body] of heard)
  test(`${name}: ${content}`, async () => {
    const recording = await upload(body);
    assert.deepEqual([recording.channels, recording.channel_content], [2, content]);
  });

test('one channel is everybody mixed', async () => {
  const { channel_content } = await upload(
    new Uint8Array(wav(Buffer.alloc(8_000, 9), { tag: 7, channels: 1, bits: 8 })),
  );
  assert.equal(channel_content, 'mixed');
});

/** Has a recording transcribed by each provider; answers the requests that they got and the notes that users see. */
const transcribe = async (body: Uint8Array) => {
  const { call_uuid } = await upload(body);
  const before = [deepgram, assembly_ai, whisper].map((provider) => provider.heard.length);
  const notes: (string | null)[] = [];
  for (const provider of ['deepgram', 'assembly_ai', 'speech_server'] as const) {
    const { data } = await home.client.jobs.transcribe({ call_uuid, body: { provider } });
    for (let rounds = 0; rounds < 3; rounds++) await pharos.work();
    const { data: job } = await home.client.jobs.get({ job_uuid: data.uuid });
    assert.equal(job.state, 'succeeded', job.error ?? '');
    notes.push(job.note);
  }
  const [listened, asked, forms] = [deepgram, assembly_ai, whisper].map((provider, index) =>
    provider.heard.slice(before[index]),
  );
  const query = listened?.[0]?.url.searchParams;
  const wish = asked?.find(({ url, method }) => url.pathname === '/v2/transcript' && method === 'POST');
  return {
    deepgram: [query?.get('diarize') ?? null, query?.get('multichannel') ?? null],
    assembly_ai: JSON.parse(String(wish?.body)) as { multichannel?: boolean; speaker_labels?: boolean },
    times: forms?.length,
    sent: listened?.[0]?.body as Buffer,
    notes,
  };
};

const voices: [ChannelContent, Uint8Array, RegExp][] = [
  ['same', stereo(speech, speech), /Both channels have the same sound/],
  ['left_only', stereo(speech, silence), /The right channel is silent/],
  ['right_only', stereo(silence, speech), /The left channel is silent/],
  ['inverted', stereo(speech, (t) => -speech(t)), /Both channels have the same sound/],
];

for (const [content, body, note] of voices)
  test(`two channels that are ${content} are heard once, voices told apart, and people are told`, async () => {
    const asked = await transcribe(body);
    assert.deepEqual(asked.deepgram, ['true', null]);
    assert.deepEqual([asked.assembly_ai.speaker_labels, asked.assembly_ai.multichannel], [true, undefined]);
    assert.equal(asked.times, 1);
    for (const told of asked.notes) assert.match(told ?? '', note);
    // What would be lost in a mix, or behind a first channel, is sent alone.
    if (!ffmpegMissing) assert.equal(asked.sent.equals(body), content === 'same' || content === 'left_only');
  });

test('an M4A of one channel whose header says two is heard once', { skip: ffmpegMissing }, async () => {
  const path = join(folder, 'mono.m4a');
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=2:r=8000', '-c:a', 'aac', path]);
  const body = new Uint8Array(await readFile(path));
  const { channels, channel_content } = await upload(body);
  assert.deepEqual([channels, channel_content], [1, 'mixed']);
  const asked = await transcribe(body);
  assert.deepEqual(asked.deepgram, ['true', null]);
  assert.equal(asked.assembly_ai.speaker_labels, true);
  assert.equal(asked.times, 1);
});

test('two channels with a party on each are heard apart, and nobody is told of it', {
  skip: ffmpegMissing,
}, async () => {
  const asked = await transcribe(stereo(speech, answer));
  assert.deepEqual(asked.deepgram, [null, 'true']);
  assert.deepEqual([asked.assembly_ai.speaker_labels, asked.assembly_ai.multichannel], [undefined, true]);
  assert.equal(asked.times, 2);
  for (const told of asked.notes) assert.doesNotMatch(told ?? '', /silent|Both channels/);
});
