import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWhisperStandIn, REFUSALS, WHISPER } from '../../../test/support/speech.ts';
import { openTranscribing, scratch } from '../../../test/support/transcribing.ts';
import { hasFfmpeg } from '../convert-channels.ts';
import { openSpeechServer } from './speech-server.ts';

const whisper = await openWhisperStandIn();
const settings = { base_url: `${whisper.base_url}/v1`, api_key: 'sk-very-secret', model: 'whisper-1' };
const pharos = await openTranscribing([openSpeechServer(settings, { scratch: await scratch() })]);
const home = await pharos.person('member');

const transcribe = async (given: { bytes?: Uint8Array; content_type?: string; channels?: number } = {}) => {
  const call_uuid = await pharos.openRecorded(home, given);
  const { data } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid: data.uuid });
  return { job, call: (await home.client.calls.get({ call_uuid })).data };
};

/** The fields of a form as the server heard it. */
const formOf = ({ headers, body }: { headers: Record<string, unknown>; body: Buffer }) =>
  new Response(body, { headers: { 'content-type': String(headers['content-type']) } }).formData();
const skip = (await hasFfmpeg()) ? false : 'ffmpeg is not installed';

test('a recording goes to the speech server as a form, and its words come into the call', async () => {
  const bytes = Buffer.alloc(2_000_000, 'Good morning, Evergreen');
  const { job, call } = await transcribe({ bytes, content_type: 'audio/mpeg' });
  assert.deepEqual([job.state, job.provider], ['succeeded', 'speech_server']);
  // The sample has the times of its first words only.
  assert.equal(job.note, 'Words of the text in this file that have no time were left out: 18.');
  const [asked] = whisper.heard;
  assert.equal(asked?.url.pathname, '/v1/audio/transcriptions');
  assert.equal(asked?.headers.authorization, 'Bearer sk-very-secret');
  const form = await formOf(asked as never);
  assert.deepEqual(
    ['model', 'response_format', 'timestamp_granularities[]'].map((name) => form.get(name)),
    ['whisper-1', 'verbose_json', 'word'],
  );
  const file = form.get('file') as File;
  assert.deepEqual([file.name, file.type, file.size], ['recording.mp3', 'audio/mpeg', bytes.length]);
  assert.ok(bytes.equals(Buffer.from(await file.arrayBuffer())));
  assert.equal(call.transcript?.source, 'whisper');
  assert.equal(call.transcript?.words.length, WHISPER.words.length);
});

test('a file that is too large is refused with what it has and what to do', async () => {
  whisper.next.push({ status: 413, body: '<html>413 Request Entity Too Large</html>' });
  const { job } = await transcribe({ bytes: Buffer.alloc(1_500_000) });
  assert.equal(job.state, 'failed');
  assert.match(
    job.error ?? '',
    /takes no file of 1\.5 MB \(OpenAI takes 25 MB\); use another provider, or a smaller file/,
  );
});

test("the server's refusal is told in its words", async () => {
  whisper.next.push(REFUSALS.speech_server(400));
  const { job } = await transcribe();
  assert.deepEqual([job.state, job.error], ['failed', 'The speech server answered 400 not_today: Not today.']);
});

for (const bare of ['NaN', 'Infinity']) {
  test(`a result that holds ${bare} is said to, and not asked for again`, async () => {
    const before = whisper.heard.length;
    whisper.next.push({ body: JSON.stringify(WHISPER).replace(/"end":[\d.]+/, `"end":${bare}`) });
    const { job } = await transcribe();
    assert.equal(job.state, 'failed');
    assert.match(job.error ?? '', new RegExp(`JSON that holds ${bare}, which JSON does not allow`));
    assert.equal(whisper.heard.length, before + 1);
  });
}

/** One second of a tone in the left channel and of silence in the right, as a stereo file. */
const stereo = () => {
  const folder = mkdtempSync(join(tmpdir(), 'pharos-stereo-'));
  const path = join(folder, 'stereo.wav');
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1', '-f', 'lavfi', '-i', 'anullsrc=r=44100:cl=mono'];
  const join2 = ['-filter_complex', '[0:a][1:a]amerge=inputs=2', '-t', '1', '-ac', '2'];
  execFileSync('ffmpeg', ['-v', 'error', ...tone, ...join2, path]);
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
};

test('of two channels each is heard alone, and its words are its speaker’s', { skip }, async () => {
  const before = whisper.heard.length;
  const said = (word: string, start: number) => ({ word, start, end: start + 0.5 });
  whisper.next.push(
    {
      body: {
        task: 'transcribe',
        text: 'Evergreen, morning',
        duration: 4.2,
        words: [said('Evergreen', 0), said('morning', 2)],
      },
    },
    { body: { task: 'transcribe', text: 'Hello', duration: 4.2, words: [said('Hello', 1)] } },
  );
  const { job, call } = await transcribe({ bytes: stereo(), channels: 2 });
  assert.equal(job.state, 'succeeded', job.error ?? '');
  assert.deepEqual(
    call.transcript?.words.map(({ text, speaker, start_ms }) => [text, speaker, start_ms]),
    [
      ['Evergreen,', 'ch_0', 0],
      ['Hello', 'ch_1', 1000],
      ['morning', 'ch_0', 2000],
    ],
  );
  assert.equal(call.duration, 4);
  const files = await Promise.all(
    whisper.heard.slice(before).map(async (heard) => (await formOf(heard as never)).get('file') as File),
  );
  assert.deepEqual(
    files.map(({ type }) => type),
    ['audio/mpeg', 'audio/mpeg'],
  );
  assert.notDeepEqual(
    Buffer.from(await (files[0] as File).arrayBuffer()),
    Buffer.from(await (files[1] as File).arrayBuffer()),
  );
});

test('a file whose channels cannot be split is refused', { skip }, async () => {
  const { job } = await transcribe({ bytes: Buffer.from('no sound at all'), channels: 2 });
  assert.equal(job.state, 'failed');
  assert.match(job.error ?? '', /cannot be read as sound/);
});

test('without ffmpeg both channels are heard as one, and the job says so', async () => {
  const provider = openSpeechServer(settings, { scratch: await scratch(), canSplit: async () => false });
  const call_uuid = await pharos.openRecorded(home, { channels: 2 });
  const recording = pharos.recorded.get(call_uuid);
  assert.ok(recording);
  const signal = AbortSignal.timeout(10_000);
  const reached = await provider.begin(recording, { signal, attempt: 1, callback: null });
  assert.ok('result' in reached);
  assert.deepEqual(reached.remark, { code: 'channels_mixed' });
});
