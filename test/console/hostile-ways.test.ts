import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { openBrowser } from './browser.ts';
import { HOSTILE, packed, REFUSED } from './hostile-strings.ts';
import { assertAccessible } from './looks.ts';
import { DIRECTOR, HOSPICE, NEXT_OF_KIN, saved } from './on-a-call.ts';
import { assertPlain, missingFrom } from './plain-page.ts';
import { ANY, GREETING, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser, inOneWindow } = openBrowser(pharos);
const nora = await pharos.person('admin');
const inHerWindow = inOneWindow(nora);
const { client } = nora;
const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });
const case_uuid = funeral.uuid;
const wordOf = (text: string, n: number, speaker = '0') => {
  return { text, start_ms: n * 500, end_ms: n * 500 + 400, confidence: 0.9, speaker };
};
const openCall = async (texts: string[]) => {
  const transcript = { source: 'manual' as const, words: texts.map((text, n) => wordOf(text, n)) };
  return (await client.calls.create({ body: { case_uuid, transcript } })).data.uuid;
};

const password = `${HOSTILE[2]} ${HOSTILE[3]}`;
const email = 'theo@evergreen.example';
const { data: invited } = await client.users.create({ body: { email, name: HOSTILE[4], access_level: 'member' } });
const token = new URLSearchParams(new URL(invited.invitation.link, pharos.baseUrl).hash.slice(1)).get('token') ?? '';
await client.invitations.accept({ body: { token, password } });

const WAYS: [what: string, address: (text: string) => string, longest?: number][] = [
  ['cases that are looked for', (text) => `/cases?q=${text}`, 200],
  ['what is searched', (text) => `/search?q=${text}`, 200],
  ['a parameter that is none', (text) => `/?${text}=${text}`],
  ['a case', (text) => `/cases/${text}`],
  ['a call', (text) => `/calls/${text}`],
  ['a history', (text) => `/calls/${text}/history?from=${text}&to=${text}`],
  ['a page of the settings', (text) => `/settings/${text}`],
  [
    'an action of the audit',
    (text) => `/settings/audit?action=${text}&actor_uuid=${text}&outcome=${text}&from=${text}`,
  ],
  ['a state of jobs', (text) => `/settings/jobs?state=${text}`],
  ['tokens', (text) => `/settings/tokens?all=${text}`],
  ['a day', (text) => `/settings/retention?at=${text}`],
  ['a place behind the hash', (text) => `/cases#t=${text}`],
  ['an address of nothing', (text) => `/${text}`],
];

for (const [what, address, longest = 900] of WAYS) {
  inHerWindow(`a hundred hostile texts in an address do nothing: ${what}`, async ({ page, settled }) => {
    if (new URL(page.url()).origin !== pharos.baseUrl) await page.goto('/cases');
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const text of process.env.FULL ? HOSTILE : packed(longest)) {
      const to = address(encodeURIComponent(text));
      await page.evaluate(
        `history.pushState(null, '', ${JSON.stringify(to)}), dispatchEvent(new PopStateEvent('popstate'))`,
      );
      await settled();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await assertPlain(page, to);
    }
  });
}

