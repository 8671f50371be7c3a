import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { documentOf } from './document.ts';

/** Characters that CommonMark and its common extensions would take for markup, HTML, mathematics or a link. */
const MARKUP = /[\\`*_[\]<>&#|~$@]|(?<=\bwww)\.|:(?=\/\/)/gi;
/** Markup at the beginning of a line only: rules, lists and underlines of headings. */
const AT_THE_START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/** A line break within a paragraph. */
const BREAK = '\\\n';

const escaped = (text: string): string =>
  text
    .replace(MARKUP, '\\$&')
    .replace(AT_THE_START, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** Markdown (CommonMark) in which what was said is only text. */
export const writeMarkdown = (call: TranscribedCall): string => {
  const { labels, home, title, lead, facts, listed, paragraphs } = documentOf(call);
  const known = facts.map(({ name, value }) => `${escaped(name)}: ${escaped(value)}`);
  const named = listed.length > 0 ? [`${labels.speakers}:`, ...listed.map(escaped)] : [];
  const turns = paragraphs.flatMap(({ name, start_ms, text }) => {
    const time = shortTime(start_ms);
    return [name === null ? `*${time}*` : `**${escaped(name)}** *${time}*`, escaped(text)];
  });
  const blocks = [
    escaped(home),
    `# ${escaped(title)}`,
    escaped(lead),
    [...known, ...named].join(BREAK),
    ...turns,
    `*${labels.end}*`,
    escaped(labels.call(call.uuid)),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};
