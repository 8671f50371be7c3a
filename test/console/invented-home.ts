import type { CallUpdate } from '@pharos/contract/calls.ts';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Person } from '../support/pharos.ts';

/** Words of a dialogue, `speaker: words` a line, two a second; those in `doubtful` are unsure. People are invented. */
const wordsOf = (dialogue: string[], doubtful: string[] = []): Word[] => {
  const words: Word[] = [];
  for (const line of dialogue) {
    const [, speaker, said = ''] = /^(\w+): (.+)$/.exec(line) ?? [];
    for (const text of said.split(' ')) {
      const start_ms = words.length * 500;
      words.push({ text, start_ms, end_ms: start_ms + 400, confidence: doubtful.includes(text) ? 0.5 : 0.97, speaker });
    }
  }
  return words;
};

const smallTalk = (days: number) =>
  Array.from({ length: days }, (_, n) => [
    `0: And is there anything about day ${n} that we should write down for you before the others come?`,
    `1: Only that she liked it, and that she said so to everybody who would listen, again and again.`,
  ]).flat();

const firstSaid = (days: number) => [
  '0: Evergreen Funeral Home, good morning. This is Nora Ellery.',
  '1: Hello. My name is Anna Hollis. I am calling about my mother, Margaret Hollis.',
  '0: I am so sorry, Anna. How do you spell Hollis, please?',
  '1: H-O-L-L-I-S. Mrs. Hollis would not stand for an E in it.',
  '2: Annie, is that the funeral home?',
  ...smallTalk(days),
  '1: My daughter is Kaitlyn with a K and a Y.',
  '0: Thank you. I have it just as you said it.',
];
const FLORIST_SAID = ['A: Hollow Lane Flowers, this is Bridget.', 'B: Hello Bridget, it is Theo from Evergreen.'];
const NURSE_SAID = ['N: The ward, Bernadette speaking.', 'D: Good morning, this is Nora.'];

export const FIRST_CALL = 'First call from the family.mp3';
export const FLORIST = 'Florist, flowers for Saturday.m4a';

const callsOf = (days: number): (CallUpdate & { file_name: string })[] => [
  {
    file_name: FIRST_CALL,
    duration: 600,
    speaker_labels: { '0': 'Nora Ellery, director', '1': 'Anna Hollis, daughter' },
    transcript: { source: 'deepgram', words: wordsOf(firstSaid(days), ['Home,', 'mother,', 'Annie,']) },
  },
  {
    file_name: "St. Catherine's, release.wav",
    speaker_labels: { N: 'Bernadette, nurse', D: 'Nora Ellery, director' },
    is_fully_labelled: true,
    transcript: { source: 'whisper', words: wordsOf(NURSE_SAID) },
  },
  { file_name: FLORIST, transcript: { source: 'assembly_ai', words: wordsOf(FLORIST_SAID) } },
];

/** A home with three cases, of which the first has three calls, as somebody's own; in the first, so many days are told. */
export const openInventedHome = async ({ client }: Person, days = 40) => {
  const add = async (body: object) => (await client.cases.create({ body })).data.uuid;
  const hollis = await add({
    first_name: 'Margaret',
    last_name: 'Hollis',
    external_id: 'T-0412',
    date_of_birth: '1941-03-12',
    date_of_death: '2026-11-17',
    date_of_service: '2026-11-21',
    summary: 'No lilies.',
  });
  const delgado = await add({ first_name: 'Raúl', last_name: 'Delgado', external_id: 'T-0409' });
  const lindqvist = await add({ first_name: 'Edith', last_name: 'Lindqvist', external_id: 'T-0415' });
  const calls = new Map<string, string>();
  for (const body of callsOf(days)) {
    const { data } = await client.calls.create({ body: { case_uuid: hollis, ...body } });
    calls.set(body.file_name, data.uuid);
  }
  const call = (file_name: string) => calls.get(file_name) as string;
  return { cases: [hollis, delgado, lindqvist], call, path: (file_name: string) => `/calls/${call(file_name)}` };
};
