import type { Location } from '@pharos/contract/locations.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { locationQuery, locationsQuery } from '../api/locations.ts';
import { useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { Disclosure, useClose } from '../ui/forms/disclosure.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { List, ListItem } from '../ui/list-item.tsx';
import { ReadFirst } from '../ui/read-first.tsx';
import { Needs, Section } from '../ui/section.tsx';
import { LocationForm } from './location-form.tsx';

/** Page of the organization's locations. */
export const LocationsPage = () => {
  const { locations, settings } = useTexts();
  const { data } = useSuspenseQuery(locationsQuery);
  const may_change = useReaches('admin');
  return (
    <Section name="locations">
      {may_change ? <NewLocation /> : <Needs level="admin" />}
      {data.length === 0 && <Empty>{locations.none}</Empty>}
      <List label={settings.sections.locations}>
        {data.map((location) => (
          <OneLocation key={location.uuid} location={location} may_change={may_change} />
        ))}
      </List>
    </Section>
  );
};

const NewLocation = () => {
  const { locations } = useTexts();
  return (
    <Disclosure label={locations.add}>
      <NewForm />
    </Disclosure>
  );
};

const NewForm = () => {
  const { calls, locations } = useTexts();
  const close = useClose();
  const change = useChange((body: { name: string }) => pharos.locations.create({ body }), {
    kind: 'location',
    done: () => close(calls.saved),
  });
  return <LocationForm label={locations.add} change={change} />;
};

const OneLocation = ({ location, may_change }: { location: Location; may_change: boolean }) => {
  const { locations, settings } = useTexts();
  const { uuid, name, address, retention_days, pre_need_retention_days } = location;
  return (
    <ListItem
      title={name}
      facts={
        <>
          {address && <span>{address}</span>}
          {retention_days !== null && <span>{locations.cases_kept(retention_days)}</span>}
          {pre_need_retention_days !== null && <span>{locations.pre_need_cases_kept(pre_need_retention_days)}</span>}
        </>
      }
      open_label={may_change ? settings.edit_one(name) : undefined}
    >
      <ReadFirst query={locationQuery(uuid)}>
        {({ data, etag }) => <Panel location={data} etag={etag ?? undefined} />}
      </ReadFirst>
    </ListItem>
  );
};

const Panel = ({ location, etag: if_match }: { location: Location; etag: string | undefined }) => {
  const { settings, locations } = useTexts();
  const { uuid: location_uuid, name } = location;
  const change = useChange((body: object) => pharos.locations.patch({ location_uuid, body, if_match }), {
    kind: 'location',
  });
  const removal = useChange(() => pharos.locations.remove({ location_uuid, if_match }), { kind: 'location' });
  return (
    <>
      <LocationForm label={settings.edit_one(name)} location={location} change={change} />
      <Confirm
        label={settings.remove}
        name={settings.remove_one(name)}
        question={locations.remove_ask(name)}
        yes={settings.remove}
        change={removal}
        onYes={() => removal.run(undefined)}
      />
    </>
  );
};
