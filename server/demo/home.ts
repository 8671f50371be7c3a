import { readFileSync } from 'node:fs';
import type { CallCreate } from '@pharos/contract/calls.ts';
import type { Source, Transcript } from '@pharos/contract/transcripts.ts';
import { lastDay, nextDay } from './days.ts';
import { speak } from './dialogue-timing.ts';
import { findTruth } from './recordings.ts';

export type DemoCase = {
  uuid: string;
  /** Begins with `DEMO-`, the mark by which the demo is known and removed. */
  external_id: string;
  first_name: string;
  last_name: string;
  date_of_birth: string;
  summary: string;
  /** Days as of the moment in which the demo is made, on the weekdays that are spoken of. */
  dates(made: Date): { date_of_death: string; date_of_service: string | null };
};

export type DemoCall = {
  uuid: string;
  case_uuid: string;
  file_name: string;
  file_format: string;
  source: Source;
  /** The file beside this module with what was said, one line a turn. */
  dialogue: `dialogues/${string}.txt`;
  /** The name of the recording in `recordings/`, without its ending; null for a call without sound. */
  recording: string | null;
  speaker_labels: Record<string, string>;
  is_fully_labelled: boolean;
  provider_metadata: Record<string, string>;
  /** Facts as of the moment in which the demo is made, on the days that are spoken of. */
  facts(made: Date): Pick<CallCreate, 'started_at' | 'direction' | 'from' | 'to' | 'answered_by'>;
};

const NORA = 'Nora Ellery';
/** A time of the home's own clock, which is that of Chicago in winter. */
const at = (day: string, time: string) => `${day}T${time}:00-06:00`;

const hollis: DemoCase = {
  uuid: 'afcb244d-b8af-44de-8c09-e974028b67e3',
  external_id: 'DEMO-0412',
  first_name: 'Margaret',
  last_name: 'Hollis',
  date_of_birth: '1941-03-12',
  summary:
    'Viewing Saturday from 9:30, service at 11, Pastor Amadi of Trinity Methodist. Burial at Oak Hill beside her ' +
    'sister June, or her urn there; Anna decides on Wednesday. No lilies anywhere: Anna is allergic. ' +
    'Do not call or leave a message for Walter Hollis. Her son Daniel chooses the music.',
  dates: (made) => ({ date_of_death: lastDay('Tuesday', made, 1), date_of_service: nextDay('Saturday', made, 3) }),
};

const delgado: DemoCase = {
  uuid: 'eeaba975-ee1c-49e1-a6ac-2d68fde10f36',
  external_id: 'DEMO-0409',
  first_name: 'Raúl',
  last_name: 'Delgado',
  date_of_birth: '1947-06-02',
  summary:
    "Rosary Sunday at 6 in our chapel, Mass Monday at 10 at St. Brendan's with Father Tomás, Army honors after it. " +
    'Cremation on Friday, niche at the national cemetery in December. His widow Dolores speaks Spanish; ' +
    'their daughter Elena is the one to call. Nobody calls his brother Chuy.',
  // Its call names these days, and the holiday between them.
  dates: () => ({ date_of_death: '2026-11-08', date_of_service: '2026-11-16' }),
};

const lindqvist: DemoCase = {
  uuid: '9b062b33-c72b-46e5-9402-7eeec6980d95',
  external_id: 'DEMO-0415',
  first_name: 'Edith',
  last_name: 'Lindqvist',
  date_of_birth: '1933-09-27',
  summary:
    'Cremation without a viewing, something small at the lake in the spring. Her nephew Paul is the one to call.',
  // He calls on the Monday after it.
  dates: (made) => ({ date_of_death: lastDay('Friday', made, 4), date_of_service: null }),
};

