import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { assertAccessible, assertLooks } from './looks.ts';
import { ANY, like } from './wording.ts';

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
await client.webhooks.create({ body: { name: HOSTILE, url: 'https://portal.example/hooks' } });
const { data: source } = await client.sources.create({
  body: { name: HOSTILE, kind: 'twilio', settings: { account_id: HOSTILE } },
});
await fetch(new URL(source.address as string), { method: 'POST', body: HOSTILE });
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

const { forms, retention, settings, me, users, locations, ui } = english;
/** Labels of the buttons that change something. */
const CHANGES = like`^(${forms.change}|${settings.edit_one(ANY)}|${me.change_password}|${users.invite}|${
  settings.remove
}|${settings.remove_one(ANY)}|${locations.add}|${english.generation_templates.add}|${ui.save}|${retention.place}|${
  english.audit.verify
})$`;

/** A page, and of those where a viewer may not do everything: what it says to them. */
const PAGES: [path: string, shows: string, explained?: RegExp][] = [
  ['/settings/account', english.settings.sections.account, like`^${english.me.name_needs}`],
  [
    '/settings/organization',
    english.settings.sections.organization,
    like`^${english.settings.read_only}.*${english.settings.needs_level(english.users.levels.admin, english.users.levels.viewer)}`,
  ],
  ['/settings/people', english.settings.sections.people, like`^${english.settings.read_only}`],
  ['/settings/locations', english.settings.sections.locations, like`^${english.settings.read_only}`],
  ['/settings/templates', english.settings.sections.templates, like`^${english.settings.read_only}`],
  ['/settings/sources', english.settings.sections.sources, like`^${english.settings.no_access}`],
  ['/settings/webhooks', english.settings.sections.webhooks, like`^${english.settings.no_access}`],
  ['/settings/tokens', english.settings.sections.tokens],
  [
    '/settings/jobs',
    english.settings.sections.jobs,
    like`^${english.settings.read_only}.*${english.settings.needs_level(english.users.levels.member, english.users.levels.viewer)}`,
  ],
  [
    '/settings/audit',
    english.settings.sections.audit,
    like`^${english.settings.no_access}.*${english.settings.needs_level(english.users.levels.admin, english.users.levels.viewer)}`,
  ],
  ['/settings/retention?at=2099-12-31', english.settings.sections.retention, like`^${english.settings.no_access}`],
  ['/search?q=hollis', english.search.title],
  [`/calls/${call_uuid}/history?from=1&to=2`, english.versions.title],
  [`/cases/${hollis}/history`, english.versions.title],
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
      await page.getByRole('status').filter({ hasText: english.ui.loading }).waitFor({ state: 'detached' });
      await assertLooks(page, `${path}, open`);
    },
  );
}

inBrowser('a viewer reads every page, and is told what takes more', viewer, '/settings', async ({ page }) => {
  const settings = page.getByRole('navigation', { name: english.settings.title });
  for (const [path, shows, explained] of PAGES) {
    const link = settings.getByRole('link', { name: shows });
    // Pages that are not theirs are not offered, and have their address all the same.
    if (path.startsWith('/settings') && !/audit|retention|sources|webhooks/.test(path)) await link.click();
    else await page.goto(path);
    if (/audit|retention|sources|webhooks/.test(path)) assert.equal(await link.count(), 0);
    await page.getByRole('main').getByRole('heading', { level: 1, name: shows }).waitFor();
    if (explained) await page.getByText(explained).waitFor();
    await assertAccessible(page, `${path}, for a viewer`);
    const offered = page.getByRole('button', { name: CHANGES });
    if (explained) assert.equal(await offered.count(), path === '/settings/account' ? 1 : 0, path);
  }
});

inBrowser(
  'whatever was written as a name is text on every page',
  admin,
  '/settings/people',
  async ({ page, trouble }) => {
    for (const path of ['people', 'locations', 'tokens', 'webhooks', 'templates', 'retention']) {
      await page.goto(`/settings/${path}`);
      await page.getByRole('main').getByText(HOSTILE).first().waitFor();
    }
    await page.goto(`/calls/${call_uuid}/history?from=1&to=2`);
    await page.getByRole('insertion').filter({ hasText: HOSTILE }).first().waitFor();
    assert.deepEqual(trouble, []);
  },
);

inBrowser('the page of locations says that it is empty', nobody, '/settings/locations', async ({ page }) => {
  await page.getByText(english.locations.none).waitFor();
  await assertAccessible(page, 'locations, empty');
});

inBrowser(
  'the settings speak Spanish, and go where the keyboard goes',
  admin,
  '/settings',
  async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: spanish.settings.sections.account }).waitFor();
    const people = page
      .getByRole('navigation', { name: spanish.settings.title })
      .getByRole('link', { name: spanish.settings.sections.people });
    await people.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: spanish.settings.sections.people }).waitFor();
    await page.getByRole('button', { name: spanish.users.invite }).press('Enter');
    await page.getByRole('textbox', { name: spanish.settings.email }).waitFor();
    await assertAccessible(page, 'Spanish');
  },
  { locale: 'es-MX' },
);

inBrowser(
  'somebody who is not signed in does that first, and comes to where they wanted',
  null,
  '/settings/audit?outcome=refused',
  async ({ page }) => {
    await page.getByRole('heading', { name: english.sessions.title }).waitFor();
    await page.waitForURL('**/sign-in?to=*audit*outcome*');
  },
);
