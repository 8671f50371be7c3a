import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOf } from './browser-name.ts';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)';
const SEEN: [user_agent: string | null, name: string | null][] = [
  [`${MAC} Chrome/148.0.0.0 Safari/537.36`, 'Chrome Mac'],
  [`${MAC} Version/19.1 Safari/605.1.15`, 'Safari Mac'],
  [`${MAC} Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0`, 'Edge Mac'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/148.0 Mobile Safari/604.1',
    'Chrome iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 SamsungBrowser/29.0 Chrome/140.0 Mobile Safari/537.36',
    'Samsung Internet Android',
  ],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/148.0.0.0 Safari/537.36', 'Chrome ChromeOS'],
  ['curl/8.14.1', null],
  ['', null],
  [null, null],
];

for (const [user_agent, name] of SEEN) {
  test(`${user_agent} is ${name ?? 'no browser that has a name'}`, () => {
    const found = browserOf(user_agent);
    assert.equal(found && `${found.browser} ${found.system}`, name);
  });
}
