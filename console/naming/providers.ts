import { SOURCE_NAMES, type Source } from '@pharos/contract/transcripts.ts';

/** Names of speech services. */
export const PROVIDERS: Record<Source, string> = { ...SOURCE_NAMES, subtitles: 'SRT / WebVTT', manual: '✎' };
