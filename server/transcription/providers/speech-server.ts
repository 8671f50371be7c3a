import { hasFfmpeg } from '../convert-channels.ts';
import { mergeChannels } from '../merge-channels.ts';
import { hasPartyPerChannel, type Recording } from '../recording.ts';
import { isSuccess, objectOf, refusalOf } from '../refusal.ts';
import { withChannels } from '../split-channels.ts';
import { multipart } from './multipart.ts';
import { addressAt, type Provider, type ProviderSettings } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { exchange } from './provider-http.ts';

/** A server without a graphics card takes as long as the recording lasts, in silence. */
const SILENCE_MS = 60 * 60 * 1000;

/** Servers tell the kind of a file by the ending of its name. */
const ENDINGS: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/flac': 'flac',
};

export type SpeechServerSettings = ProviderSettings & { model: string };

/** Folder for the channels of a recording, and a test of whether they can be split. */
export type Splitting = { scratch: string; canSplit?: () => Promise<boolean> };

/**
 * Any server with OpenAI's `POST /v1/audio/transcriptions`, such as one of the home's own.
 * https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export const openSpeechServer = (
  { base_url, api_key, model }: SpeechServerSettings,
  { scratch, canSplit = hasFfmpeg }: Splitting,
): Provider => {
  const ask = async (recording: Recording, signal: AbortSignal) => {
    const fields: [string, string][] = [
      ['model', model],
      ['response_format', 'verbose_json'],
      ['timestamp_granularities[]', 'word'],
    ];
    const name = `recording.${ENDINGS[recording.content_type.split(';', 1)[0] as string] ?? 'mp3'}`;
    const { content_type, bytes, body } = multipart(fields, { ...recording, name, stream: await recording.open() });
    const answer = await exchange({
      method: 'POST',
      url: addressAt(base_url.replace(/\/v1\/?$/, ''), '/v1/audio/transcriptions'),
      headers: { 'content-type': content_type, ...(api_key && { authorization: `Bearer ${api_key}` }) },
      body,
      bytes,
      signal,
      silence_ms: SILENCE_MS,
    });
    if (answer.status === 413) throw tooLarge(recording);
    if (!isSuccess(answer)) throw refusalOf(answer, [api_key]);
    return { json: objectOf(answer), result: answer.body };
  };

  return {
    name: 'speech_server',
    calls_back: false,
    begin: async (recording, { signal }) => {
      if (!hasPartyPerChannel(recording)) return { result: (await ask(recording, signal)).result };
      if (!(await canSplit())) {
        return { result: (await ask(recording, signal)).result, remark: { code: 'channels_mixed' } };
      }
      const answers = await withChannels(recording, [0, 1], { scratch, signal }, (channel) => ask(channel, signal));
      return { result: mergeChannels(answers.map(({ json }) => json)) };
    },
    collect: async () => {
      throw new ProviderError('result_lost');
    },
  };
};

const tooLarge = ({ bytes }: Recording) => new ProviderError('recording_too_large', { bytes }, { final: true });
