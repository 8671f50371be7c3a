import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TELEPHONE = { width: 390, height: 844 };

type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };

/** Folder for a picture of each look, to see what is asserted here. */
const PICTURES = process.env.PICTURES;

/** The rules of axe that go by colour, which is the slowest half of its work. Nothing else can differ in the dark. */
const COLOUR = ['color-contrast', 'link-in-text-block'];
const CHOSEN = {
  all: {},
  colours: { runOnly: COLOUR },
  'all but colours': { rules: Object.fromEntries(COLOUR.map((rule) => [rule, { enabled: false }])) },
};

/** Asserts that axe finds nothing against accessibility on the page as it is now. */
export const assertAccessible = async (
  page: Page,
  state: string,
  rules: keyof typeof CHOSEN = 'all',
): Promise<void> => {
  // What is not drawn yet has nothing in it to look at.
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${state.replaceAll(/[^\w.-]+/g, '-')}.png`) });
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const options = JSON.stringify({ ...CHOSEN[rules], resultTypes: ['violations'], preload: false });
  const [violations, sideways] = await page.evaluate<[Violation[], number]>(`axe.run(${options}).then(
    ({ violations }) => [violations, document.documentElement.scrollWidth - document.documentElement.clientWidth],
  )`);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target} ${node.failureSummary}`),
  );
  assert.deepEqual(told, [], state);
  assert.equal(sideways, 0, `${state} scrolls sideways`);
};

/** Looks at a page wide and light, in the dark, and on a telephone, where no color is another; leaves it as it was. */
export const assertLooks = async (page: Page, state: string): Promise<void> => {
  const size = page.viewportSize();
  await assertAccessible(page, state);
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertAccessible(page, `${state}, dark`, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(TELEPHONE);
  await assertAccessible(page, `${state}, narrow`, 'all but colours');
  if (size) await page.setViewportSize(size);
};

/** `assertLooks` for what may have been drawn before, which is known by the HTML of its main part without identifiers. */
export const lookOnce = () => {
  const seen = new Set<string>();
  return async (page: Page, state: string): Promise<void> => {
    const html = await page.getByRole('main').innerHTML();
    const drawn = html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|_r_\w+_|:r\w+:/g, '');
    if (seen.has(drawn)) return;
    await assertLooks(page, state);
    seen.add(drawn);
  };
};
