import { CALLBACK_HEADER } from '@pharos/contract/callbacks.ts';
import { hasPartyPerChannel } from '../recording.ts';
import { isSuccess, objectOf, refusalOf } from '../refusal.ts';
import { addressAt, type Begun, type Callback, type Provider, type ProviderSettings } from './provider.ts';
import { ProviderError, quoted } from './provider-error.ts';
import { type Asked, exchange } from './provider-http.ts';

const SILENCE_MS = 2 * 60 * 1000;
const FIRST_LOOK_MS = 3_000;
/** A callback comes sooner as a rule; looking catches those that do not. */
const FIRST_LOOK_WITH_CALLBACK_MS = 60_000;
const LONGEST_PAUSE_MS = 60_000;
/** Looks, of a minute at most: about four hours. */
const MOST_LOOKS = 240;

/**
 * AssemblyAI: the recording is uploaded, a transcript is asked for, and its words are fetched when it is completed,
 * which a webhook says or a look shows. https://www.assemblyai.com/docs/api-reference/transcripts
 */
export const openAssemblyAi = ({ base_url, api_key = '' }: ProviderSettings): Provider => {
  const ask = async (
    asked: Pick<Asked, 'method' | 'signal' | 'body' | 'bytes'>,
    path: string,
    content_type?: string,
    secret?: string,
  ) => {
    const answer = await exchange({
      ...asked,
      url: addressAt(base_url, path),
      headers: { authorization: api_key, ...(content_type && { 'content-type': content_type }) },
      silence_ms: SILENCE_MS,
    });
    if (!isSuccess(answer)) throw refusalOf(answer, [api_key, secret]);
    return { json: objectOf(answer), bytes: answer.body };
  };

  return {
    name: 'assembly_ai',
    calls_back: true,
    begin: async (recording, { signal, callback }) => {
      const body = await recording.open();
      const upload = { method: 'POST', body, bytes: recording.bytes, signal } as const;
      const { json: uploaded } = await ask(upload, '/v2/upload', 'application/octet-stream');
      const wish = {
        audio_url: uploaded.upload_url,
        ...(hasPartyPerChannel(recording) ? { multichannel: true } : { speaker_labels: true }),
        ...(callback && webhook(callback)),
      };
      const submit = { method: 'POST', body: Buffer.from(JSON.stringify(wish)), signal } as const;
      const { json } = await ask(submit, '/v2/transcript', 'application/json', callback?.secret);
      if (typeof json.id !== 'string') throw new ProviderError('answer_without_id');
      return { provider_id: json.id, look_after_ms: callback ? FIRST_LOOK_WITH_CALLBACK_MS : FIRST_LOOK_MS };
    },
    collect: async (provider_id, looked, signal) => {
      const { json, bytes } = await ask(
        { method: 'GET', signal },
        `/v2/transcript/${encodeURIComponent(provider_id ?? '')}`,
      );
      if (json.status === 'completed') return { result: bytes };
      if (json.status === 'error') {
        throw new ProviderError('provider_failed', { words: quoted(String(json.error), [api_key]) }, { final: true });
      }
      if (looked >= MOST_LOOKS) throw new ProviderError('provider_timeout', {}, { final: true });
      return pause(provider_id, looked);
    },
    // Deletes the transcript, and the upload with it.
    forget: async (provider_id, signal) => {
      await ask({ method: 'DELETE', signal }, `/v2/transcript/${encodeURIComponent(provider_id)}`);
    },
  };
};

const webhook = ({ url, secret }: Callback) => ({
  webhook_url: url.href,
  webhook_auth_header_name: CALLBACK_HEADER,
  webhook_auth_header_value: secret,
});

const pause = (provider_id: string | null, looked: number): Begun => ({
  provider_id,
  look_after_ms: Math.min(FIRST_LOOK_MS * 1.5 ** looked, LONGEST_PAUSE_MS),
});
