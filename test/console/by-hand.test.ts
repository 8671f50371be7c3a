// What the keys do with words and turns, done by whoever has no keyboard.

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { assertAccessible, assertLooks } from './looks.ts';
import { saved, turnAt } from './on-a-call.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const openHome = async () => {
  const nora = await pharos.person('member');
  return { nora, home: await openInventedHome(nora) };
};
type Home = Awaited<ReturnType<typeof openHome>>;
const wordsOf = async ({ nora, home }: Home) =>
  (await nora.client.calls.get({ call_uuid: home.call(FIRST_CALL) })).data.transcript?.words ?? [];

const tools = (within: Page | Locator) => within.getByRole('group', { name: english.calls.turn_tools.title });
const tool = (within: Page | Locator, name: string | RegExp) => tools(within).getByRole('button', { name });
const word = (within: Locator, text: string) => within.getByText(text, { exact: true });

const wide = await openHome();
const narrow = await openHome();
const some = await openHome();
const reader = await pharos.person('viewer', wide.nora);

/** A doubtful word is said to be right, a turn is corrected, and another is given to somebody else. */
const workByHand = async (page: Page, home: Home, tap: (wanted: Locator) => Promise<void>) => {
  const first = turnAt(page, '00:00');
  await first.waitFor();
  assert.equal(await tools(page).count(), 0);
  await tap(page.getByRole('button', { name: english.calls.words_to_check(3) }));
  await tap(tool(first, english.calls.turn_tools.right));
  await page.getByRole('button', { name: english.calls.words_to_check(2) }).waitFor();
  await tool(turnAt(page, '00:04'), english.calls.turn_tools.right).waitFor();
  await saved(page);
  assert.equal((await wordsOf(home)).find(({ text }) => text === 'Home,')?.confidence, 1);

  await tap(word(first, 'Nora'));
  await tool(first, english.calls.turn_tools.correct).waitFor();
  assert.equal(await tools(page).count(), 1);
  assert.equal(await tool(page, english.calls.turn_tools.right).count(), 0);
  await tap(tool(first, english.calls.turn_tools.correct));
  const field = first.getByRole('textbox', { name: english.calls.correction });
  assert.equal(await tools(page).count(), 0);
  await field.fill((await field.inputValue()).replace('Nora', 'Norah'));
  await tap(first.getByRole('button', { name: english.ui.save }));
  await word(first, 'Norah').waitFor();
  await saved(page);

  const next = turnAt(page, '00:04', 'Anna Hollis');
  await tap(word(next, 'Margaret'));
  await tap(tool(next, english.calls.turn_tools.somebody_else));
  await tap(
    next
      .getByRole('group', { name: english.calls.who_said_this })
      .getByRole('button', { name: 'Nora Ellery, director' }),
  );
  await next.waitFor({ state: 'detached' });
  await saved(page);
  const words = await wordsOf(home);
  assert.deepEqual([words[7]?.text, words.find(({ text }) => text === 'Margaret')?.speaker], ['Norah', '0']);
};

inBrowser(
  'with the mouse alone a doubtful word is confirmed, words are corrected, and a turn is given to another voice',
  wide.nora,
  wide.home.path(FIRST_CALL),
  async ({ page }) => workByHand(page, wide, (wanted) => wanted.click()),
);

inBrowser(
  'by touch on a telephone too',
  narrow.nora,
  narrow.home.path(FIRST_CALL),
  async ({ page }) => {
    await workByHand(page, narrow, (wanted) => wanted.tap());
    await assertAccessible(page, 'the tools of a turn by touch');
  },
  { width: 390, touch: true },
);

inBrowser(
  'words are selected with Shift and a click, and given to another voice; a word stays where it was clicked',
  some.nora,
  some.home.path(FIRST_CALL),
  async ({ page }) => {
    const first = turnAt(page, '00:00');
    const next = turnAt(page, '00:04');
    await word(first, 'good').click();
    await word(first, 'Home,').click();
    await tool(first, english.calls.turn_tools.right).waitFor();
    await assertLooks(page, 'the tools of a turn');
    await word(first, 'good').click();
    await word(first, 'is').click({ modifiers: ['Shift'] });
    await tool(first, english.calls.turn_tools.somebody_else_words(4)).waitFor();
    await word(first, 'morning.').click({ modifiers: ['Shift'] });
    await tool(first, english.calls.turn_tools.somebody_else_words(2)).click();
    const asked = page.getByRole('group', { name: english.calls.who_said_words(2) });
    await asked.getByRole('button', { name: 'Anna Hollis, daughter' }).click();
    await saved(page);
    const words = await wordsOf(some);
    assert.deepEqual(
      words.slice(2, 6).map(({ speaker }) => speaker),
      ['0', '1', '1', '0'],
    );
    // Where the tools stand below the words, the turn that one comes down to does not move for those that go.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate('scrollTo(0, 200)');
    await word(first, 'Funeral').click();
    await tools(first).waitFor();
    const before = await next.boundingBox();
    await word(next, 'Margaret').click();
    await tools(next).waitFor();
    assert.equal(Math.round((await next.boundingBox())?.y ?? 0), Math.round(before?.y ?? -1));
  },
);

inBrowser('who may only read is offered nothing to change', reader, wide.home.path(FIRST_CALL), async ({ page }) => {
  const first = turnAt(page, '00:00');
  await word(first, 'morning.').click();
  await page.getByText(english.calls.read_only).waitFor();
  assert.equal(await tools(page).count(), 0);
});
