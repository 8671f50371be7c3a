import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { turnAt } from './on-a-call.ts';
import { nameVoice, openSharedCall } from './shared-call.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const openCase = async () => (await nora.client.cases.create({ body: { last_name: 'Marsh' } })).data.uuid;
const [whole, small] = [await openCase(), await openCase()];
const shared = await openSharedCall(pharos);

/** Bytes that nginx lets through where nobody has set another limit. */
const DEFAULT_LIMIT = 1024 * 1024;
const PAGE = '<html><head><title>413 Request Entity Too Large</title></head><body>nginx</body></html>';

/** Stands for a proxy that answers larger bodies by itself, as HTML; tells how many it has refused. */
const limitBodies = async (page: Page, limit: number) => {
  let refused = 0;
  await page.route('**/v1/**', (route) => {
    if (
      Number(route.request().headers()['content-length'] ?? 0) <= limit &&
      (route.request().postDataBuffer()?.length ?? 0) <= limit
    )
      return route.continue();
    refused++;
    return route.fulfill({ status: 413, contentType: 'text/html', body: PAGE });
  });
  return () => refused;
};
const recording = {
  name: 'Long.wav',
  mimeType: 'audio/wav',
  buffer: wav(randomBytes(3_000_000), { tag: 1, channels: 1, bits: 8 }),
};

inBrowser(
  'a recording passes a proxy that nobody has told of recordings',
  nora,
  `/cases/${whole}`,
  async ({ page }) => {
    const refused = await limitBodies(page, DEFAULT_LIMIT);
    await page.getByLabel(english.cases.add_files).setInputFiles(recording);
    const line = page.getByRole('list', { name: english.recordings.uploads }).getByRole('listitem');
    await line.getByText(english.recordings.done).waitFor();
    assert.equal(refused(), 0);
    const [call] = (await nora.client.calls.list({ case_uuid: whole })).data.items;
    const heard = await nora.client.recordings.get({ call_uuid: call?.uuid ?? '' });
    assert.deepEqual(Buffer.from(await heard.arrayBuffer()), recording.buffer);
  },
);

inBrowser('a proxy that lets no recording through is told as one', nora, `/cases/${small}`, async ({ page }) => {
  await limitBodies(page, 1000);
  await page.getByLabel(english.cases.add_files).setInputFiles(recording);
  const line = page.getByRole('list', { name: english.recordings.uploads }).getByRole('listitem');
  await line.getByText(english.ui.proxy_limit).waitFor();
  await assertAccessible(page, 'a recording that a proxy refuses');
});

inBrowser('a proxy that lets no words through is told as one', shared.nora, shared.path, async ({ page }) => {
  await turnAt(page, '00:00').waitFor();
  await page.route('**/v1/calls/*', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 413, contentType: 'text/html', body: PAGE })
      : route.continue(),
  );
  await nameVoice(page, english.calls.speaker('A'), 'Bridget');
  await page.getByRole('toolbar').getByText(english.ui.proxy_limit).waitFor();
});
