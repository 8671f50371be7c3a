import type { TranscribedCall } from './call.ts';
import { captionCues } from './caption-cues.ts';
import { cueTime } from './clock.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A name in front of the end of its tag: two hyphens would make an arrow with that. */
const annotation = (name: string): string => escaped(name).replace(/-$/, '&#45;');

/** WebVTT with a voice for each speaker. https://www.w3.org/TR/webvtt1/ */
export const writeVtt = (call: TranscribedCall): string => {
  const cues = captionCues(call).map(({ start_ms, end_ms, name, lines }) => {
    const text = escaped(lines.join('\n'));
    const voiced = name === null ? text : `<v ${annotation(name)}>${text}</v>`;
    return `${cueTime(start_ms, '.')} --> ${cueTime(end_ms, '.')}\n${voiced}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
};
