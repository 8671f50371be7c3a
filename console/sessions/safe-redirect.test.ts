import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeRedirect } from './safe-redirect.ts';

const ORIGIN = 'https://calls.evergreen.example';

test('whoever has signed in comes to where they wanted', () => {
  for (const to of ['/', '/cases?q=hollis%20a', '/calls/3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083#t=271.4']) {
    assert.equal(safeRedirect(to, ORIGIN), to);
  }
});

test('nobody is led to another site, in whatever way its address is written', () => {
  const others = ['//o.example', '/\\o.example', '/\t/o.example', '/\n//o.example', '/\r\\o.example', '/..//o.example'];
  const no_paths = [
    'javascript:alert(1)',
    'https://o.example',
    '\\\\o.example',
    '',
    ' /cases',
    '/a/..//o.example',
    '//[',
  ];
  for (const to of [...others, ...no_paths, undefined]) assert.equal(safeRedirect(to, ORIGIN), '/', JSON.stringify(to));
});
