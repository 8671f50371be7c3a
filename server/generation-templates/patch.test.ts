import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GenerationTemplatePatch } from '@pharos/contract/generation-templates.ts';
import { openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const bad = { status_code: 400 };

const flowers = {
  display_config: { group: 'summary', location: 'summary', occurring_is_positive: true },
  display_name: 'Flowers',
  exact_phrases: [{ phrase: 'no lilies', match_percentage: 87.5 }],
  example_limit: 3,
  execution_type: 'detection' as const,
  instructions: 'Which flowers does the family want?',
  label: 'flowers',
  template_type: 'at_need' as const,
};

test('a merge patch clears what a PUT cannot, merges the display and keeps the rest', async () => {
  const home = await pharos.person();
  const { data: before } = await home.client.generationTemplates.create({ body: flowers });
  const generation_template_uuid = before.uuid;
  const { generationTemplates } = home.client;
  const patch = async (body: GenerationTemplatePatch) => {
    const { updated_at, ...data } = (await generationTemplates.patch({ generation_template_uuid, body })).data;
    return data;
  };
  const { updated_at, ...kept } = before;
  const limitless = { ...kept, example_limit: null };
  assert.deepEqual(await patch({ example_limit: null }), limitless);
  const moved = { group: 'service', occurring_is_positive: true };
  assert.deepEqual(await patch({ display_config: { group: 'service', location: null } }), {
    ...limitless,
    display_config: moved,
  });
  const bare = { display_config: null, exact_phrases: null, instructions: null };
  const cleared = { ...limitless, display_config: {}, exact_phrases: null, instructions: '' };
  assert.deepEqual(await patch(bare), cleared);
  const version = (await generationTemplates.get({ generation_template_uuid })).etag;
  assert.deepEqual(await patch({ example_limit: null, organization_uuid: before.organization_uuid }), cleared);
  assert.equal((await generationTemplates.get({ generation_template_uuid })).etag, version);
  for (const name of ['development_stage', 'display_name', 'label', 'execution_type', 'template_type']) {
    const body = { [name]: null } as never;
    await assert.rejects(generationTemplates.patch({ generation_template_uuid, body }), bad);
  }
  const stale = { generation_template_uuid, if_match: '"1"', body: { label: 'roses' } };
  await assert.rejects(generationTemplates.patch(stale), { status_code: 412 });
  const elsewhere = { organization_uuid: (await pharos.person()).actor.organization_uuid };
  assert.deepEqual(await patch(elsewhere), cleared);
});
