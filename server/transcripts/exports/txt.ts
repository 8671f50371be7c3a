import type { TranscribedCall } from './call.ts';
import { documentOf, headOf } from './document.ts';

/** Plain text, with what a page has at its head: whose record it is, of whom, when, and who speaks. */
export const writeTxt = (call: TranscribedCall): string => {
  const { labels, home, title, lead, facts, listed, paragraphs } = documentOf(call);
  const known = facts.map(({ name, value }) => `${name}: ${value}`);
  const named = listed.length > 0 ? [`${labels.speakers}:`, ...listed.map((name) => `  ${name}`)] : [];
  const blocks = [
    home,
    [title, lead].filter(Boolean).join('\n'),
    [...known, ...named].join('\n'),
    ...paragraphs.map((paragraph) => `${headOf(paragraph)}\n${paragraph.text}`),
    `${labels.end}\n${labels.call(call.uuid)}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};
