import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCall, openPharos } from '../test/support/pharos.ts';
import { FAULTS, wrongServer } from '../test/support/wrong-servers.ts';
import { openAsk } from './ask.ts';
import { reportOf } from './report.ts';
import { RULES } from './rules.ts';
import { runRules } from './run.ts';

const pharos = await openPharos();
const home = await pharos.person('admin');
const other = await pharos.person('admin');
const tokens = { main: home.token, other: other.token };

test('Pharos keeps every rule of its contract', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), pharos.baseUrl], {
    env: { PATH: process.env.PATH, PHAROS_TOKEN: home.token, PHAROS_OTHER_TOKEN: other.token },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const [code] = await once(child, 'close');
  assert.ok(said.endsWith(`${pharos.baseUrl} keeps the contract: ${RULES.length} rules, no difference.\n`), said);
  assert.equal(code, 0);
  assert.equal((await home.client.cases.list()).data.items.length, 0);
});

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`a server that ${name} is told so, with the request`, async () => {
    const rules = RULES.filter(({ rule }) => fault.breaks.some((beginning) => rule.startsWith(beginning)));
    assert.equal(rules.length, fault.breaks.length);
    const ask = openAsk(pharos.baseUrl, tokens, wrongServer(fault, home.token));
    const { call_uuid } = await openCall(home);
    const outcomes = await runRules(rules, ask, {
      has_other: true,
      call_uuid: name === 'deletes for ever' ? undefined : call_uuid,
    });
    const report = reportOf(pharos.baseUrl, outcomes);
    for (const { rule, state } of outcomes) assert.equal(state, 'differs', `${rule.rule}\n${report}`);
    assert.match(report, /✘ .*\n {4}request {3}.*\n {4}expected {2}.*\n {4}got {7}/);
    assert.ok(!report.includes(home.token));
  });
}

test('where nothing can be tried, it says what to do', async () => {
  const nobody = openAsk(pharos.baseUrl, { main: 'wrong' });
  await assert.rejects(runRules(RULES, nobody, { has_other: false }), { name: 'NoGround', message: /PHAROS_TOKEN/ });
  const viewer = openAsk(pharos.baseUrl, { main: (await pharos.person('viewer', home)).token });
  await assert.rejects(runRules(RULES, viewer, { has_other: false }), { name: 'NoGround', message: /--call UUID/ });
});
