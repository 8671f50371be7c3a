import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { RECORDING_LIMIT } from '@pharos/contract/recordings.ts';
import type { Page } from 'playwright-core';
import { PIECE } from '../../console/recordings/kinds.ts';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const folder = await mkdtemp(join(tmpdir(), 'pharos-cut-uploads-'));
after(() => rm(folder, { recursive: true }));
const nora = await pharos.person('member');

const openCase = async () => {
  const { data } = await nora.client.cases.create({ body: { last_name: 'Marsh' } });
  const calls = async () => (await nora.client.calls.list({ case_uuid: data.uuid })).data.items;
  return { case_uuid: data.uuid, path: `/cases/${data.uuid}`, calls };
};
const noise = (bytes: number) => wav(randomBytes(bytes), { tag: 1, channels: 1, bits: 8 });
const fileOf = async (name: string, bytes: number) => {
  const path = join(folder, name);
  const sound = noise(bytes);
  await writeFile(path, sound);
  return { path, sound };
};
const choose = (page: Page, path: string) => page.getByLabel(english.cases.add_files).setInputFiles(path);
const line = (page: Page, name: string) =>
  page.getByRole('list', { name: english.recordings.uploads }).getByRole('listitem').filter({ hasText: name });
/** Answers each piece as told, instead of the server. */
const answerPieces = (page: Page, status: number | null) =>
  page.route('**/v1/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    return status === null ? undefined : route.fulfill({ status, contentType: 'text/plain', body: 'no\n' });
  });
const letPieces = (page: Page) => page.unroute('**/v1/uploads/*');
/** Shortens the page's waits before another try. */
const hurry = async (page: Page) => {
  await page.addInitScript(`{
    const wait = window.setTimeout;
    window.setTimeout = (run, ms, ...given) => wait(run, Math.min(ms, 30), ...given);
  }`);
  await page.reload();
};
const arrived = async (calls: Awaited<ReturnType<typeof openCase>>['calls'], sound: Buffer) => {
  const [call, ...others] = await calls();
  assert.equal(others.length, 0);
  const heard = await nora.client.recordings.get({ call_uuid: call?.uuid ?? '' });
  assert.ok(sound.equals(Buffer.from(await heard.arrayBuffer())));
};

const cut = await openCase();
const busy = await openCase();
const out = await openCase();
const given_up = await openCase();
const late = await openCase();
const { data: taken } = await nora.client.calls.create({ body: { case_uuid: late.case_uuid, file_name: 'Taken.wav' } });
const large = await openCase();

inBrowser('an upload whose connection is cut in the middle goes on from there', nora, cut.path, async ({ page }) => {
  const { path, sound } = await fileOf('Cut.wav', 4_000_000);
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  const server = pharos.app.server;
  const breakOff = (request: IncomingMessage) => {
    if (request.method !== 'PATCH') return;
    server.off('request', breakOff);
    const { socket } = request;
    const enough = socket.bytesRead + PIECE * 0.4;
    const look = () => {
      if (socket.bytesRead >= enough) socket.destroy();
      else if (!socket.destroyed) setImmediate(look);
    };
    look();
  };
  server.on('request', breakOff);
  await choose(page, path);
  await line(page, 'Cut.wav').getByText(english.recordings.done).waitFor();
  assert.equal(offsets[0], 0);
  // It goes on within a piece, and no byte that has arrived is sent again.
  const resumed = offsets.filter((at) => at % PIECE !== 0);
  assert.ok(
    offsets.every((at, n) => n === 0 || at > (offsets[n - 1] as number)),
    `pieces from ${offsets}`,
  );
  assert.ok(resumed.length > 0, `pieces from ${offsets}`);
  await arrived(cut.calls, sound);
});

inBrowser('a server that cannot take it is asked again, and the upload arrives', nora, busy.path, async ({ page }) => {
  const { path, sound } = await fileOf('Busy.wav', 16_000);
  await hurry(page);
  await answerPieces(page, 503);
  await choose(page, path);
  await line(page, 'Busy.wav').getByText(english.recordings.busy).waitFor();
  await assertAccessible(page, 'an upload that the server cannot take');
  await letPieces(page);
  await line(page, 'Busy.wav').getByText(english.recordings.done).waitFor();
  await arrived(busy.calls, sound);
});