inHerWindow('a hostile address that is opened anew does nothing', async ({ page }) => {
  const call_uuid = await openCall(['Good', 'morning.']);
  for (const text of packed(2000)) {
    for (const path of ['/cases?q=', '/search?q=', `/calls/${call_uuid}#t=`, `/calls/${call_uuid}/history?to=`]) {
      await page.goto('about:blank');
      await page.goto(`${path}${encodeURIComponent(text)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await assertPlain(page, path);
    }
  }
});

inBrowser(
  'a password may be hostile, and nobody is led to another house by signing in',
  null,
  '/',
  async ({ page }) => {
    for (const to of ['/\t/outside.example', '//outside.example', '/..//outside.example', 'javascript:alert(1)']) {
      await page.context().clearCookies();
      await page.goto(`/sign-in?to=${encodeURIComponent(to)}&organization_uuid=${nora.actor.organization_uuid}`);
      await page.getByLabel(english.sessions.email).fill(email);
      await page.getByLabel(english.sessions.password).fill(password);
      await page.getByRole('button', { name: english.sessions.sign_in }).click();
      await page.getByRole('heading', { level: 1, name: GREETING }).waitFor();
      assert.equal(page.url(), `${pharos.baseUrl}/`);
    }
  },
);

inHerWindow('files with hostile names become calls that are called so', async ({ page, settled }) => {
  await page.goto(`/cases/${case_uuid}`);
  const choose = page.getByLabel(english.cases.add_files);
  const names = packed(900);
  for (const [n, name] of names.entries()) {
    const buffer = wav(Buffer.alloc(4000, n), { tag: 1, channels: 1, bits: 8 });
    await choose.setInputFiles({ name: `${name}.wav`, mimeType: 'audio/wav', buffer });
    await page.getByText(english.recordings.done).nth(n).waitFor();
  }
  await settled();
  await assertPlain(page, 'uploads');
  const spoken = HOSTILE.filter((text) => !/-->|\n|__proto__/.test(text)).slice(0, 60);
  const vtt = spoken.map(
    (text, n) => `00:${String(n).padStart(2, '0')}.000 --> 00:${String(n).padStart(2, '0')}.900\n<v ${text}>${text}`,
  );
  const buffer = Buffer.from(`WEBVTT\n\n${vtt.join('\n\n')}\n`);
  await choose.setInputFiles({ name: `${names[1]}.vtt`, mimeType: 'text/vtt', buffer });
  await page.getByRole('article').first().waitFor();
  await settled();
  await assertPlain(page, 'a transcript of subtitles');
  const kept = (await client.calls.list({ case_uuid })).data.items.map(({ file_name }) => file_name).join('\n');
  assert.deepEqual(missingFrom(kept, HOSTILE), []);
});

inHerWindow('what was written wrong everywhere is fixed everywhere, as text', async ({ page }) => {
  const [wrong, right] = ['constructor', 'x<svg/onload=alert(1)>x'];
  const call_uuid = await openCall(['We', wrong, 'and', wrong, 'and', wrong]);
  await page.goto(`/calls/${call_uuid}`);
  await page.getByRole('article').first().waitFor();
  for (const key of ['ArrowDown', 'e']) await page.keyboard.press(key);
  await page.getByRole('textbox', { name: english.calls.correction }).fill(`We ${right} and ${wrong} and ${wrong}`);
  await page.keyboard.press('Enter');
  await page
    .getByRole('group')
    .filter({ hasText: like`${english.calls.change_all_ask(2, ANY, ANY)}` })
    .waitFor();
  await assertPlain(page, 'the question');
  const fixed = page.waitForResponse(
    (response) => (response.request().postData() ?? '').split(JSON.stringify(right)).length === 4,
  );
  await page.keyboard.press('a');
  assert.equal((await fixed).status(), 200);
  await assertPlain(page, 'fixed everywhere');
});

// What is not saved holds the page: it has a window of its own.
inBrowser('what two people wrote at once is text beside each other', nora, '/', async ({ page }) => {
  const call_uuid = await openCall(['Good', 'morning.']);
  await page.goto(`/calls/${call_uuid}`);
  await page.getByRole('article').first().waitFor();
  const [mine = '', theirs = ''] = packed(190).slice(3);
  await client.calls.update({ call_uuid, body: { speaker_labels: { '0': theirs } } });
  for (const key of ['u', 'n']) await page.keyboard.press(key);
  await page.getByRole('combobox', { name: english.calls.name }).fill(mine);
  await page.keyboard.press('Enter');
  const conflict = page.getByRole('alert').filter({ hasText: english.calls.conflict_hint });
  await conflict.waitFor();
  assert.deepEqual(missingFrom((await conflict.textContent()) ?? '', [mine, theirs]), []);
  await assertPlain(page, 'a conflict');
  await assertAccessible(page, 'a hostile conflict');
});

inHerWindow('a voice that is called by a word of JavaScript gets a name', async ({ page }) => {
  const words = ['__proto__', 'constructor', 'toString'].map((id, n) => wordOf('so', n, id));
  const { data: alone } = await client.cases.create({ body: {} });
  const body = { case_uuid: alone.uuid, transcript: { source: 'manual' as const, words } };
  const call_uuid = (await client.calls.create({ body })).data.uuid;
  await page.goto(`/calls/${call_uuid}`);
  await page.getByText(english.calls.speakers_to_name(3)).waitFor();
  for (const key of ['u', '1', '2', '3']) await page.keyboard.press(key);
  await page.getByText(english.calls.all_named).waitFor();
  await saved(page);
  const { speaker_labels, is_fully_labelled } = (await client.calls.get({ call_uuid })).data;
  assert.deepEqual(Object.values(speaker_labels), [DIRECTOR, NEXT_OF_KIN, HOSPICE]);
  assert.equal(is_fully_labelled, true);
});

inHerWindow('a word that turns the direction of writing leaves its neighbours where they are', async ({ page }) => {
  const turning = HOSTILE.filter((text) => /[\u202a-\u202e\u2066-\u2069]/.test(text));
  assert.equal(turning.length, 3);
  for (const text of turning) {
    await page.goto(`/calls/${await openCall(['before', text, 'one', 'two', 'three'])}`);
    await page.getByText('three').waitFor();
    const boxes = await Promise.all(
      ['before', 'one', 'two', 'three'].map((word) => page.getByText(word, { exact: true }).boundingBox()),
    );
    const places = boxes.map((box) => (box?.y ?? 0) * 10_000 + (box?.x ?? 0));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      JSON.stringify(text),
    );
  }
});

inHerWindow('what cannot be kept is refused with a reason, and nothing is changed', async ({ page }) => {
  await page.goto(`/cases/${case_uuid}`);
  await page.getByRole('button', { name: `${english.cases.add}: ${english.cases.first_name}` }).click();
  await page.getByRole('textbox', { name: english.cases.first_name }).fill(REFUSED[0] as string);
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: `${english.cases.first_name}: ${english.refusals.unstorable_value}` })
    .waitFor();
  assert.equal((await client.cases.get({ case_uuid })).data.case.first_name, null);
});
