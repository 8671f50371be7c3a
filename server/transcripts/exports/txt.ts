import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { documentOf } from './document.ts';

export const writeTxt = (call: TranscribedCall): string => {
  const { title, facts, speakers, paragraphs } = documentOf(call);
  const head = [title, facts, ...(speakers.length > 0 ? [`Speakers: ${speakers.join(', ')}`] : [])];
  const turns = paragraphs.map(({ name, start_ms, text }) => {
    const time = shortTime(start_ms);
    return `${name === null ? time : `${name}  ${time}`}\n${text}`;
  });
  return `${[head.join('\n'), ...turns].join('\n\n')}\n`;
};
