import type { TranscribedCall } from './call.ts';
import { captionCues } from './caption-cues.ts';
import { cueTime } from './clock.ts';

/** SubRip has no way to write its tags, its arrow or the commands of players in a text: look-alikes stand for them. */
const inText = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('{\\', '{/');

/** SubRip. It knows no speakers; as in podcasts, a name before a colon begins each turn. */
export const writeSrt = (call: TranscribedCall): string =>
  captionCues(call)
    .map(({ start_ms, end_ms, name, begins_turn, lines }, index) => {
      const prefix = begins_turn && name !== null ? `${name}: ` : '';
      const times = `${cueTime(start_ms, ',')} --> ${cueTime(end_ms, ',')}`;
      return `${index + 1}\n${times}\n${inText(prefix + lines.join('\n'))}\n`;
    })
    .join('\n');
