import { joined } from '../join-words.ts';
import { turnsOf } from '../turns.ts';
import type { TranscribedCall } from './call.ts';
import { shortTime } from './clock.ts';
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

/** A call as a document to read, the same in every format. */
export type Document = { title: string; facts: string; speakers: string[]; paragraphs: Paragraph[] };

/** Eleven hours of lively talk have as many turns, and a day of it as many characters. */
const [MOST_TURNS, MOST_CHARACTERS] = [5000, 1_000_000];

const SILENCE_MS = 5000;
const LONG_MS = 60_000;

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const dateOf = (created_at: string): string => {
  const date = new Date(created_at);
  return Number.isNaN(date.getTime()) ? oneLine(created_at) : `${DATE.format(date)} UTC`;
};

const factsOf = ({ created_at, duration, transcript }: TranscribedCall): string => {
  const last = transcript.words.reduce((end, { end_ms }) => Math.max(end, end_ms), 0);
  return `Record of ${dateOf(created_at)} · ${shortTime(duration === null ? last : duration * 1000)}`;
};

export const documentOf = (call: TranscribedCall): Document => {
  const turns = turnsOf(call.transcript.words, { silence_ms: SILENCE_MS, long_ms: LONG_MS });
  const paragraphs = turns
    .map(({ speaker, start_ms, end_ms, words }): Paragraph => {
      const texts = words.map(({ text }) => oneLine(text)).filter((text) => text !== '');
      return { speaker, name: speakerName(speaker, call.speaker_labels), start_ms, end_ms, text: joined(texts) };
    })
    .filter(({ text }) => text !== '');
  const names = paragraphs.map(({ name }) => name).filter((name) => name !== null);
  const title = oneLine(withoutEnding(call.file_name ?? '')) || `Call ${call.uuid}`;
  return { title, facts: factsOf(call), speakers: [...new Set(names)], paragraphs };
};

/** A call is called by its file: `First call.mp3` is “First call”. */
export const withoutEnding = (file_name: string): string => file_name.replace(/\.\w{1,5}$/, '');

/** The document for Word and PDF, whose pages take memory and time. Throws NotExportable where it would take too much. */
export const printableDocumentOf = (call: TranscribedCall): Document => {
  const document = documentOf(call);
  const characters = document.paragraphs.reduce((sum, { text, name }) => sum + text.length + (name?.length ?? 0), 0);
  if (document.paragraphs.length > MOST_TURNS || characters > MOST_CHARACTERS) {
    throw new NotExportable(TOO_LONG);
  }
  return document;
};
