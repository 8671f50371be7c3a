import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodies, printed } from './faults/bodies.ts';
import { openCall, openPharos } from './support/pharos.ts';
import { fc } from './support/properties.ts';

/** Number of edits, which take a few seconds; a thousand take seven times as long and end the same way. */
const EDITS = 150;

const pharos = await openPharos();
const home = await pharos.person();

const ask = async (path: string, method = 'GET', body?: string) => {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const headers = { authorization: `Bearer ${home.token}`, ...(body !== undefined && { 'content-type': type }) };
  const response = await fetch(pharos.baseUrl + path, { method, headers, body });
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
};

/** The bytes of a call's `data`, but for the one value that tells when it was changed. */
const bytesOf = (text: string): string => {
  const [, data] = /"data":(.*),"message":/s.exec(text) ?? [];
  assert.ok(data, text);
  return data.replace(/"updated_at":"[^"]*"/, '');
};

// PATCHes take what PUTs take, but for a null where a call always has a value.
const edits = fc
  .tuple(fc.constantFrom('PUT', 'PATCH'), bodies)
  .filter(([method, body]) => method === 'PUT' || body.is_fully_labelled !== null);

test(`${EDITS} random edits of a call, undone one by one, bring the original back byte for byte`, async () => {
  const { call_uuid } = await openCall(home);
  const path = `/v1/calls/${call_uuid}`;
  const states = [bytesOf((await ask(path)).text)];
  for (const [method, body] of fc.sample(edits, { numRuns: EDITS * 4, seed: 20_261_125 })) {
    if (states.length > EDITS) break;
    const { status, text, etag } = await ask(path, method, printed(body));
    assert.equal(status, 200, text);
    if (etag !== `"${states.length}"`) states.push(bytesOf(text));
  }
  assert.equal(states.length, EDITS + 1, 'every edit has changed something');
  assert.ok(new Set(states).size > EDITS / 2, 'the edits differ');

  for (let version = EDITS; version >= 1; version--) {
    assert.equal((await ask(`${path}/versions/${version}/restore`, 'POST')).status, 200);
    const now = await ask(path);
    assert.ok(bytesOf(now.text) === states[version - 1], `version ${version} is not what it was`);
  }
});
