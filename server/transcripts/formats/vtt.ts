import { type CueLines, cutAtTimings } from '../reading/cue-lines.ts';
import { type NamedCue, readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

/** The tags of WebVTT only: `<inaudible>` and the like are words. */
const TAG =
  /<(?:(v)(?:\.[^\s<>]*)?(?:\s([^<>]*))?|(\/v)|\/?(?:c|i|b|u|ruby|rt|lang)(?:[.\s][^<>]*)?|(?:\d+:)?\d+:\d+[.]\d+)>/gi;
const UNCLOSED_VOICE = /<v(?:\.[^\s<>]*)?\s/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|lrm|rlm));/gi;
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';

const decodeEntities = (text: string): string =>
  text.replace(ENTITY, (_, decimal?: string, hex?: string, name = '') =>
    decimal
      ? character(Number(decimal))
      : hex
        ? character(Number.parseInt(hex, 16))
        : (NAMED[name.toLowerCase()] ?? ''),
  );

const partsOf = (markup: string): NamedCue['parts'] => {
  const parts: { text: string; name?: string }[] = [{ text: '' }];
  let from = 0;
  const add = (to: number) => {
    const part = parts.at(-1);
    if (part) part.text += decodeEntities(markup.slice(from, to).replace(UNCLOSED_VOICE, ''));
  };
  for (const match of markup.matchAll(TAG)) {
    add(match.index);
    from = match.index + match[0].length;
    if (match[1]) parts.push({ text: '', name: decodeEntities(match[2] ?? '') });
    else if (match[3]) parts.push({ text: '' });
  }
  add(markup.length);
  return parts;
};

const textLines = ({ lines }: CueLines): string[] => {
  const blank = lines.indexOf('');
  return blank < 0 ? lines : lines.slice(0, blank);
};

/** Lines that belong to no cue, comment or style, nor name the cue that follows them. */
const strayLines = ({ lines }: CueLines, isLast: boolean): number => {
  const blocks = lines
    .join('\n')
    .split(/\n\n+/)
    .slice(1)
    .filter((block) => block !== '');
  const last = blocks.at(-1);
  if (!isLast && last && !last.includes('\n') && lines.at(-1) !== '') blocks.pop();
  return blocks
    .filter((block) => !/^(NOTE|STYLE|REGION)(\s|$)/.test(block))
    .join('\n')
    .split('\n')
    .filter(Boolean).length;
};

/**
 * WebVTT, with voices (`<v Name>`, as Teams writes) or, in a file without any, names before a colon (as Zoom writes).
 * https://www.w3.org/TR/webvtt1/
 */
const readVtt = (text: string): Reading => {
  const { cues } = cutAtTimings(text);
  const marked = cues.map((cue) => ({
    start: cue.start,
    end: cue.end,
    parts: partsOf(textLines(cue).join('\n')),
  }));
  const hasVoices = marked.some(({ parts }) => parts.some(({ name }) => name));
  const textOf = (parts: NamedCue['parts']) => parts.map(({ text }) => text).join('');
  const plain = () => marked.map(({ start, end, parts }) => ({ start, end, text: textOf(parts) }));
  const named = hasVoices ? marked : takeSpeakerPrefixes(plain());
  const reading = readCues(named);
  const stray = cues.reduce((sum, cue, i) => sum + strayLines(cue, i === cues.length - 1), 0);
  const left = stray > 0 ? [{ code: 'lines_outside_cues' as const, given: { count: stray } }] : [];
  return { ...reading, warnings: [...reading.warnings, ...left] };
};

export const vtt: TextFormat = { name: 'vtt', matches: (text) => text.startsWith('WEBVTT'), read: readVtt };
