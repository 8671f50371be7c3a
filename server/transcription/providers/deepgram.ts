import { hasPartyPerChannel, type Recording } from '../recording.ts';
import { isSuccess, objectOf, refusalOf } from '../refusal.ts';
import { addressAt, type Callback, type Provider, type ProviderSettings } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { exchange } from './provider-http.ts';

/** The only ports to which Deepgram posts results. */
const CALLBACK_PORTS = new Set(['', '80', '443', '8080', '8443']);
/** Milliseconds of silence after which a request is given up; Deepgram works on a recording for ten minutes at most. */
const SILENCE_MS = 11 * 60 * 1000;
/** Milliseconds to wait for a callback; Deepgram tries to post a result ten times, 30 seconds apart. */
const PATIENCE_MS = 20 * 60 * 1000;

/**
 * Deepgram, `POST /v1/listen`: the words come with the answer or, where it can reach us, later with a callback.
 * https://developers.deepgram.com/reference/speech-to-text-api/listen
 */
export const openDeepgram = ({ base_url, api_key }: ProviderSettings): Provider => ({
  name: 'deepgram',
  calls_back: true,
  begin: async (recording, { signal, attempt, callback }) => {
    // Whoever did not call back the first time is not counted upon again.
    const called = callback && attempt === 1 && CALLBACK_PORTS.has(callback.url.port) ? callback : null;
    const answer = await exchange({
      method: 'POST',
      url: addressAt(base_url, '/v1/listen', { ...wordsOf(recording), ...(called && { callback: addressOf(called) }) }),
      headers: { authorization: `Token ${api_key}`, 'content-type': recording.content_type },
      body: await recording.open(),
      bytes: recording.bytes,
      signal,
      silence_ms: SILENCE_MS,
    });
    if (!isSuccess(answer)) throw refusalOf(answer, [api_key, callback?.secret]);
    const { request_id } = objectOf(answer);
    if (!called) return { result: answer.body };
    return { provider_id: typeof request_id === 'string' ? request_id : null, look_after_ms: PATIENCE_MS };
  },
  // A result that was not posted cannot be asked for: the recording is handed over again, and the answer waited for.
  collect: async () => {
    throw new ProviderError('callback_missing', {}, { restart: true });
  },
});

const wordsOf = (recording: Recording) => ({
  model: 'nova-3',
  // Nothing of a family's call goes into anybody's training.
  mip_opt_out: 'true',
  smart_format: 'true',
  ...(hasPartyPerChannel(recording) ? { multichannel: 'true' } : { diarize: 'true' }),
});

/** Deepgram sends what stands before the @ as Basic authentication. */
const addressOf = ({ url, secret }: Callback): string => {
  const address = new URL(url);
  [address.username, address.password] = ['pharos', secret];
  return address.href;
};
