import type { SettingsPage } from '@pharos/contract/pages.ts';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { ReactNode } from 'react';
import { useMe, useReaches } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { Page, PageHeader } from './page.tsx';
import styles from './section.module.css';
import { SECTIONS } from './sections.ts';
import { useTitle } from './use-title.ts';

/** One page of the settings. Without the right to see it, it says so, and who can. */
export const Section = ({ name, children }: { name: SettingsPage; children: ReactNode }) => {
  const { settings } = useTexts();
  const needs = SECTIONS.find((section) => section.name === name)?.needs ?? 'viewer';
  const may = useReaches(needs);
  useTitle(settings.sections[name]);
  return (
    <Page className={styles.section}>
      <PageHeader title={settings.sections[name]} lead={settings.leads[name]} />
      {may ? children : <Needs level={needs} what={settings.no_access} />}
    </Page>
  );
};

/** Says what level something takes, and which one the reader has. */
export const Needs = ({ level, what }: { level: AccessLevel; what?: string }) => {
  const { settings, users } = useTexts();
  const me = useMe();
  if (!me) return null;
  return (
    <Explained>
      {what ?? settings.read_only} {settings.needs_level(users.levels[level], users.levels[me.access_level])}
    </Explained>
  );
};

/** Hint on a page about why something is as it is. */
export const Explained = ({ children }: { children: ReactNode }) => (
  <p className={`${styles.explained} off-paper`}>{children}</p>
);
