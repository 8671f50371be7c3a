import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { openPharos } from '../../test/support/pharos.ts';
import { beep, SUBTITLES } from '../../test/support/requests.ts';

const pharos = await openPharos();
const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const folderWith = async (files: Record<string, string | Uint8Array>) => {
  const folder = await mkdtemp(join(tmpdir(), 'pharos-import-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
};

const run = (token: string, ...args: string[]) => runAt(pharos.baseUrl, token, ...args);

const runAt = async (address: string, token: string, ...args: string[]) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import.ts'), ...args], {
    env: { PATH: process.env.PATH, PUBLIC_URL: address, PHAROS_TOKEN: token },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const [code] = await once(child, 'close');
  return { code, said };
};

const files = () => ({
  '2026-0412/First call.wav': beep(),
  '2026-0412/First call.vtt': SUBTITLES,
  '2026-0412/Florist.vtt': SUBTITLES,
  '2026-0413/Voicemail.wav': beep(),
  '2026-0413/notes.txt': 'call back',
  'loose.wav': beep(),
});

test('a dry run counts what is there, says what is left out and why, and sends nothing', async () => {
  const home = await pharos.person();
  const { code, said } = await run(home.token, await folderWith(files()), '--dry-run');
  assert.equal(code, 0);
  assert.match(said, /^3 calls \(\d+\.\d MiB\), 2 files left out$/m);
  assert.match(said, /notes\.txt is neither a recording nor a transcript/);
  assert.match(said, /loose\.wav does not fit the pattern/);
  assert.equal((await home.client.cases.list()).data.items.length, 0);
});

test('a folder becomes cases and calls; a second run finds them there and changes nothing', async () => {
  const home = await pharos.person();
  const folder = await folderWith(files());
  const report = join(folder, '.report.json');
  const first = await run(home.token, folder, '--report', report);
  assert.match(first.said, /3 calls sent, 3 of them new; 0 refused/);
  const { data: cases } = await home.client.cases.list();
  assert.deepEqual(cases.items.map(({ external_id }) => external_id).sort(), ['2026-0412', '2026-0413']);
  const { data: calls } = await home.client.calls.list({ external_id: '2026-0412' });
  assert.deepEqual(calls.items.map(({ file_name }) => file_name).sort(), ['First call.wav', 'Florist']);
  const call_uuid = calls.items.find(({ file_name }) => file_name === 'First call.wav')?.uuid as string;
  assert.equal((await home.client.recordings.info({ call_uuid })).data.content_type, 'audio/wav');
  assert.equal((await home.client.calls.get({ call_uuid })).data.transcript?.words.length, 2);

  const body = { transcript: { source: 'manual' as const, words: [] } };
  await home.client.calls.update({ call_uuid, body });
  const { said } = await run(home.token, folder, '--report', report);
  assert.match(said, /3 calls sent, 0 of them new; 0 refused/);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data.transcript, body.transcript);
  const { sent } = JSON.parse(await readFile(report, 'utf8'));
  assert.deepEqual(
    sent.map(({ path, recording, transcript }: Record<string, string>) => [path, recording, transcript]),
    [
      ['2026-0412/First call', 'here already', 'here already'],
      ['2026-0412/Florist', 'none', 'here already'],
      ['2026-0413/Voicemail', 'here already', 'none'],
    ],
  );
});

