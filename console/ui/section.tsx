import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { ReactNode } from 'react';
import { useMe, useReaches } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { SECTIONS, type SectionName } from './sections.ts';
import { useTitle } from './use-title.ts';
import './page.css';
import './forms/forms.css';
import './settings.css';

/** One page of the settings. Whoever may not see what is in it is told so, and who can. */
export const Section = ({ name, children }: { name: SectionName; children: ReactNode }) => {
  const { settings } = useTexts();
  const needs = SECTIONS.find((section) => section.name === name)?.needs ?? 'viewer';
  const may = useReaches(needs);
  useTitle(settings.sections[name]);
  return (
    <div className="page settings-page">
      <header>
        <h1>{settings.sections[name]}</h1>
        <p className="lead">{settings.leads[name]}</p>
      </header>
      {may ? children : <Needs level={needs} what={settings.needs_to_see} />}
    </div>
  );
};

/** Says what level something takes, and which one the reader has. */
export const Needs = ({ level, what }: { level: AccessLevel; what?: string }) => {
  const { settings } = useTexts();
  const me = useMe();
  if (!me) return null;
  return (
    <p className="explained">
      {what ?? settings.needs} {settings.needs_level(settings.levels[level], settings.levels[me.access_level])}
    </p>
  );
};
