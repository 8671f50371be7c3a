import { linesOf, timeIn } from '../reading/cue-lines.ts';
import { type NamedCue, readCues } from '../reading/read-cues.ts';
import { takeSpeakerPrefixes } from '../reading/speaker-prefixes.ts';
import type { Reading } from '../reading/words.ts';
import type { TextFormat } from './format.ts';

const EVENT = /^Dialogue:\s*(.*)$/i;
const FIELDS = /^Format:\s*(.*)$/i;
const USUAL_FIELDS = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];

type Event = { start: unknown; end: unknown; text: string; name: string };

/** Overrides such as `{\i1}` are left out, and what is drawn between `{\p1}` and `{\p0}`. */
const spokenIn = (text: string): string =>
  text
    .replace(/\{[^{}]*\\p[1-9][^{}]*\}.*?(?:\{[^{}]*\\p0[^{}]*\}|$)/g, '')
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\N|\\n/g, '\n')
    .replace(/\\h/g, ' ');

/** The last field is the text, which may hold commas. */
const eventOf = (line: string, fields: readonly string[]): Event => {
  const parts = line.split(',');
  const values = [...parts.slice(0, fields.length - 1), parts.slice(fields.length - 1).join(',')];
  const fieldOf = (field: string) => values[fields.indexOf(field)]?.trim() ?? '';
  const name = fieldOf('name') || fieldOf('actor');
  return { start: timeIn(fieldOf('start')), end: timeIn(fieldOf('end')), text: spokenIn(fieldOf('text')), name };
};

const eventsIn = (text: string): Event[] => {
  let fields: readonly string[] = USUAL_FIELDS;
  let isEvents = false;
  return linesOf(text).flatMap((line) => {
    if (/^\[.*\]\s*$/.test(line)) isEvents = /^\[events\]/i.test(line);
    const given = isEvents && FIELDS.exec(line)?.[1];
    if (given) fields = given.split(',').map((field) => field.trim().toLowerCase());
    const event = EVENT.exec(line)?.[1];
    return event === undefined ? [] : [eventOf(event, fields)];
  });
};

/** SubStation Alpha, .ass and .ssa, whose events may name who speaks. Its times end in hundredths. */
const readAss = (text: string): Reading => {
  const events = eventsIn(text);
  const named = events.map(({ name, ...cue }): NamedCue => ({ ...cue, parts: [{ text: cue.text, name }] }));
  return readCues(events.some(({ name }) => name !== '') ? named : takeSpeakerPrefixes(events));
};

export const ass: TextFormat = {
  name: 'ass',
  matches: (text) => /^(?:;[^\n]*\n)*\[(?:script info|v4\+? styles|events)\]/i.test(text),
  read: readAss,
};
