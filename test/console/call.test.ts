import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { DIRECTOR, press, saved, turn, turnAt } from './on-a-call.ts';
import { ANY, ANY_COUNT, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);

/** A home of its own for each test, so that what one changes no other sees. */
const openHome = async () => {
  const nora = await pharos.person('member');
  return { nora, home: await openInventedHome(nora) };
};
const stored = async ({ nora, home }: Awaited<ReturnType<typeof openHome>>, name: string) =>
  (await nora.client.calls.get({ call_uuid: home.call(name) })).data;

const reading = await openHome();
const quick = await openHome();
const fresh = await openHome();
const corrected = await openHome();
const second = await openHome();
const doubtful = await openHome();
const moved = await openHome();
const both = await openHome();
const lost = await openHome();

inBrowser(
  'a call is read: what it is, who speaks, when, and every word',
  reading.nora,
  reading.home.path(FIRST_CALL),
  async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'First call from the family' }).waitFor();
    await page.getByText('10 min', { exact: true }).waitFor();
    await page.getByText('Deepgram', { exact: true }).waitFor();
    assert.equal(await page.title(), 'First call from the family · Pharos');
    const first = turnAt(page, '00:00', 'Nora Ellery');
    assert.match((await first.textContent()) ?? '', /Evergreen Funeral Home, good morning\. This is Nora Ellery/);
    const speakers = page.getByRole('complementary', { name: english.calls.facts.title });
    await speakers.getByRole('button', { name: 'Anna Hollis, daughter', exact: true }).waitFor();
    await speakers.getByRole('button', { name: english.calls.speaker('C'), exact: true }).waitFor();
    await page.getByRole('link', { name: 'Margaret Hollis' }).waitFor();
  },
);

inBrowser(
  'an address that names a second opens there',
  reading.nora,
  `${reading.home.path(FIRST_CALL)}#t=204.5`,
  async ({ page }) => {
    const there = turnAt(page, '03:16', 'Anna Hollis');
    await there.waitFor();
    const box = await there.boundingBox();
    assert.ok(box && box.y > 0 && box.y < 860);
  },
);

inBrowser('what was said is found, also far down', reading.nora, reading.home.path(FIRST_CALL), async ({ page }) => {
  await turnAt(page, '00:00').waitFor();
  await press(page, 'f');
  await page.keyboard.type('kaitlyn with a k');
  await page
    .getByRole('status')
    .filter({ hasText: english.calls.found(1, 1) })
    .waitFor();
  await page.getByText('My daughter is').waitFor();
});

inBrowser(
  'what was said another way is found in a call as in a search, and marked as there',
  reading.nora,
  reading.home.path(FLORIST),
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await press(page, 'f');
    const found = page.getByRole('status').filter({ hasText: english.calls.found(1, 1) });
    // Another form of “speaking” or “flowers”: no letters of the call are these.
    await page.keyboard.type('flowered');
    await found.filter({ hasText: english.search.kinds.form }).waitFor();
    await page.locator('[data-word][class*="reached"]').filter({ hasText: 'Flowers' }).waitFor();
    await assertAccessible(page, 'a word that was reached by another form');
    await page.keyboard.press('Escape');
    await page.locator('[class*="reached"]').waitFor({ state: 'detached' });
  },
);

inBrowser(
  'two voices are named with three keys, and the call is fully labelled',
  quick.nora,
  quick.home.path(FLORIST),
  async ({ page }) => {
    await page.getByRole('group', { name: english.calls.who_is_this }).first().waitFor();
    await page.getByRole('button', { name: 'Bernadette' }).first().waitFor();
    await press(page, '1');
    await turn(page, english.calls.speaker('A')).and(page.locator(':focus')).waitFor();
    assert.deepEqual((await stored(quick, FLORIST)).speaker_labels, {});
    await press(page, '1', '4');
    await page.getByText(english.calls.all_named).waitFor();
    await saved(page);
    const { speaker_labels, is_fully_labelled } = await stored(quick, FLORIST);
    assert.equal(is_fully_labelled, true);
    assert.deepEqual(Object.values(speaker_labels), ['Nora Ellery, director', DIRECTOR]);
    await page.getByRole('link', { name: `${english.app.today} ${english.app.calls_to_name(1)}` }).click();
    const needs = page.getByRole('region', { name: english.today.needs });
    await needs.getByRole('link', { name: /First call/ }).waitFor();
    assert.equal(await needs.getByRole('link').count(), 1);
  },
);

