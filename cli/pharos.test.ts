import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bundle } from '../scripts/pack/bundle.ts';
import { openCall, openPharos } from '../test/support/pharos.ts';
import { recording } from '../test/support/recordings.ts';
import { beep, SUBTITLES } from '../test/support/requests.ts';
import { COMMANDS } from './commands.ts';

const pharos = await openPharos();
const home = await pharos.person('member');
const { case_uuid, call_uuid } = await openCall(home);
const folder = await mkdtemp(join(tmpdir(), 'pharos-cli-'));
after(() => rm(folder, { recursive: true }));
const program = join(folder, 'pharos.mjs');
await bundle({ file: join(import.meta.dirname, 'main.ts') }, program);

type Way = { input?: string | Buffer; env?: Record<string, string>; cwd?: string };

/** Runs a command line as somebody who has no token yet, or has one by `env`. */
const run = async (args: string[], { input = '', env = {} }: Way = {}) => {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, XDG_CONFIG_HOME: folder, ...env },
    cwd: folder,
  });
  const [out, err]: Buffer[][] = [[], []];
  child.stdout.on('data', (data) => out?.push(data));
  child.stderr.on('data', (data) => err?.push(data));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, out: Buffer.concat(out ?? []).toString(), err: Buffer.concat(err ?? []).toString() };
};
const signed = { env: { PHAROS_URL: pharos.baseUrl, PHAROS_TOKEN: home.token } };
const ask = (...args: string[]) => run(args, signed);
const kept = join(folder, 'pharos/credentials.json');

test('a login tries the token, keeps it where only its owner reads it, and never writes it out', async () => {
  assert.deepEqual(await run(['calls']), {
    code: 3,
    out: '',
    err: 'You are not signed in. Run `pharos login URL`.\n',
  });
  const wrong = await run(['login', pharos.baseUrl], { input: 'pharos_wrong' });
  assert.equal(wrong.code, 3);
  await assert.rejects(stat(kept));
  const { code, out, err } = await run(['login', `${pharos.baseUrl}/`], { input: `${home.token}\n` });
  assert.equal(code, 0, err);
  assert.match(err, /^Signed in as .*member of A home\./);
  assert.ok(!`${out}${err}`.includes(home.token));
  assert.equal((await stat(kept)).mode & 0o777, 0o600);
  assert.match((await run(['me'])).out, /^access_level +member$/m);
  const elsewhere = await run(['me'], { env: { PHAROS_URL: 'https://elsewhere.example' } });
  assert.equal(elsewhere.code, 3);
  assert.match(elsewhere.err, /signed in at .*, not at/);
  await chmod(kept, 0o644);
  const open = await run(['me']);
  assert.deepEqual([open.code, /chmod 600/.test(open.err)], [3, true]);
  assert.equal((await run(['logout'])).code, 0);
  await assert.rejects(stat(kept));
});

test('a token on the command line is refused, however it is given, and is not repeated', async () => {
  for (const args of [
    ['me', '--token', home.token],
    ['me', `--token=${home.token}`],
    ['login', home.token],
  ]) {
    const { code, out, err } = await run(args);
    assert.equal(code, 2);
    assert.match(err, /does not belong on the command line/);
    assert.ok(!`${out}${err}`.includes(home.token));
  }
});

test('a wrong command line says what to write', async () => {
  const wrong: [args: string[], said: RegExp][] = [
    [['sing'], /^sing is no command\. `pharos help` lists them\.$/m],
    [['constructor'], /is no command/],
    [['call'], /^Write: pharos call CALL$/m],
    [['calls', '--colour'], /'--colour'.* `pharos calls --help` lists what there is\.$/m],
    [['calls', '--limit', 'all'], /--limit takes a number, 1 or more/],
    [['completion', 'tcsh'], /bash, zsh, fish/],
  ];
  for (const [args, said] of wrong) {
    const { code, err } = await ask(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, said);
  }
  assert.match((await run(['help'])).out, /Exit codes: 0 done/);
});

test('a put sends a file as it is written, and a call comes back', async () => {
  const words = [{ text: 'Hello', start_ms: 0, end_ms: 1.5, confidence: 1, speaker: 'a' }];
  const body = JSON.stringify({ transcript: { source: 'deepgram', words }, speaker_labels: { a: 'No\u001b[31mra' } });
  const { code, err } = await run(['put', call_uuid], { ...signed, input: body });
  assert.equal(code, 0, err);
  assert.match(err, /^Call updated\. It is version "2"\.$/m);
  const shown = await ask('call', call_uuid, '--json');
  assert.deepEqual(JSON.parse(shown.out), (await home.client.calls.get({ call_uuid })).data);
  assert.ok(!shown.out.includes('\u001b') && !(await ask('call', call_uuid)).out.includes('\u001b'));
  const twice = await run(['put', call_uuid], { ...signed, input: '{"duration": 1, "duration": 2}' });
  assert.equal(twice.code, 1);
  assert.match(twice.err, /^400: /);
  assert.equal((await run(['put', call_uuid], { ...signed, input: '{' })).code, 2);
  const stale = await run(['put', call_uuid, '--if-match', '"1"'], { ...signed, input: '{"duration": 1}' });
  assert.deepEqual([stale.code, /^412: /.test(stale.err)], [1, true]);
});

