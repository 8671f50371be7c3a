import { REDACTION_KINDS, SOURCE_NAMES } from '@pharos/contract/transcripts.ts';
import { joined } from '../join-words.ts';
import { turnsOf } from '../turns.ts';
import type { LeftOut, TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
import { LABELS, type Labels } from './labels.ts';
import { NotExportable, TOO_LONG } from './not-exportable.ts';
import { oneLine } from './one-line.ts';
import { speakerName } from './speakers.ts';

/** A turn as it is read: `speaker` is the id, `name` what to show, `text` one line. Times in milliseconds. */
export type Paragraph = {
  speaker: string | null;
  name: string | null;
  start_ms: number;
  end_ms: number;
  text: string;
};

/** A line of the head: what it is, and its value. */
export type Fact = { name: string; value: string };

/** A call as a document to read, the same in every format. */
export type Document = {
  labels: Labels;
  title: string;
  /** The home whose record it is, and the person and number of the case; empty where nobody has said. */
  home: string;
  lead: string;
  facts: Fact[];
  /** Names of the speakers, and the same with the sides that somebody has put them on. */
  speakers: string[];
  listed: string[];
  paragraphs: Paragraph[];
};

/** Eleven hours of lively talk have as many turns, and a day of it as many characters. */
const [MOST_TURNS, MOST_CHARACTERS] = [5000, 1_000_000];

const SILENCE_MS = 5000;
const LONG_MS = 60_000;

const DATE = {
  ...({ day: 'numeric', month: 'long', year: 'numeric' } as const),
  ...({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const),
};

/** `November 30, 2026 at 8:28 AM EST`. */
const dateOf = (at: string, time_zone: string, { locale }: Labels): string => {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return oneLine(at);
  // Intl puts a narrow space in front of PM, which some programs show as a box.
  return new Intl.DateTimeFormat(locale, { ...DATE, timeZone: time_zone }).format(date).replaceAll('\u202f', ' ');
};

const UNITS = ['hour', 'minute', 'second'] as const;

/** `1 min 19 sec`: the largest unit and the next. */
const lengthOf = (seconds: number, { locale }: Labels): string => {
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const first = Math.max(0, seconds < 1 ? 2 : parts.findIndex((part) => part > 0));
  return [first, first + 1]
    .filter((index) => (parts[index] ?? 0) > 0 || index === first)
    .flatMap((index) => {
      const format = { style: 'unit', unit: UNITS[index] ?? 'second', unitDisplay: 'short' } as const;
      return index < UNITS.length ? [new Intl.NumberFormat(locale, format).format(parts[index] ?? 0)] : [];
    })
    .join(' ');
};

const sourceOf = ({ transcript }: TranscribedCall, labels: Labels): string => {
  if (transcript.source === 'manual') return labels.typed;
  return transcript.source === 'subtitles' ? labels.subtitles : SOURCE_NAMES[transcript.source];
};

/** `card numbers (2), dates of birth (1)`: how many places of each kind no longer are there. */
const leftOutOf = (left_out: LeftOut, labels: Labels): string =>
  REDACTION_KINDS.flatMap((kind) => (left_out[kind] ? [`${labels.kinds[kind]} (${left_out[kind]})`] : [])).join(', ') ||
  labels.nothing_left_out;

const factsOf = (call: TranscribedCall, labels: Labels): Fact[] => {
  const last = call.transcript.words.reduce((end, { end_ms }) => Math.max(end, end_ms), 0);
  const { started_at, created_at, time_zone, direction, from, to, answered_by } = call;
  const added = { name: labels.added, value: dateOf(created_at, time_zone, labels) };
  const said = [
    { name: labels.direction, value: direction && labels.directions[direction] },
    { name: labels.from, value: from },
    { name: labels.to, value: to },
    { name: labels.answered_by, value: answered_by },
  ].map(({ name, value }) => ({ name, value: oneLine(value ?? '') }));
  return [
    started_at === null ? added : { name: labels.started, value: dateOf(started_at, time_zone, labels) },
    ...said.filter(({ value }) => value !== ''),
    { name: labels.length, value: lengthOf(call.duration ?? Math.round(last / 1000), labels) },
    { name: labels.transcript, value: sourceOf(call, labels) },
    ...(call.left_out ? [{ name: labels.left_out, value: leftOutOf(call.left_out, labels) }] : []),
  ];
};

/** Names with their sides where somebody has chosen one: other sides follow from the names themselves. */
const listedOf = ({ speaker_sides }: TranscribedCall, paragraphs: readonly Paragraph[], labels: Labels): string[] => {
  const listed = paragraphs.flatMap(({ speaker, name }) => {
    if (name === null) return [];
    const side = speaker !== null && Object.hasOwn(speaker_sides, speaker) ? speaker_sides[speaker] : undefined;
    return [side ? labels.on_side(name, side) : name];
  });
  return [...new Set(listed)];
};

export const documentOf = (call: TranscribedCall): Document => {
  const labels = LABELS[call.language];
  const turns = turnsOf(call.transcript.words, { silence_ms: SILENCE_MS, long_ms: LONG_MS });
  const paragraphs = turns
    .map(({ speaker, start_ms, end_ms, words }): Paragraph => {
      const texts = words.map(({ text }) => oneLine(text)).filter((text) => text !== '');
      return { speaker, name: speakerName(speaker, call.speaker_labels), start_ms, end_ms, text: joined(texts) };
    })
    .filter(({ text }) => text !== '');
  const names = paragraphs.map(({ name }) => name).filter((name) => name !== null);
  return {
    labels,
    title: oneLine(call.title ?? '') || oneLine(withoutEnding(call.file_name ?? '')) || labels.call(call.uuid),
    home: oneLine(call.home ?? ''),
    lead: [call.person, call.case_number]
      .map((text) => oneLine(text ?? ''))
      .filter(Boolean)
      .join(' · '),
    facts: factsOf(call, labels),
    speakers: [...new Set(names)],
    listed: listedOf(call, paragraphs, labels),
    paragraphs,
  };
};

/** A call without a title is called by its file: `First call.mp3` is “First call”. */
export const withoutEnding = (file_name: string): string => file_name.replace(/\.\w{1,5}$/, '');

/** A turn's head in one line: who, and when. */
export const headOf = ({ name, start_ms }: Paragraph): string =>
  name === null ? shortTime(start_ms) : `${name}  ${shortTime(start_ms)}`;

/** The document for Word and PDF, whose pages take memory and time. Throws NotExportable where it would take too much. */
export const printableDocumentOf = (call: TranscribedCall): Document => {
  const document = documentOf(call);
  const characters = document.paragraphs.reduce((sum, { text, name }) => sum + text.length + (name?.length ?? 0), 0);
  if (document.paragraphs.length > MOST_TURNS || characters > MOST_CHARACTERS) {
    throw new NotExportable(TOO_LONG);
  }
  return document;
};
