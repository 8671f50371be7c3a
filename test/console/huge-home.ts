import type { Word } from '@pharos/contract/transcripts.ts';
import sql from 'sql-template-tag';
import type { Person, Pharos } from '../support/pharos.ts';

const said = (speaker: string | null, text: string, from_ms: number, each_ms = 400): Word[] =>
  text.split(' ').map((word, n) => ({
    text: word,
    start_ms: from_ms + n * each_ms,
    end_ms: from_ms + n * each_ms + each_ms - 50,
    confidence: 0.95,
    speaker,
  }));

/** A sitting in which one “word” lasts through a recess of 266 seconds, as a provider once sent it. */
export const RECESS: Word[] = [
  ...said('0', 'We rise for a short recess', 0),
  { text: '[recess]', start_ms: 4_000, end_ms: 270_000, confidence: 0.9, speaker: '0' },
  ...said('1', 'We are back and we go on', 271_000),
];

/** Two who speak at once, for seconds. */
export const OVERLAPPING: Word[] = [
  ...said('0', 'I wanted to say that she would have', 0),
  ...said('1', 'no please let me', 800),
  ...said('0', 'liked the blue dress', 3_200),
  ...said('1', 'the blue one yes', 2_600),
];

export const ARABIC = 'أمي توفيت هذا الصباح، رحمها الله.';
export const HEBREW = 'שלום, מדברת רחל כהן.';
export const RIGHT_TO_LEFT: Word[] = [
  ...said('0', 'Evergreen Funeral Home, good morning.', 0),
  ...said('1', ARABIC, 4_000),
  ...said('2', HEBREW, 9_000),
];

/** Somebody who does not stop. */
export const MONOLOGUE: Word[] = said('0', Array.from({ length: 5_000 }, (_, n) => `word${n}`).join(' '), 0);

export const UNBROKEN = 'Ω'.repeat(3_000);
/** Words that the contract allows: of no length, of no text, very long, and back in time. */
export const STRANGE: Word[] = [
  { text: 'instant', start_ms: 1_000, end_ms: 1_000, confidence: 0.9, speaker: '0' },
  { text: '', start_ms: 1_200, end_ms: 1_400, confidence: 0.9, speaker: '1' },
  { text: ' ', start_ms: 1_500, end_ms: 1_500, confidence: 0, speaker: '1' },
  { text: UNBROKEN, start_ms: 2_000, end_ms: 3_000, confidence: 0.3, speaker: '0' },
  { text: 'earlier', start_ms: 500, end_ms: 400, confidence: 0, speaker: null },
  { text: 'zero', start_ms: 0, end_ms: 0, confidence: 1, speaker: '0' },
];

export const CASES = 2_000;
export const CALLS = 300;

/** A home of many years: numbers of its cases, of the calls of one of them, of its people and locations, and of audit events. */
export const openHugeHome = async ({ database }: Pharos, { actor, client }: Person) => {
  const { organization_uuid, user_uuid } = actor;
  const { data: long } = await client.cases.create({ body: { first_name: 'Margaret', last_name: 'Hollis' } });
  await database.transaction(async (tx) => {
    await tx.rows(sql`
      insert into cases (organization_uuid, uuid, first_name, last_name, external_id, created_by, created_at)
      select ${organization_uuid}, gen_random_uuid(), 'Person', n::text, 'T-' || n, ${user_uuid},
        now() - n * interval '1 minute' from generate_series(1, ${CASES - 1}::int) as n`);
    await tx.rows(sql`
      insert into calls (organization_uuid, uuid, case_uuid, file_name, duration, created_by, created_at)
      select ${organization_uuid}, gen_random_uuid(), ${long.uuid}, 'Call ' || n || '.mp3', n, ${user_uuid},
        now() - n * interval '1 minute' from generate_series(1, ${CALLS}::int) as n`);
    await tx.rows(sql`
      insert into users (organization_uuid, uuid, name, email, access_level)
      select ${organization_uuid}, gen_random_uuid(), 'Person ' || n, 'person' || n || '@evergreen.example', 'member'
      from generate_series(1, 199) as n`);
    await tx.rows(sql`
      insert into locations (organization_uuid, uuid, name, created_by)
      select ${organization_uuid}, gen_random_uuid(), 'House ' || n, ${user_uuid} from generate_series(1, 100) as n`);
  });
  return { case_uuid: long.uuid };
};
