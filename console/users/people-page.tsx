import type { User } from '@pharos/contract/users.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { reaches, useMe, useReaches } from '../api/me.ts';
import { nameOfUser, userPages } from '../api/users.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { Explained, Needs, Section } from '../ui/section.tsx';
import { InvitePerson } from './invite-person.tsx';
import { PersonPanel } from './person-panel.tsx';

/** Page of the team: people, their access levels, and invitations. */
export const PeoplePage = () => {
  const { settings } = useTexts();
  const list = useSuspenseInfiniteQuery(userPages());
  const may_change = useReaches('admin');
  return (
    <Section name="people">
      {may_change ? <InvitePerson /> : <Needs level="admin" />}
      <List label={settings.sections.people}>
        {list.data.pages
          .flatMap(({ items }) => items)
          .map((user) => (
            <Person key={user.uuid} user={user} may_change={may_change} />
          ))}
      </List>
      <ShowMore of={list} />
    </Section>
  );
};

const Person = ({ user, may_change }: { user: User; may_change: boolean }) => {
  const { users, settings } = useTexts();
  const { nameOf } = useLocations();
  const me = useMe();
  const name = nameOfUser(user);
  const is_above = me !== null && !reaches(me, user.access_level);
  const limits = user.location_uuids.map(nameOf).join(', ');
  return (
    <ListItem
      title={name}
      facts={
        <>
          {user.email && user.email !== name && <span>{user.email}</span>}
          <span>{users.levels[user.access_level]}</span>
          {user.uuid === me?.user.uuid && <span>{users.you}</span>}
          {limits && <span>{users.limited_to(limits)}</span>}
          {user.deactivated_at && <span className="chip">{users.deactivated}</span>}
        </>
      }
      open_label={may_change ? settings.edit_one(name) : undefined}
    >
      {is_above ? <Explained>{users.above_you}</Explained> : <PersonPanel user={user} name={name} />}
    </ListItem>
  );
};