test('names are the same however a Mac writes them, in whatever capitals, and with the ending of their recording', async () => {
  const home = await pharos.person();
  const [nfc, nfd] = [(name: string) => name.normalize('NFC'), (name: string) => name.normalize('NFD')];
  const folder = await folderWith({
    [nfd('Peña/Muñoz.wav')]: beep(),
    [nfc('Peña/Muñoz.vtt')]: SUBTITLES,
    'Peña/Second.WAV': beep(),
    'Peña/second.vtt': SUBTITLES,
    'Peña/Third.wav': beep(),
    'Peña/Third.wav.json': JSON.stringify({ source: 'manual', words: [] }),
    'Peña/Fourth.oga': beep(),
    'Peña/Fifth.weba': beep(),
    'Peña/Sixth.3gp': beep(),
    'Peña/CALL.wav': beep(),
    'Peña/call.wav': beep(),
  });
  const { said } = await run(home.token, folder, '--dry-run');
  assert.match(said, /^8 calls \(.*, 0 files left out$/m);
  await run(home.token, folder);
  const { items: cases } = (await home.client.cases.list()).data;
  assert.deepEqual(
    cases.map(({ external_id }) => external_id),
    ['Peña'],
  );
  const { items } = (await home.client.calls.list({ with_transcript: true })).data;
  const paired = items.filter(({ transcript }) => transcript).map(({ file_name }) => file_name);
  assert.deepEqual(paired.sort(), ['Muñoz.wav', 'Second.WAV', 'Third.wav']);
});

test('a file that is refused is named with the reason, and the others go on', async () => {
  const home = await pharos.person();
  const folder = await folderWith({ 'A/bad.wav': 'no sound', 'A/good.wav': beep() });
  const { code, said } = await run(home.token, folder);
  assert.equal(code, 1);
  assert.match(said, /A\/bad: refused, /);
  assert.match(said, /1 calls sent, 1 of them new; 1 refused/);
});

test('words whose recording is refused are sent all the same, and a call of which nothing is taken is not left', async () => {
  const home = await pharos.person();
  const folder = await folderWith({ 'A/bad.wav': 'no sound', 'A/words.wav': 'no sound', 'A/words.vtt': SUBTITLES });
  assert.match((await run(home.token, folder)).said, /0 calls sent, 0 of them new; 2 refused/);
  const { items } = (await home.client.calls.list({ with_transcript: true })).data;
  assert.deepEqual(
    items.map(({ file_path, transcript }) => [file_path, transcript?.words.length]),
    [['A/words', 2]],
  );
});

test('names in paths become the names of the case', async () => {
  const home = await pharos.person();
  const folder = await folderWith({ 'Hollis, Margaret (0412)/x.wav': beep() });
  await run(home.token, folder, '--pattern', '{last_name}, {first_name} ({external_id})/*');
  const [funeral] = (await home.client.cases.list()).data.items;
  assert.deepEqual([funeral?.last_name, funeral?.first_name, funeral?.external_id], ['Hollis', 'Margaret', '0412']);
});

test('a pattern without a case, and a server that is not there, are said plainly', async () => {
  const home = await pharos.person();
  const folder = await folderWith({});
  assert.match((await run(home.token, folder, '--pattern', '{title}')).said, /needs \{external_id\}/);
  assert.match((await run(home.token)).said, /npm run import -- FOLDER/);
});

/** The server behind a way that fails so often: with a status, or by breaking off (0). */
const openWay = async (failures: number[]) => {
  const way = createServer((asked, answer) => {
    const status = failures.shift();
    if (status === 0) return asked.socket.destroy();
    if (status !== undefined) return answer.writeHead(status).end();
    const { method, headers, url = '' } = asked;
    const on = request(new URL(url, pharos.baseUrl), { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 0, reply.headers);
      reply.pipe(answer);
    });
    asked.pipe(on);
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  after(() => {
    way.closeAllConnections();
    way.close();
  });
  return `http://127.0.0.1:${(way.address() as AddressInfo).port}`;
};

test('a watch sends what comes, tries again what may pass, and stops when told', { timeout: 240_000 }, async () => {
  const home = await pharos.person();
  const folder = await folderWith({ 'A/first.wav': beep() });
  const report = join(folder, '.report.json');
  const args = [folder, '--watch', '--settle', '0.1', '--report', report];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import.ts'), ...args], {
    env: { PATH: process.env.PATH, PUBLIC_URL: await openWay([503, 0, 429, 408]), PHAROS_TOKEN: home.token },
  });
  after(() => child.kill('SIGKILL'));
  let said = '';
  const hear = async (words: RegExp) => {
    while (!words.test(said)) said += (await once(child.stdout, 'data'))[0];
  };
  await hear(/A\/first: recording sent/);
  assert.equal(said.match(/A\/first: refused/g)?.length, 3);
  assert.match(said, /cannot be reached: .*; it is tried again/);
  await writeFile(join(folder, 'A/second.wav'), beep());
  await writeFile(join(folder, 'A/bad.wav'), 'no sound');
  await hear(/A\/second: recording/);
  await hear(/A\/bad: refused/);
  child.stdout.on('data', (data) => (said += data));
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  assert.deepEqual(await closed, [1, null]);
  assert.match(said, /2 calls sent, 2 of them new; 1 refused/);
  assert.equal(said.match(/A\/bad: refused/g)?.length, 1);
  const { sent, failed } = JSON.parse(await readFile(report, 'utf8'));
  assert.deepEqual([sent.length, failed.map(({ path }: { path: string }) => path)], [2, ['A/bad']]);
});

test('where the connection is lost, the report says what was done until then', async () => {
  const home = await pharos.person();
  const folder = await folderWith({ 'A/bad.wav': 'no sound', 'A/other.wav': beep() });
  const report = join(folder, '.report.json');
  const { code, said } = await runAt(await openWay([400, 0]), home.token, folder, '--report', report);
  assert.equal(code, 1);
  assert.match(said, /cannot be reached/);
  const { failed } = JSON.parse(await readFile(report, 'utf8'));
  assert.deepEqual(
    failed.map(({ path }: { path: string }) => path),
    ['A/bad'],
  );
});

test('the names of a telephone system say when a call was, and between whom', async () => {
  const home = await pharos.person();
  const name = '2026-0420/out-2125550123-101-20261130-091400-5.1.wav';
  const folder = await folderWith({ [name]: beep() });
  const zone = ['--preset', 'freepbx', '--time-zone', 'America/New_York'];
  const { code, said } = await run(home.token, folder, ...zone);
  assert.equal(code, 0, said);
  const [call] = (await home.client.calls.list()).data.items;
  assert.deepEqual(
    [call?.started_at, call?.direction, call?.to, call?.from],
    ['2026-11-30T14:14:00.000000Z', 'outgoing', '2125550123', '101'],
  );
  assert.equal((await run(home.token, folder, '--preset', 'fax')).code, 1);
});