inBrowser('who is signed out meanwhile goes on with the same upload', nora, out.path, async ({ page }) => {
  const { path, sound } = await fileOf('Out.wav', 16_000);
  await answerPieces(page, 401);
  await choose(page, path);
  await line(page, 'Out.wav').getByRole('link', { name: english.refusals.unauthenticated }).waitFor();
  await assertAccessible(page, 'an upload of somebody who is signed out');
  await letPieces(page);
  const begun: string[] = [];
  page.on('request', (request) => begun.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await line(page, 'Out.wav').getByRole('button', { name: english.recordings.resume }).click();
  await line(page, 'Out.wav').getByText(english.recordings.done).waitFor();
  assert.ok(!begun.includes('POST /v1/uploads'));
  await arrived(out.calls, sound);
});

inBrowser('an upload is given up, and leaves neither a call nor its bytes', nora, given_up.path, async ({ page }) => {
  const { path } = await fileOf('Wrong.wav', 16_000);
  await answerPieces(page, null);
  const begin = async () => {
    const made = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && /uploads$/.test(answer.url()),
    );
    const held = page.waitForRequest((request) => request.method() === 'PATCH');
    await choose(page, path);
    await held;
    assert.equal((await given_up.calls()).length, 1);
    return (await (await made).headerValue('location')) ?? '';
  };
  const giveUp = async () => {
    const removed = page.waitForResponse((answer) => /calls\/[^/]+$/.test(answer.url()) && answer.status() === 204);
    await line(page, 'Wrong.wav')
      .getByRole('button', { name: english.recordings.cancel('Wrong.wav') })
      .click();
    await removed;
  };
  const isGone = async (location: string) => {
    await line(page, 'Wrong.wav').waitFor({ state: 'detached' });
    await page.getByText('Wrong.wav').waitFor({ state: 'detached' });
    const headers = { 'tus-resumable': '1.0.0' };
    const answer = await page.request.head(new URL(location, pharos.baseUrl).href, { headers });
    return answer.status();
  };
  const first = await begin();
  await giveUp();
  assert.equal(await isGone(first), 404);
  assert.equal((await given_up.calls()).length, 0);
  // The same after the window was closed in between.
  const second = await begin();
  await line(page, 'Wrong.wav').getByRole('button', { name: english.recordings.pause }).click();
  await page.reload();
  await line(page, 'Wrong.wav').getByText(english.recordings.unfinished).waitFor();
  await giveUp();
  assert.equal(await isGone(second), 404);
  assert.equal((await given_up.calls()).length, 0);
  // The same file again is another call, not the one that is gone.
  await begin();
  await giveUp();
});

inBrowser(
  'who comes second with a recording is told so beside the first',
  nora,
  `/calls/${taken.uuid}`,
  async ({ page }) => {
    const { path } = await fileOf('Second.wav', 16_000);
    let go = () => {};
    const first = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/v1/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await first;
      await route.fallback();
    });
    const held = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.getByLabel(english.recordings.add).setInputFiles(path);
    await held;
    await nora.client.recordings.upload({ call_uuid: taken.uuid, body: new Uint8Array(noise(8000)) });
    go();
    const player = page.getByRole('region', { name: english.calls.player.name });
    await player.getByText(english.refusals.recording_exists).waitFor();
    await player.getByRole('button', { name: english.calls.player.play, exact: true }).waitFor();
    await assertAccessible(page, 'a recording that came second');
    await player.getByRole('button', { name: english.recordings.dismiss('Second.wav') }).click();
    await player.getByText(english.refusals.recording_exists).waitFor({ state: 'detached' });
  },
);

inBrowser('a file that is too large, or empty, is refused with the reason', nora, large.path, async ({ page }) => {
  const path = join(folder, 'Large.wav');
  const file = await open(path, 'w');
  await file.truncate(RECORDING_LIMIT + 1);
  await file.close();
  await choose(page, path);
  await line(page, 'Large.wav').getByText(english.recordings.too_large).waitFor();
  await writeFile(join(folder, 'Empty.wav'), '');
  await choose(page, join(folder, 'Empty.wav'));
  await line(page, 'Empty.wav').getByText(english.refusals.recording_empty).waitFor();
  assert.equal((await large.calls()).length, 0);
});
