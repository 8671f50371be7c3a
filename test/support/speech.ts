import { readFile } from 'node:fs/promises';
import { type Heard, openStandIn, type Said } from './stand-in.ts';

const sample = async (name: string) =>
  JSON.parse(await readFile(new URL(`../samples/${name}`, import.meta.url), 'utf8'));

/** Deepgram's words for a real recording of two speakers. */
export const DEEPGRAM = await sample('deepgram/dg-speakers.json');
/** AssemblyAI's, as fetched when they were ready, and as it answers before. */
export const ASSEMBLY_AI = await sample('assemblyai/assemblyai-utterances.json');
const QUEUED = await sample('assemblyai/go-sdk-transcript-queued.json');
/** An OpenAI-compatible server's. */
export const WHISPER = await sample('whisper/openai-verbose_json-words.json');

/** Errors in the shapes that the makers document. */
export const REFUSALS = {
  deepgram: (status: number, err_code: string): Said => ({
    status,
    body: { err_code, err_msg: 'Not today.', request_id: 'c5b1cf06-2f3d-4a53-a1f3-7d4b8a1e9f00' },
  }),
  assembly_ai: (status: number): Said => ({ status, body: { error: 'Not today.' } }),
  speech_server: (status: number): Said => ({
    status,
    body: { error: { message: 'Not today.', type: 'invalid_request_error', code: 'not_today' } },
  }),
};

/** Deepgram: words at once, or a request_id where it is to call back. */
export const openDeepgramStandIn = () =>
  openStandIn(({ url }) => ({
    body: url.searchParams.has('callback') ? { request_id: DEEPGRAM.metadata.request_id } : DEEPGRAM,
  }));

/** AssemblyAI, whose transcripts are ready at the `looks`-th look. */
export const openAssemblyAiStandIn = async (looks = 2) => {
  let [submitted, looked] = [0, 0];
  const answer = ({ method, url }: Heard): Said => {
    if (url.pathname === '/v2/upload') return { body: { upload_url: 'https://cdn.assemblyai.example/upload/1' } };
    if (method === 'POST') return { body: { ...QUEUED, id: `t-${++submitted}` } };
    const id = url.pathname.split('/').at(-1);
    return { body: ++looked < looks ? { ...QUEUED, id, status: 'processing' } : { ...ASSEMBLY_AI, id } };
  };
  return openStandIn(answer);
};

export const openWhisperStandIn = () => openStandIn(() => ({ body: WHISPER }));
