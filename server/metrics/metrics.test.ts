import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openCall, openPharos } from '../../test/support/pharos.ts';

const token = 'a-token-of-prometheus';
const newest = new Date(Date.now() - 3_600_000);
const pharos = await openPharos({
  metrics: { token, min_free_bytes: 1 },
  backups: { settings: {}, newest: async () => newest },
  transcription: { providers: [] },
});

const read = async (authorization = `Bearer ${token}`) => {
  const answer = await fetch(`${pharos.baseUrl}/metrics`, { headers: { authorization } });
  return { status: answer.status, text: await answer.text() };
};

const missing = spawnSync('promtool', ['--version']).status === 0 ? false : 'promtool is not installed';
const deploy = (name: string) => new URL(`../../deploy/${name}`, import.meta.url).pathname;

test('metrics are for the bearer of their token alone', async () => {
  const home = await pharos.person('operator');
  for (const given of ['', 'Bearer', `Bearer ${token}x`, `Bearer ${home.token}`])
    assert.equal((await read(given)).status, 401);
  assert.equal((await read()).status, 200);
});

test('requests are counted by their route and status, and no label names a person, a word or an organization', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.search.get({ q: 'Margaret' });
  await assert.rejects(home.client.calls.update({ call_uuid, body: { duration: -1 } }));
  await fetch(`${pharos.baseUrl}/Hollis/${call_uuid}`);
  const { text } = await read();
  assert.match(text, /^pharos_http_requests_total\{method="PUT",route="\/v1\/calls\/:call_uuid",status="400"\} 1$/m);
  assert.match(text, /^pharos_http_request_duration_seconds_count\{method="GET",route="\/v1\/search"\} 1$/m);
  assert.doesNotMatch(text, /Margaret|Hollis|[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('what an operator watches is measured', async () => {
  const { text } = await read();
  const value = (name: string) => Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);
  const age = value('pharos_backup_age_seconds');
  assert.ok(age >= 3_600 && age < 7_200);
  assert.equal(value('pharos_queue_oldest_seconds'), 0);
  assert.ok(value('pharos_database_connections{state="idle"}') >= 0);
  assert.ok(value('pharos_audit_seal_lag_seconds') >= 0);
  assert.equal(value('pharos_memory_held_bytes{of="bodies"}'), 0);
  assert.ok(value('nodejs_eventloop_lag_p99_seconds') >= 0);
});

test('the metrics and the alert rules pass the checks of Prometheus', { skip: missing }, async () => {
  const { text } = await read();
  const metrics = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
  assert.doesNotMatch(metrics.stderr, /pharos_/, metrics.stderr);
  const rules = spawnSync('promtool', ['check', 'rules', deploy('alerts.yml')], { encoding: 'utf8' });
  assert.equal(rules.status, 0, rules.stderr + rules.stdout);
});

test('the dashboard and the alerts ask for nothing that is not measured', async () => {
  const { text } = await read();
  const measured = new Set(text.match(/(?<=^(# HELP )?)[a-z]\w+/gm));
  const asked = `${readFileSync(deploy('alerts.yml'))}${readFileSync(deploy('grafana-dashboard.json'))}`;
  const names = new Set(asked.match(/\b(pharos|nodejs|process)_\w+/g));
  assert.deepEqual(
    [...names].filter((name) => !measured.has(name)),
    [],
  );
  assert.ok(names.size > 10);
});
