import assert from 'node:assert/strict';
import { success } from '@pharos/contract/table/envelope.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import type { TProperties } from 'typebox';
import { Compile } from 'typebox/compile';

/** Asserts that an answer is as its route's row says: the status, the envelope, the message, and no field more. */
export const isAsTold = async (route: Route, response: Response) => {
  assert.equal(response.status, route.status);
  if (route.answer_kind === 'bytes') return assert.ok((await response.arrayBuffer()).byteLength > 0);
  const text = await response.text();
  if (!route.data) return assert.equal(text, '');
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  const envelope = JSON.parse(text);
  const answer = Compile(success(route.data));
  assert.ok(answer.Check(envelope), JSON.stringify(answer.Errors(envelope)));
  assert.equal(envelope.message, route.message ?? null);
  assert.equal(envelope.request_id, response.headers.get('x-request-id'));
  const { properties } = route.data as unknown as { properties?: TProperties };
  if (!properties) return;
  const surplus = Object.keys(envelope.data as object).filter((field) => !(field in properties));
  assert.deepEqual(surplus, [], 'fields that the contract does not name');
};
