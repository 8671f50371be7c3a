import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age } from '../../test/support/ageing.ts';
import { openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();

test('what was found in a call, and decided of it, goes with the call for good', async () => {
  const home = await pharos.person();
  const { client } = home;
  await client.generationTemplates.create({
    body: {
      ...{ label: 'lilies', display_name: 'Lilies', execution_type: 'detection', template_type: 'at_need' },
      ...{ development_stage: 'production', exact_phrases: [{ phrase: 'no lilies', match_percentage: 100 }] },
    } as const,
  });
  const { case_uuid, call_uuid } = await openCall(home);
  const words = ['No', 'lilies.'].map((text) => ({ text, start_ms: 0, end_ms: 1, confidence: 1 }));
  await client.calls.update({ call_uuid, body: { transcript: { source: 'deepgram', words } } });
  const { items } = (await client.generations.run({ call_uuid, body: {} })).data;
  const generation_value_uuid = items[0]?.values[0]?.uuid as string;
  await client.generations.decide({ call_uuid, generation_value_uuid, body: { decision: 'approved' } });
  await client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 30);
  const { purge_certificate_uuids } = (await client.retention.purge()).data;
  const purge_certificate_uuid = purge_certificate_uuids[0] as string;
  const { removed } = (await client.retention.getCertificate({ purge_certificate_uuid })).data;
  const { generations, generation_values, call_analyses } = removed;
  assert.deepEqual([generations, generation_values, call_analyses], [1, 1, 1]);
});
