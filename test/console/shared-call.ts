import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import type { openPharos } from '../support/pharos.ts';
import { FLORIST, openInventedHome } from './invented-home.ts';
import { turn } from './on-a-call.ts';

/** A call in a home of its own, and two people who work on it. */
export const openSharedCall = async (pharos: Awaited<ReturnType<typeof openPharos>>) => {
  const nora = await pharos.person('member');
  const home = await openInventedHome(nora);
  const call_uuid = home.call(FLORIST);
  const stored = async () => (await nora.client.calls.get({ call_uuid })).data;
  return { nora, theo: await pharos.person('member', nora), path: home.path(FLORIST), stored };
};

/** Answers in the turn of a voice who it is. */
export const nameVoice = async (page: Page, voice: string, name: string) => {
  await turn(page, voice).getByRole('button', { name: english.calls.someone_new }).click();
  await turn(page, voice).getByRole('combobox', { name: english.calls.name }).fill(name);
  await page.keyboard.press('Enter');
};
