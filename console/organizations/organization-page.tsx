import type { Organization, OrganizationPatch } from '@pharos/contract/organizations.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMe, useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { BackupsSection } from '../backups/backups-section.tsx';
import { DemoSection } from '../demo/remove-demo.tsx';
import { useTexts } from '../texts/texts.tsx';
import { Facts } from '../ui/facts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { numberOrNull, textOf } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { RetentionDays } from '../ui/retention-days.tsx';
import { Needs, Section } from '../ui/section.tsx';
import { organizationQuery } from './queries.ts';
import { timeZones, zoneName } from './time-zones.ts';
import { groupsIn, rolesIn, WordFields, wordFacts } from './word-fields.tsx';

export const OrganizationPage = () => {
  const me = useMe();
  return <Section name="organization">{me && <Home organization_uuid={me.organization.uuid} />}</Section>;
};

const Home = ({ organization_uuid }: { organization_uuid: string }) => {
  const { organizations, settings } = useTexts();
  const { data, etag } = useSuspenseQuery(organizationQuery(organization_uuid)).data;
  const may_change = useReaches('admin');
  if (may_change) {
    return (
      <>
        <HomeForm home={data} etag={etag} />
        <BackupsSection />
        <DemoSection />
      </>
    );
  }
  const kept = (days: number | null) => (days === null ? organizations.kept_forever : organizations.days(days));
  return (
    <>
      <Needs level="admin" />
      <Facts
        facts={[
          [settings.name, data.name],
          [organizations.retention_days, kept(data.retention_days)],
          [organizations.pre_need_retention_days, kept(data.pre_need_retention_days)],
          [organizations.restorable_days, organizations.days(data.restorable_days)],
          ...wordFacts(data, organizations),
          [organizations.time_zone, data.time_zone === null ? organizations.no_time_zone : zoneName(data.time_zone)],
        ]}
      />
    </>
  );
};

const HomeForm = ({ home, etag }: { home: Organization; etag: string | null }) => {
  const { organizations, settings } = useTexts();
  const { uuid: organization_uuid } = home;
  const change = useChange(
    (body: OrganizationPatch) => pharos.organizations.patch({ organization_uuid, body, if_match: etag ?? undefined }),
    { kind: 'organization' },
  );
  return (
    <SaveForm
      label={settings.sections.organization}
      change={change}
      version={home.updated_at}
      onSave={(form) =>
        change.run({
          name: textOf(form, 'name'),
          time_zone: textOf(form, 'time_zone') || null,
          retention_days: numberOrNull(form, 'retention_days'),
          pre_need_retention_days: numberOrNull(form, 'pre_need_retention_days'),
          // Never null: an empty field goes as it is, and the server says what belongs there.
          restorable_days: numberOrNull(form, 'restorable_days') as number,
          role_words: rolesIn(textOf(form, 'role_words'), home),
          trade_words: groupsIn(textOf(form, 'trade_words')),
        })
      }
    >
      <TextInput label={settings.name} name="name" value={home.name} required />
      <Choice
        label={organizations.time_zone}
        name="time_zone"
        options={[['', organizations.no_time_zone], ...timeZones(home.time_zone)]}
        value={home.time_zone ?? ''}
        hint={organizations.time_zone_hint}
      />
      <FieldGrid>
        <RetentionDays
          of={home}
          hints={{
            retention_days: organizations.retention_days_hint,
            pre_need_retention_days: organizations.pre_need_retention_days_hint,
          }}
        />
        <TextInput
          label={organizations.restorable_days}
          name="restorable_days"
          value={home.restorable_days.toString()}
          hint={organizations.restorable_days_hint}
          numeric
          required
        />
      </FieldGrid>
      <WordFields home={home} />
    </SaveForm>
  );
};
