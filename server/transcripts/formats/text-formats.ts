import { ass } from './ass.ts';
import type { TextFormat } from './format.ts';
import { lrc } from './lrc.ts';
import { sbv } from './sbv.ts';
import { srt } from './srt.ts';
import { vtt } from './vtt.ts';
import { whisperConsole } from './whisper-console.ts';
import { whisperTsv } from './whisper-tsv.ts';

/** The formats in plain text. The first match counts. */
export const TEXT_FORMATS: readonly TextFormat[] = [vtt, ass, srt, whisperConsole, sbv, whisperTsv, lrc];