inBrowser(
  'somebody new is named in their own turn; undo takes it back, redo gives it again',
  fresh.nora,
  fresh.home.path(FIRST_CALL),
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await press(page, 'u', 'n');
    await page.getByRole('combobox', { name: english.calls.name }).waitFor();
    await page.keyboard.type('Daniel Hollis, son');
    await press(page, 'Enter');
    await page.getByText(english.calls.all_named).waitFor();
    await saved(page);
    assert.deepEqual((await stored(fresh, FIRST_CALL)).speaker_labels['2'], 'Daniel Hollis, son');
    await press(page, 'Control+z');
    await page.getByRole('button', { name: english.calls.speakers_to_name(1) }).waitFor();
    await saved(page);
    const undone = await stored(fresh, FIRST_CALL);
    assert.deepEqual([undone.speaker_labels['2'], undone.is_fully_labelled], [undefined, false]);
    await press(page, 'Control+Shift+z');
    await page.getByText(english.calls.all_named).waitFor();
  },
);

inBrowser(
  'a word is corrected with its time kept, and everywhere else with one key',
  corrected.nora,
  corrected.home.path(FIRST_CALL),
  async ({ page }) => {
    const before = (await stored(corrected, FIRST_CALL)).transcript?.words ?? [];
    await turnAt(page, '00:00').waitFor();
    await press(page, 'ArrowDown', 'ArrowDown', 'e');
    const field = page.getByRole('textbox', { name: english.calls.correction });
    await field.fill((await field.inputValue()).replace('Anna Hollis', 'Anna Holliss'));
    await press(page, 'Enter');
    await page
      .getByRole('group', { name: like`${english.calls.change_all_ask(ANY_COUNT, 'Hollis', 'Holliss')}` })
      .waitFor();
    await saved(page);
    const once = (await stored(corrected, FIRST_CALL)).transcript?.words ?? [];
    const changed = once.flatMap((word, index) => (word.text === before[index]?.text ? [] : [index]));
    assert.equal(changed.length, 1);
    const [at = -1] = changed;
    assert.deepEqual(once[at], { ...before[at], text: 'Holliss.', confidence: 1 });
    await press(page, 'a');
    await page
      .getByRole('group', { name: like`${english.calls.change_all_ask(ANY_COUNT, 'Hollis', 'Holliss')}` })
      .waitFor({ state: 'detached' });
    await saved(page);
    const everywhere = (await stored(corrected, FIRST_CALL)).transcript?.words ?? [];
    assert.equal(everywhere.filter(({ text }) => /\bHollis\b/.test(text)).length, 0);
    assert.deepEqual(
      everywhere.map(({ start_ms, end_ms, speaker }) => [start_ms, end_ms, speaker]),
      before.map(({ start_ms, end_ms, speaker }) => [start_ms, end_ms, speaker]),
    );
  },
);

inBrowser(
  'the second question is answered first, where it stands',
  second.nora,
  second.home.path(FLORIST),
  async ({ page }) => {
    await turn(page, english.calls.speaker('A')).waitFor();
    await press(page, 'u');
    await turn(page, english.calls.speaker('B')).getByRole('button', { name: english.calls.someone_new }).click();
    await turn(page, english.calls.speaker('B')).getByRole('combobox', { name: english.calls.name }).waitFor();
    // The people of the home are offered too, as one types.
    await page.keyboard.type('mem');
    await page.getByRole('option', { name: 'member' }).click();
    await saved(page);
    assert.deepEqual((await stored(second, FLORIST)).speaker_labels, { B: 'member' });
  },
);

inBrowser(
  'doubtful words are stepped through, and one is confirmed',
  doubtful.nora,
  doubtful.home.path(FIRST_CALL),
  async ({ page }) => {
    const count = async () =>
      Number.parseInt(
        (await page.getByRole('button', { name: like`${english.calls.words_to_check(ANY_COUNT)}` }).textContent()) ??
          '',
        10,
      );
    await turnAt(page, '00:00').waitFor();
    const many = await count();
    await press(page, 'd', 'y');
    await page.getByRole('button', { name: english.calls.words_to_check(many - 1) }).waitFor();
    await saved(page);
    const { transcript } = await stored(doubtful, FIRST_CALL);
    assert.equal(transcript?.words.find(({ text }) => text === 'Home,')?.confidence, 1);
    // What is open for other words than those that are there now is closed, and not saved to the wrong place.
    await press(page, 'e');
    await page.getByRole('textbox', { name: english.calls.correction }).waitFor();
    await page.getByRole('button', { name: english.calls.undo }).click();
    await page.getByRole('textbox', { name: english.calls.correction }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: english.calls.words_to_check(many) }).waitFor();
  },
);

