import { SOURCE_NAMES, type Source } from '@pharos/contract/transcripts.ts';

/** Who put the recording into words, by the names that they go by. */
export const PROVIDERS: Record<Source, string> = { ...SOURCE_NAMES, subtitles: 'SRT / WebVTT', manual: '✎' };