test('a recording and words go in, and a transcript comes out', async () => {
  const uploaded = await ask('upload', call_uuid, recording('tagged.mp3'));
  assert.match(uploaded.out, /^content_type +audio\/mpeg$/m, uploaded.err);
  const imported = await run(['transcript', call_uuid, '-', '--json'], { ...signed, input: SUBTITLES });
  assert.equal(JSON.parse(imported.out).format, 'vtt');
  const file = join(folder, 'out.vtt');
  assert.equal((await ask('export', call_uuid, '--format', 'vtt', '-o', file)).code, 0);
  const written = await readFile(file, 'utf8');
  assert.match(written, /^WEBVTT[\s\S]*Good morning/);
  assert.equal((await ask('export', call_uuid, '--format', 'vtt')).out, written);
});

test('a folder is imported, and a search and a question find what was said, with links to the second', async () => {
  await writeFile(join(folder, 'First.wav'), beep());
  await writeFile(join(folder, 'First.vtt'), SUBTITLES);
  const imported = await ask('import', folder, '--pattern', '{external_id}', '--json');
  assert.equal(imported.code, 0, imported.err);
  assert.deepEqual(
    JSON.parse(imported.out)
      .sent.map(({ path }: { path: string }) => path)
      .sort(),
    ['First', 'out'],
  );
  const found = await ask('search', 'good', 'morning', '--case', case_uuid);
  assert.match(found.out, new RegExp(`^Sarah +Good morning +${pharos.baseUrl}/calls/${call_uuid}#t=1$`, 'm'));
  const words = 'She will wear the blue dress.'
    .split(' ')
    .map((text, at) => ({ text, start_ms: 1500 * at, end_ms: 1500 * at + 900, confidence: 1, speaker: 'a' }));
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'deepgram', words } } });
  const { out: answer } = await ask('ask', call_uuid, 'What', 'will', 'she', 'wear?');
  assert.match(answer, new RegExp(`blue dress.*${pharos.baseUrl}/calls/${call_uuid}#t=0$`, 'm'));
  const listed = (await ask('calls', '--json')).out.trim().split('\n');
  assert.equal(listed.length, 3);
  assert.equal((await ask('calls', '--json', '-n', '2')).out.trim().split('\n').length, 2);
  assert.match((await ask('cases', '--q', 'hollis')).out, /^UUID .*\n.*Hollis/);
});

test('changes are shown with the cursor to go on from', async () => {
  const { out, err } = await ask('changes');
  assert.match(out, new RegExp(`^\\S+ +case\\.created +${case_uuid}$`, 'm'));
  const [, since = ''] = /--since (\S+)/.exec(err) ?? [];
  assert.equal((await ask('changes', '--since', since)).out, '');
});

test('an exit code says what kind of failure it was', async () => {
  const nothing = '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083';
  assert.equal((await ask('call', nothing)).code, 4);
  assert.equal((await ask('call', 'x')).code, 1);
  assert.equal((await run(['me'], { env: { ...signed.env, PHAROS_TOKEN: 'pharos_old' } })).code, 3);
  const away = await run(['me'], { env: { ...signed.env, PHAROS_URL: 'http://127.0.0.1:9' } });
  assert.equal(away.code, 5);
  assert.match(away.err, /cannot be reached: .*Is the address right/);
});

test('completions know every command, and are what their shell reads', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { out } = await run(['completion', shell]);
    for (const name of Object.keys(COMMANDS)) assert.ok(out.includes(name), `${shell} ${name}`);
  }
  const { out } = await run(['completion', 'bash']);
  const complete = (line: string) => {
    const words = line.split(' ');
    return `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _pharos; echo "\${COMPREPLY[*]}"`;
  };
  const bash = spawn('bash', [
    '-c',
    [out, ...['pharos se', 'pharos export --fo', 'pharos export --format v'].map(complete)].join('\n'),
  ]);
  let said = '';
  bash.stdout.on('data', (data) => (said += data));
  await once(bash, 'close');
  assert.deepEqual(said.trim().split('\n'), ['search', '--format', 'vtt']);
});