inBrowser(
  'a turn and a few words are given to somebody else, and two voices become one',
  moved.nora,
  moved.home.path(FIRST_CALL),
  async ({ page }) => {
    const before = (await stored(moved, FIRST_CALL)).transcript?.words ?? [];
    await turnAt(page, '00:00').waitFor();
    await press(page, 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'r');
    await page.getByRole('group', { name: english.calls.who_said_words(2) }).waitFor();
    await press(page, '2');
    await saved(page);
    const given = (await stored(moved, FIRST_CALL)).transcript?.words ?? [];
    assert.deepEqual(
      given.slice(0, 3).map(({ speaker }) => speaker),
      ['1', '1', '0'],
    );
    await page.getByRole('complementary').getByLabel(english.calls.edit_speaker('Anna Hollis, daughter')).click();
    const rename = page.getByRole('combobox', { name: english.calls.rename('Anna Hollis, daughter') });
    await rename.waitFor();
    assert.equal(await rename.inputValue(), 'Anna Hollis, daughter');
    await press(page, 'Escape');
    await page
      .getByRole('complementary')
      .getByLabel(english.calls.edit_speaker(english.calls.speaker('C')))
      .click();
    await page
      .getByRole('combobox', { name: english.calls.merge_with(english.calls.speaker('C')) })
      .selectOption('Anna Hollis, daughter');
    await page.getByRole('button', { name: english.calls.merge }).click();
    await page.getByText(english.calls.all_named).waitFor();
    await saved(page);
    const merged = (await stored(moved, FIRST_CALL)).transcript?.words ?? [];
    assert.equal(merged.filter(({ speaker }) => speaker === '2').length, 0);
    assert.deepEqual(
      merged.map(({ text }) => text),
      before.map(({ text }) => text),
    );
  },
);

inBrowser(
  "somebody else's change is shown beside yours, and nothing is lost",
  both.nora,
  both.home.path(FIRST_CALL),
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    const call_uuid = both.home.call(FIRST_CALL);
    const theirs = { '0': 'Nora Ellery', '1': 'Anna Hollis, daughter', '2': 'Paul' };
    await both.nora.client.calls.update({ call_uuid, body: { speaker_labels: theirs } });
    await page
      .getByRole('button', { name: /^Bernadette/ })
      .first()
      .waitFor();
    await press(page, 'u', '1');
    const alert = page.getByRole('alert', { name: like`^${english.calls.conflict_with(ANY)}$` });
    await alert.getByRole('cell', { name: 'Paul', exact: true }).waitFor();
    await alert.getByRole('cell', { name: /^Bernadette/ }).waitFor();
    assert.deepEqual((await stored(both, FIRST_CALL)).speaker_labels, theirs);
    await assertAccessible(page, 'a conflict');
    await page.getByRole('link', { name: english.app.today }).click();
    await page
      .getByRole('alert', { name: english.calls.leave_ask })
      .getByRole('button', { name: english.calls.stay })
      .click();
    await alert.getByRole('button', { name: english.calls.keep_both }).click();
    await saved(page);
    const { speaker_labels } = await stored(both, FIRST_CALL);
    assert.deepEqual(speaker_labels, { ...theirs, '2': 'Bernadette, nurse' });
  },
);

inBrowser(
  'without a connection the change stays, is told as not saved, and is saved when it is back',
  lost.nora,
  lost.home.path(FIRST_CALL),
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await page.context().setOffline(true);
    await page.getByText(english.app.offline).waitFor();
    await press(page, 'u', '1');
    await page.getByText(english.calls.save_failed).waitFor();
    await page.context().setOffline(false);
    await saved(page);
    assert.equal((await stored(lost, FIRST_CALL)).is_fully_labelled, true);
  },
);
