import assert from 'node:assert/strict';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Locator, Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { press, saved, turnAt } from './on-a-call.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const { data: funeral } = await nora.client.cases.create({ body: { last_name: 'Hollis' } });

/** Nora talks with a mother and her son, whom the provider took for one: 150 turns of hers, 150 of theirs. */
const TURNS = 300;
const words: Word[] = Array.from({ length: TURNS }, (_, turn) =>
  ['one', 'two', `three${turn}.`].map((text, n) => {
    const start_ms = turn * 2000 + n * 500;
    return { text, start_ms, end_ms: start_ms + 400, confidence: 0.95, speaker: `speaker_${turn % 2}` };
  }),
).flat();
let made = 0;
const openCall = async () => {
  const { data } = await nora.client.calls.create({
    body: {
      case_uuid: funeral.uuid,
      file_name: 'Two on one telephone.mp3',
      transcript: { source: 'eleven_labs', words },
      speaker_labels: { speaker_0: 'Nora Ellery, director', speaker_1: 'Anna Hollis, daughter' },
      is_fully_labelled: true,
    },
  });
  const minute = wav(Buffer.alloc(480_000, 128 + made++), { tag: 1, channels: 1, bits: 8 });
  await nora.client.recordings.upload({ call_uuid: data.uuid, body: new Uint8Array(minute) });
  return data.uuid;
};
const stored = async (call_uuid: string) => (await nora.client.calls.get({ call_uuid })).data;
const versionsOf = async (call_uuid: string) => (await nora.client.calls.versions({ call_uuid })).data.items.length;
const focused = (wanted: Locator) => wanted.and(wanted.page().locator(':focus')).waitFor();
const bar = (page: Page) => page.getByRole('region', { name: english.calls.split.title('Anna Hollis, daughter') });

const begin = async (page: Page) => {
  await turnAt(page, '00:00').waitFor();
  await page.getByRole('button', { name: english.calls.player.play, exact: true }).waitFor();
  const tools = page.getByRole('complementary').getByLabel(english.calls.edit_speaker('Anna Hollis, daughter'));
  await tools.focus();
  await press(page, 'Enter');
  const ask = page.getByRole('button', { name: english.calls.split.ask });
  await ask.waitFor();
  for (let n = 0; n < 8 && !(await ask.evaluate((it) => it === it.ownerDocument.activeElement)); n++) {
    await press(page, 'Tab');
  }
  await press(page, 'Enter');
  await focused(turnAt(page, '00:02'));
};

const split = await openCall();
const left = await openCall();
const narrow = await openCall();

inBrowser(
  'two people in one voice are heard, told apart and named by keys alone, in one step that can be undone',
  nora,
  `/calls/${split}`,
  async ({ page }) => {
    await begin(page);
    const versions = await versionsOf(split);
    const here = turnAt(page, '00:02').getByRole('group', { name: english.calls.split.whose });
    await press(page, 'h');
    await here
      .getByRole('status')
      .filter({ hasText: english.calls.player.clip_of(1, 1) })
      .waitFor();
    await press(page, '1');
    await focused(turnAt(page, '00:06', 'Anna Hollis'));
    await turnAt(page, '00:06')
      .getByRole('status')
      .filter({ hasText: english.calls.player.clip_of(1, 1) })
      .waitFor();
    await press(page, '2');
    await turnAt(page, '00:06', english.calls.split.second)
      .getByRole('button', { name: english.calls.split.second, pressed: true })
      .waitFor();
    await focused(turnAt(page, '00:10', 'Anna Hollis'));
    await press(page, 'ArrowDown', 'ArrowUp');
    await focused(turnAt(page, '00:10', 'Anna Hollis'));
    await bar(page).getByText(english.calls.split.turns(english.calls.split.second, 1), { exact: true }).waitFor();
    await assertAccessible(page, 'a voice that is taken apart');
    // All that follows goes to the other person, and the next one back.
    await press(page, 'a');
    await bar(page).getByText(english.calls.split.turns(english.calls.split.second, 149)).waitFor();
    await press(page, '1');
    await bar(page).getByText(english.calls.split.turns('Anna Hollis', 2)).waitFor();
    assert.equal(await versionsOf(split), versions);
    await press(page, 'n');
    await focused(page.getByRole('combobox', { name: english.calls.split.name_of_second }));
    await assertAccessible(page, 'the name of the other person');
    await page.keyboard.type('Daniel Hollis, son');
    await press(page, 'Enter');
    await focused(turnAt(page, '00:06', 'Daniel Hollis'));
    await saved(page);
    const { transcript, speaker_labels, is_fully_labelled } = await stored(split);
    assert.deepEqual(
      transcript?.words,
      words.map((word, at) =>
        word.speaker === 'speaker_1' && at > 5 && ![15, 16, 17].includes(at) ? { ...word, speaker: '0' } : word,
      ),
    );
    assert.deepEqual([speaker_labels['0'], is_fully_labelled], ['Daniel Hollis, son', true]);
    assert.equal(await versionsOf(split), versions + 1);
    await press(page, 'Control+z');
    await turnAt(page, '00:06', 'Anna Hollis').waitFor();
    await saved(page);
    const undone = await stored(split);
    assert.deepEqual([undone.transcript?.words, undone.speaker_labels['0']], [words, undefined]);
  },
);

inBrowser(
  'what was told apart and left changes nothing, is there again later, and needs no name to be done',
  nora,
  `/calls/${left}`,
  async ({ page }) => {
    await begin(page);
    await press(page, '2', 'Escape');
    await bar(page).waitFor({ state: 'detached' });
    await begin(page);
    await bar(page).getByText(english.calls.split.turns(english.calls.split.second, 1), { exact: true }).waitFor();
    assert.deepEqual((await stored(left)).transcript?.words, words);
    await press(page, 'n');
    await page.getByRole('combobox', { name: english.calls.split.name_of_second }).waitFor();
    await press(page, 'Escape');
    await press(page, '2', '2');
    await bar(page).getByRole('button', { name: english.calls.split.name_second }).click();
    await page.getByRole('button', { name: english.calls.split.no_name }).click();
    await turnAt(page, '00:02', english.calls.speaker('C'))
      .getByRole('group', { name: english.calls.who_is_this })
      .waitFor();
    await saved(page);
    const { transcript, is_fully_labelled } = await stored(left);
    assert.equal(transcript?.words.filter(({ speaker }) => speaker === '0').length, 6);
    assert.equal(is_fully_labelled, false);
  },
);

inBrowser(
  'on a phone the turns are told apart by touch, and who is there already takes theirs',
  nora,
  `/calls/${narrow}`,
  async ({ page }) => {
    await begin(page);
    await turnAt(page, '00:06').getByRole('button', { name: english.calls.split.second, exact: true }).click();
    await bar(page).getByText(english.calls.split.turns(english.calls.split.second, 1), { exact: true }).waitFor();
    await assertAccessible(page, 'a voice that is taken apart, narrow');
    await bar(page).getByRole('button', { name: english.calls.split.name_second }).click();
    await page.getByRole('combobox', { name: english.calls.split.name_of_second }).fill('Nora Ellery, director');
    await press(page, 'Enter');
    await saved(page);
    const { transcript, speaker_labels } = await stored(narrow);
    assert.equal(transcript?.words.filter(({ speaker }) => speaker === 'speaker_0').length, (TURNS / 2 + 1) * 3);
    assert.equal(Object.keys(speaker_labels).length, 2);
  },
  { width: 390 },
);
