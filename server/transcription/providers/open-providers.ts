import { scratchFolder } from '../../recordings/scratch.ts';
import { openAssemblyAi } from './assembly-ai.ts';
import { openDeepgram } from './deepgram.ts';
import { hasLocalSpeech, openLocal, speechFolder } from './local/local.ts';
import { hearingOneVoice } from './one-voice.ts';
import type { Provider, ProviderSettings } from './provider.ts';
import { openSpeechServer, type SpeechServerSettings } from './speech-server.ts';

/** The providers that are set up; absent: not. */
export type TranscriptionSettings = {
  deepgram?: ProviderSettings;
  assembly_ai?: ProviderSettings;
  speech_server?: SpeechServerSettings;
};

/** Opens the providers that are set up; the first is asked unless another is named. */
export const openProviders = (
  { deepgram, assembly_ai, speech_server }: TranscriptionSettings,
  data_dir: string,
  scratch = scratchFolder(data_dir),
): Provider[] => [
  ...(deepgram ? [hearingOneVoice(openDeepgram(deepgram), scratch)] : []),
  ...(assembly_ai ? [hearingOneVoice(openAssemblyAi(assembly_ai), scratch)] : []),
  ...(speech_server ? [hearingOneVoice(openSpeechServer(speech_server, { scratch }), scratch)] : []),
  ...(hasLocalSpeech(speechFolder(data_dir)) ? [openLocal(speechFolder(data_dir), scratch)] : []),
];
