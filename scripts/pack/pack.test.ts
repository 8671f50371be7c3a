import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { openPharos } from '../../test/support/pharos.ts';
import { recording } from '../../test/support/recordings.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const pharos = await openPharos();
const folder = await mkdtemp(join(tmpdir(), 'pharos-packages-'));
after(() => rm(folder, { recursive: true }));

/** Packs and installs packages into an empty folder, without the registry. */
const install = async (...names: string[]) => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'pack.ts'), '--to', folder, ...names]);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...stdout.trim().split('\n')], { cwd: folder });
};

/** The code of a README's block in a language. */
const example = async (name: string, language: string) => {
  const text = await readFile(join(root, name, 'README.md'), 'utf8');
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] as string;
};

test('the client that is published installs alone, does what its README shows, and keeps to its types', async () => {
  await install('client');
  const home = await pharos.person('member');
  await writeFile(join(folder, 'example.js'), await example('client', 'js'));
  const env = { PATH: process.env.PATH, PHAROS_URL: pharos.baseUrl, PHAROS_TOKEN: home.token };
  const asked = { env: { ...env, RECORDING: recording('tagged.mp3') }, cwd: folder };
  const { stdout } = await run(process.execPath, ['example.js'], asked);
  const [call] = (await home.client.calls.list({ with_transcript: true })).data.items;
  assert.deepEqual(stdout.split('\n').slice(0, 3), ['0 %', '100 %', `${call?.uuid} First call.mp3`]);
  assert.match(stdout, /^400 \/duration must be .*/m);
  assert.equal(call?.transcript?.words[0]?.text, 'Hello?');
  const packages = await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  assert.deepEqual(Object.keys(JSON.parse(packages).packages), ['node_modules/@pharos/client']);
  await requireTrueTypes();
});

test('the command line that is published installs alone, and does what its README shows', async () => {
  await install('cli');
  const home = await pharos.person('member');
  const { data: funeral } = await home.client.cases.create({ body: { last_name: 'Hollis' } });
  const { data: call } = await home.client.calls.create({ body: { case_uuid: funeral.uuid } });
  const bin = `${folder}/node_modules/.bin:${process.env.PATH}`;
  const files = { RECORDING: recording('tagged.mp3'), WORDS: join(root, 'test/samples/put-call.json') };
  const env = { PATH: bin, HOME: folder, TOKEN: home.token, URL: pharos.baseUrl, CALL: call.uuid, ...files };
  await run('bash', ['-euc', await example('cli', 'bash')], { env, cwd: folder });
  const { data } = await home.client.calls.get({ call_uuid: call.uuid });
  const { transcript } = JSON.parse(await readFile(files.WORDS, 'utf8'));
  assert.deepEqual(data.transcript, transcript);
  assert.match(await readFile(join(folder, 'call.vtt'), 'utf8'), /^WEBVTT/);
});

test('the conformance suite that is published installs alone, and finds no difference in Pharos', async () => {
  await install('conformance');
  const { token } = await pharos.person('admin');
  const bin = join(folder, 'node_modules/.bin/conformance');
  const { stdout } = await run(bin, [pharos.baseUrl, '--core'], {
    env: { PATH: process.env.PATH, PHAROS_TOKEN: token },
  });
  assert.match(stdout, /keeps the contract: \d+ rules, no difference\. 1 rules were not tried\.\n$/);
});

test('the server for language models that is published runs on the libraries that it names', async () => {
  await run(process.execPath, [join(import.meta.dirname, 'pack.ts'), '--to', folder, 'mcp']);
  const { dependencies } = JSON.parse(await readFile(join(folder, 'mcp/package.json'), 'utf8'));
  await mkdir(join(folder, 'mcp/node_modules'));
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, 'mcp/node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(root, 'node_modules', name), place);
  }
  const { stdout } = await run(process.execPath, [join(folder, 'mcp/pharos-mcp.js'), '--help']);
  assert.match(stdout, /^pharos-mcp \[--http PORT\]/);
});

/** Declarations are made from the table's schemas, and the source's types beside them: the client does what both say. */
const requireTrueTypes = async () => {
  const published = join(folder, 'node_modules/@pharos/client/types/methods.d.ts').replace('.d.ts', '.js');
  const check = `import type { Client as Source } from '${join(root, 'client/methods.ts')}';
import type { Client as Published } from '${published}';
export const published = (client: Source): Published => client;
`;
  await writeFile(join(folder, 'check.ts'), check);
  const types = { typeRoots: [join(root, 'node_modules/@types')], skipLibCheck: false };
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions: types, include: [], files: ['check.ts'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch(({ stdout }) =>
    assert.fail(stdout),
  );
};
