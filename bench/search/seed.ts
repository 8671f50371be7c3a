import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { storeTranscript } from '../../server/transcripts/stored.ts';
import { vocabulary } from '../vocabulary.ts';

/** Words of a call. */
export const WORDS = 1_500;
const BATCH = 100;
/** Words beyond the spoken ones: names and places, each of which few calls have. */
const RARE = 20_000;

let state = 20_261_130;
/** Number from 0 to 1, the same in each run. */
export const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** Word of a telephone call, as often as it is said there. */
export const spoken = () => vocabulary[Math.floor(random() * vocabulary.length)] as string;
const SYLLABLES = [...'bdfghklmnprstvwz'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));

/** One of the rare words, by its number: `Bamoto`. They differ in how they sound, as names do. */
export const nameAt = (number: number): string => {
  const at = (number * 7919) % SYLLABLES.length ** 3;
  const parts = [at, at / SYLLABLES.length, at / SYLLABLES.length ** 2];
  const name = parts.map((part) => SYLLABLES[Math.floor(part) % SYLLABLES.length]).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

/** Name that few calls have. */
export const rare = () => nameAt(Math.floor(RARE * random() ** 3));

const transcript = () => {
  let [now, left, speaker] = [0, 0, '0'];
  const words = Array.from({ length: WORDS }, () => {
    if (left === 0) {
      left = 3 + Math.floor(random() * 37);
      speaker = speaker === '0' ? '1' : '0';
    }
    left -= 1;
    const text = random() < 0.03 ? rare() : spoken();
    const start_ms = now;
    now += 120 + 40 * text.length;
    return { text, start_ms, end_ms: now, confidence: 0.97, speaker };
  });
  return storeTranscript({ source: 'deepgram', words });
};

type Row = Record<string, unknown>;

const insert = (database: pg.Client, table: string, rows: Row[]) => {
  const [first] = rows;
  if (!first) return;
  let parameter = 0;
  const names = Object.keys(first);
  const values = rows.map(() => `(${names.map(() => `$${++parameter}`).join(', ')})`);
  return database.query(
    `insert into ${table} (${names.join(', ')}) values ${values.join(', ')}`,
    rows.flatMap((row) => names.map((name) => row[name])),
  );
};

/** People and cases whose calls are made. */
export type Home = { organization_uuid: string; created_by: string; colleague: string; cases: string[] };

/** Calls from number `from` on: one in ten is labelled in full, one in five taken by the colleague, one in three recorded. */
export const seedCalls = async (
  database: pg.Client,
  { organization_uuid, created_by, colleague, cases }: Home,
  from: number,
  count: number,
  say: (text: string) => void,
) => {
  for (let done = 0; done < count; done += BATCH) {
    const calls = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => {
      const number = from + done + index;
      return {
        number,
        uuid: randomUUID(),
        transcript_uuid: randomUUID(),
        case_uuid: cases[number % cases.length] as string,
        created_at: new Date(Date.UTC(2026, 0, 1) + number * 600_000).toISOString(),
        ...transcript(),
      };
    });
    await database.query('begin');
    await insert(
      database,
      'calls',
      calls
        .map(({ number, uuid, case_uuid, created_at, transcript_uuid, digest }) => ({
          organization_uuid,
          uuid,
          case_uuid,
          created_by: number % 5 === 0 ? colleague : created_by,
          created_at,
          updated_at: created_at,
          is_fully_labelled: number % 10 === 0,
          direction: number % 2 === 0 ? 'incoming' : 'outgoing',
          from: number % 50 === 0 ? '(216) 555-0142' : null,
          from_e164: number % 50 === 0 ? '+12165550142' : null,
          speaker_labels: '{"0":"Margaret Hollis, director","1":"Daughter"}',
          transcript_uuid,
          transcript_digest: digest,
        }))
        .map(({ from: number, ...row }) => ({ ...row, '"from"': number })),
    );
    await insert(
      database,
      'transcripts',
      calls.map(({ uuid, transcript_uuid, zstd, digest }) => ({
        ...{ organization_uuid, uuid: transcript_uuid, call_uuid: uuid, zstd, digest, created_by },
      })),
    );
    await insert(
      database,
      'search_documents',
      calls.map(({ uuid, transcript_uuid, created_at, document }) => ({
        ...{ organization_uuid, transcript_uuid, call_uuid: uuid, created_at, document },
      })),
    );
    await insert(
      database,
      'recordings',
      calls
        .filter(({ number }) => number % 3 === 0)
        .map(({ uuid, case_uuid }) => ({
          ...{ organization_uuid, uuid: randomUUID(), call_uuid: uuid, case_uuid, created_by },
          ...{ content_type: 'audio/wav', file_format: 'wav', bytes: 44, sha256: randomUUID() },
          ...{ channels: 1, sample_rate: 8000 },
        })),
    );
    await database.query('commit');
    if ((done / BATCH) % 20 === 0) say(`${from + done} calls`);
  }
};
