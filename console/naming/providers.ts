import type { Source } from '@pharos/contract/transcripts.ts';

/** Who put the recording into words, by the names that they go by. */
export const PROVIDERS: Record<Source, string> = {
  deepgram: 'Deepgram',
  assembly_ai: 'AssemblyAI',
  whisper: 'Whisper',
  aws_transcribe: 'Amazon Transcribe',
  google: 'Google',
  azure: 'Azure',
  rev_ai: 'Rev AI',
  speechmatics: 'Speechmatics',
  gladia: 'Gladia',
  eleven_labs: 'ElevenLabs',
  ibm_watson: 'IBM Watson',
  soniox: 'Soniox',
  subtitles: 'SRT / WebVTT',
  manual: '✎',
};
