import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIST, readConsole } from '../server/console/files.ts';

/** Bytes of script, as the server sends them, that a first visit may wait for: 200 kB. */
const LIMIT = 200_000;

const files = readConsole(DIST) ?? new Map<string, never>();
const skip = files.size === 0 && 'the console is not built; node scripts/build-console.mjs builds it';

const textOf = (address: string) => files.get(address)?.bytes.toString() ?? '';
const sent = (address: string) => files.get(address)?.gzip?.length ?? 0;

/** Addresses that a text names, in the page's HTML or in an import at the head of a script. */
const namedIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => `/assets/${name}`);
const FROM_PAGE = /<(?:script|link)[^>]+"\/assets\/([\w.-]+\.js)"/g;
const FROM_SCRIPT = /(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;

/** Scripts that cannot run before the others have come. */
const withImports = (addresses: string[], known = new Set<string>()): Set<string> => {
  for (const address of addresses) {
    if (known.has(address)) continue;
    known.add(address);
    withImports(namedIn(textOf(address), FROM_SCRIPT), known);
  }
  return known;
};

const scriptOf = (name: string): string => {
  const found = [...files.keys()].filter((address) => new RegExp(`^/assets/${name}-[\\w-]{8}\\.js$`).test(address));
  assert.equal(found.length, 1, `one script is called ${name}`);
  return found[0] as string;
};

test('a first visit waits for at most 200 kB of script, at whatever page and in whichever language', { skip }, () => {
  const start = namedIn(textOf('/index.html'), FROM_PAGE);
  assert.ok(start.length > 0);
  const pages = ['today', 'cases', 'case', 'call', 'search', 'sign-in', 'welcome', 'settings'];
  for (const language of ['english', 'spanish']) {
    for (const page of pages) {
      const scripts = withImports([...start, scriptOf(language), scriptOf(`${page}-page`)]);
      const bytes = [...scripts].reduce((sum, address) => sum + sent(address), 0);
      assert.ok(bytes > 100_000, `${page} is more than its parts`);
      assert.ok(bytes <= LIMIT, `${page} in ${language} waits for ${bytes} bytes of script in ${scripts.size} files`);
    }
  }
});
