import assert from 'node:assert/strict';
import { openPharos } from '../support/pharos.ts';
import { assertAccessible, assertLooks, openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';

const HOSTILE = '<script>alert(1)</script>';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
const home = await openInventedHome(admin, 1);
const [hollis = ''] = home.cases;
const call_uuid = home.call(FIRST_CALL);
const viewer = await pharos.person('viewer', admin);
const nobody = await pharos.person('admin');

// Whatever somebody can write anywhere is text wherever it is shown.
await client.organizations.patch({
  organization_uuid: admin.actor.organization_uuid,
  body: { name: HOSTILE, pre_need_retention_days: 30 },
});
const { data: location } = await client.locations.create({ body: { name: HOSTILE, address: HOSTILE } });
await client.users.create({
  body: { email: 'x@y.example', name: HOSTILE, access_level: 'member', location_uuids: [location.uuid] },
});
await client.tokens.create({ body: { name: HOSTILE } });
await client.generationTemplates.create({
  body: {
    display_name: HOSTILE,
    label: HOSTILE,
    instructions: HOSTILE,
    execution_type: 'detection',
    template_type: 'at_need',
  },
});
await client.retention.hold({ case_uuid: hollis, body: { reason: HOSTILE } });
await client.cases.update({ case_uuid: hollis, body: { first_name: HOSTILE, external_id: HOSTILE } });
const { transcript } = (await client.calls.get({ call_uuid })).data;
const words = transcript?.words.map((word) => (word.text === 'Nora' ? { ...word, text: HOSTILE } : word)) ?? [];
await client.calls.update({
  call_uuid,
  body: { transcript: { source: 'deepgram', words }, speaker_labels: { [HOSTILE]: HOSTILE } },
});

/** A page, and of those where a viewer may not do everything: what it says to them. */
const PAGES: [path: string, shows: string, explained?: RegExp][] = [
  ['/settings/account', 'Your account', /^Your name and email address are kept by your administrator\./],
  ['/settings/organization', 'Organization', /^You can read this, but not change it\..*yours is “Viewer”/],
  ['/settings/people', 'People', /^You can read this, but not change it\./],
  ['/settings/locations', 'Locations', /^You can read this, but not change it\./],
  ['/settings/templates', 'Templates', /^You can read this, but not change it\./],
  ['/settings/tokens', 'Tokens'],
  ['/settings/jobs', 'Transcriptions', /^You can read this, but not change it\..*“Member”/],
  ['/settings/audit', 'Audit', /^You cannot see what is on this page\..*“Administrator”/],
  ['/settings/retention?at=2099-12-31', 'Retention and holds', /^You cannot see what is on this page\./],
  ['/search?q=hollis', 'Search'],
  [`/calls/${call_uuid}/history?from=1&to=2`, 'History'],
  [`/cases/${hollis}/history`, 'History'],
];

for (const [path, shows] of PAGES) {
  inBrowser(
    `${path} can be used by everybody, with all of it open, wide, narrow and in the dark`,
    admin,
    path,
    async ({ page }) => {
      const main = page.getByRole('main');
      await main.getByRole('heading', { level: 1, name: shows }).waitFor();
      // What opens is opened, one after the other, until nothing is closed.
      const closed = main.getByRole('button', { expanded: false });
      for (let left = 8; left > 0 && (await closed.count()) > 0; left -= 1) await closed.first().click();
      await page.getByRole('status').filter({ hasText: 'One moment' }).waitFor({ state: 'detached' });
      await assertLooks(page, `${path}, open`);
    },
  );
}

inBrowser('a viewer reads every page, and is told what takes more', viewer, '/settings', async ({ page }) => {
  const settings = page.getByRole('navigation', { name: 'Settings' });
  for (const [path, shows, explained] of PAGES) {
    if (path.startsWith('/settings')) await settings.getByRole('link', { name: shows }).click();
    else await page.goto(path);
    await page.getByRole('main').getByRole('heading', { level: 1, name: shows }).waitFor();
    if (explained) await page.getByText(explained).waitFor();
    await assertAccessible(page, `${path}, for a viewer`);
    const offered = page.getByRole('button', { name: /^(Change|Delete|Invite|Add|Save|Place|Verify)( |$)/ });
    if (explained) assert.equal(await offered.count(), path === '/settings/account' ? 1 : 0, path);
  }
});

inBrowser(
  'whatever was written as a name is text on every page',
  admin,
  '/settings/people',
  async ({ page, trouble }) => {
    for (const path of ['people', 'locations', 'tokens', 'templates', 'retention']) {
      await page.goto(`/settings/${path}`);
      await page.getByRole('main').getByText(HOSTILE).first().waitFor();
    }
    await page.goto(`/calls/${call_uuid}/history?from=1&to=2`);
    await page.getByRole('insertion').filter({ hasText: HOSTILE }).first().waitFor();
    assert.deepEqual(trouble, []);
  },
);

inBrowser('the page of locations says that it is empty', nobody, '/settings/locations', async ({ page }) => {
  await page.getByText('There are no locations yet.').waitFor();
  await assertAccessible(page, 'locations, empty');
});

inBrowser(
  'the settings speak Spanish, and go where the keyboard goes',
  admin,
  '/settings',
  async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'Su cuenta' }).waitFor();
    const people = page.getByRole('navigation', { name: 'Ajustes' }).getByRole('link', { name: 'Personas' });
    await people.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Personas' }).waitFor();
    await page.getByRole('button', { name: 'Invitar a alguien' }).press('Enter');
    await page.getByRole('textbox', { name: 'Correo electrónico' }).waitFor();
    await assertAccessible(page, 'Spanish');
  },
  { locale: 'es-MX' },
);

inBrowser(
  'somebody who is not signed in does that first, and comes to where they wanted',
  null,
  '/settings/audit?outcome=refused',
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.waitForURL('**/sign-in?to=*audit*outcome*');
  },
);
