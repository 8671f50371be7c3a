import { home, transcriptOf } from '../../server/demo/home.ts';
import type { Person } from '../support/pharos.ts';

/** The demo home's cases and calls as somebody's own, by their names. */
export const openDemoHome = async ({ client }: Person) => {
  const cases = new Map<string, string>();
  const calls = new Map<string, string>();
  for (const { uuid, ...body } of home.cases) {
    cases.set(uuid, (await client.cases.create({ body })).data.uuid);
  }
  for (const call of home.calls) {
    const { file_name, file_format, speaker_labels, is_fully_labelled, provider_metadata } = call;
    const body = { file_name, file_format, speaker_labels, is_fully_labelled, provider_metadata, duration: 600 };
    const case_uuid = cases.get(call.case_uuid) as string;
    const { data } = await client.calls.create({ body: { ...body, case_uuid, transcript: transcriptOf(call) } });
    calls.set(file_name, data.uuid);
  }
  const path = (file_name: string) => `/calls/${calls.get(file_name)}`;
  return { cases: [...cases.values()], call: (file_name: string) => calls.get(file_name) as string, path };
};

export const FIRST_CALL = 'First call from the family.mp3';
export const FLORIST = 'Florist, flowers for Saturday.m4a';