const calls: DemoCall[] = [
  {
    uuid: '849efaee-8073-4797-aa03-525aac037997',
    case_uuid: hollis.uuid,
    file_name: 'First call from the family.mp3',
    file_format: 'mp3',
    source: 'deepgram',
    dialogue: 'dialogues/first-call-from-the-family.txt',
    recording: 'first-call-from-the-family',
    speaker_labels: { '0': 'Nora Ellery, director', '1': 'Anna Hollis, daughter' },
    is_fully_labelled: false,
    provider_metadata: { deepgram_request_id: '5a57e474-0afc-4ab7-a8f3-30be37d90daf' },
    facts: (made) => ({
      started_at: at(lastDay('Tuesday', made, 1), '09:14'),
      direction: 'incoming',
      from: '555-0123',
      answered_by: NORA,
    }),
  },
  {
    uuid: '169932ff-12b1-4ed7-a66f-1d6aa439fde4',
    case_uuid: hollis.uuid,
    file_name: "St. Catherine's, release.wav",
    file_format: 'wav',
    source: 'whisper',
    dialogue: 'dialogues/st-catherines-release.txt',
    recording: null,
    speaker_labels: { SPEAKER_00: "Bernadette, nurse at St. Catherine's", SPEAKER_01: 'Nora Ellery, director' },
    is_fully_labelled: true,
    provider_metadata: { model: 'large-v3' },
    facts: (made) => ({
      started_at: at(lastDay('Tuesday', made, 1), '09:31'),
      direction: 'outgoing',
      to: '555-0160',
      answered_by: NORA,
    }),
  },
  {
    uuid: '0bfd0ab8-b2e8-411a-98e7-93150dcbae68',
    case_uuid: hollis.uuid,
    file_name: 'Florist, flowers for Saturday.mp3',
    file_format: 'mp3',
    source: 'assembly_ai',
    dialogue: 'dialogues/florist-saturday-flowers.txt',
    recording: 'florist-saturday-flowers',
    speaker_labels: {},
    is_fully_labelled: false,
    provider_metadata: { assembly_ai_id: '509dd9f6-7588-489b-96c2-bf1633325901' },
    facts: (made) => ({ started_at: at(lastDay('Tuesday', made, 1), '16:05'), direction: 'outgoing', to: '555-0186' }),
  },
  {
    uuid: 'e5d64233-eaa8-4ef1-9d3c-31693e0b6594',
    case_uuid: delgado.uuid,
    file_name: 'Arrangement conference.m4a',
    file_format: 'm4a',
    source: 'assembly_ai',
    dialogue: 'dialogues/arrangement-conference.txt',
    recording: null,
    speaker_labels: { A: 'Nora Ellery, director', B: 'Elena Delgado, daughter', C: 'Dolores Delgado, wife' },
    is_fully_labelled: true,
    provider_metadata: { assembly_ai_id: 'ae9447d1-7cc1-4150-bb44-2c12e2d4e751' },
    // Across a table: no telephone rang.
    facts: () => ({ started_at: at('2026-11-10', '10:30') }),
  },
  {
    uuid: 'd7f0caaf-bf6e-43d0-b9ed-c46d94830211',
    case_uuid: lindqvist.uuid,
    file_name: 'Voicemail from Paul Lindqvist.mp3',
    file_format: 'mp3',
    source: 'deepgram',
    dialogue: 'dialogues/voicemail-lindqvist.txt',
    recording: 'voicemail-lindqvist',
    speaker_labels: { '0': 'Paul Lindqvist, nephew' },
    is_fully_labelled: true,
    provider_metadata: { deepgram_request_id: 'd912ef37-231e-47aa-90c4-08e85b82e75a' },
    facts: (made) => ({ started_at: at(lastDay('Monday', made, 1), '08:10'), direction: 'incoming', from: '555-0147' }),
  },
];

/** The sample home of a new installation. People, places and telephone numbers are invented. */
export const home = {
  organization: { name: 'Evergreen Funeral Home' },
  cases: [hollis, delgado, lindqvist],
  calls,
};

/** Transcript of a demo call: with the true times where it has a recording, else with invented ones. */
export const transcriptOf = (call: DemoCall): Transcript =>
  findTruth(call) ?? {
    source: call.source,
    words: speak(readFileSync(new URL(call.dialogue, import.meta.url), 'utf8')),
  };

/** Whole seconds up to the end of the last word, rounded up; 0 without words. A recording ends there, too. */
export const durationOf = (transcript: Transcript): number =>
  Math.ceil(transcript.words.reduce((end, word) => Math.max(end, word.end_ms), 0) / 1000);
