import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import { openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();

test("a PUT of the public API's own sample is taken, and answered as it was sent", async () => {
  const home = await pharos.person();
  const blank = {
    display_name: 'Flowers',
    label: 'flowers',
    execution_type: 'detection',
    template_type: 'pre_need',
  } as const;
  const { data: before } = await home.client.generationTemplates.create({ body: blank });
  const { organization_uuid } = before;
  const sample = {
    development_stage: 'testing',
    display_config: { group: 'summary', location: 'summary', occurring_is_positive: true },
    display_name: '<string>',
    exact_phrases: [{ phrase: '<string>', match_percentage: 123 }],
    example_limit: 123,
    execution_type: 'summary',
    instructions: '<string>',
    label: '<string>',
    template_type: 'at_need',
  } satisfies GenerationTemplateCreate;
  const body = { ...sample, organization_display_name: '<string>', organization_uuid: randomUUID() };
  const { data } = await home.client.generationTemplates.update({ generation_template_uuid: before.uuid, body });
  assert.deepEqual({ ...data, ...sample, organization_uuid }, data);
  assert.ok(!('organization_display_name' in data));
});
