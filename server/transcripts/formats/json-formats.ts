import { assemblyAi, assemblyAiParts } from './assembly-ai.ts';
import { aws } from './aws.ts';
import { awsCallAnalytics } from './aws-call-analytics.ts';
import { azure } from './azure.ts';
import { azureFast } from './azure-fast.ts';
import { deepgram } from './deepgram.ts';
import { dpe } from './dpe.ts';
import { elevenLabs } from './eleven-labs.ts';
import type { JsonFormat } from './format.ts';
import { gecko } from './gecko.ts';
import { gladia } from './gladia.ts';
import { google } from './google.ts';
import { ibmWatson } from './ibm-watson.ts';
import { pharos } from './pharos.ts';
import { podcast } from './podcast.ts';
import { revAi } from './rev-ai.ts';
import { soniox } from './soniox.ts';
import { speechmatics } from './speechmatics.ts';
import { speechmaticsV1 } from './speechmatics-v1.ts';
import { transformers } from './transformers.ts';
import { whisper, whisperChannels, whisperX } from './whisper.ts';
import { whisperCpp } from './whisper-cpp.ts';

/** The formats in JSON. The first match counts: some shapes are special cases of later ones. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  deepgram,
  assemblyAi,
  assemblyAiParts,
  aws,
  awsCallAnalytics,
  ibmWatson,
  google,
  azure,
  azureFast,
  gecko,
  revAi,
  speechmatics,
  speechmaticsV1,
  gladia,
  elevenLabs,
  whisperCpp,
  transformers,
  soniox,
  whisperChannels,
  whisperX,
  whisper,
  dpe,
  podcast,
  pharos,
];
