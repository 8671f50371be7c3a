import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { documentOf } from './document.ts';

/** What CommonMark and its common extensions would take for markup, HTML, mathematics or a link. */
const MARKUP = /[\\`*_[\]<>&#|~$@]|(?<=\bwww)\.|:(?=\/\/)/gi;
/** At the beginning of a line also: rules, lists and underlines of headings. */
const AT_THE_START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

const escaped = (text: string): string =>
  text
    .replace(MARKUP, '\\$&')
    .replace(AT_THE_START, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** Markdown (CommonMark) in which what was said is only text. */
export const writeMarkdown = (call: TranscribedCall): string => {
  const { title, facts, speakers, paragraphs } = documentOf(call);
  const head = [`# ${escaped(title)}`, facts];
  if (speakers.length > 0) head.push(`Speakers: ${speakers.map(escaped).join(', ')}`);
  const turns = paragraphs.flatMap(({ name, start_ms, text }) => {
    const time = shortTime(start_ms);
    return [name === null ? `*${time}*` : `**${escaped(name)}** *${time}*`, escaped(text)];
  });
  return `${[...head, ...turns].join('\n\n')}\n`;
};
