import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { UserCreate } from '@pharos/contract/users.ts';
import { pharos } from '../api/pharos.ts';
import { nameOfUser } from '../api/users.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { Disclosure } from '../ui/forms/disclosure.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Checks, Choice, TextInput } from '../ui/forms/fields.tsx';
import { textOf, textOrNull } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { InvitationNotice } from './invitation-notice.tsx';
import { useLevels } from './levels.ts';

/** Form that invites a person: they get a link to choose a password, which is shown once. */
export const InvitePerson = () => {
  const { users } = useTexts();
  return (
    <Disclosure label={users.invite}>
      <InviteForm />
    </Disclosure>
  );
};

const InviteForm = () => {
  const { users, settings } = useTexts();
  const levels = useLevels();
  const { options } = useLocations();
  const change = useChange(async (body: UserCreate) => (await pharos.users.create({ body })).data, {
    kind: 'invitation',
  });
  if (change.data && change.done) {
    const { user, invitation } = change.data;
    return (
      <>
        <InvitationNotice name={nameOfUser(user)} invitation={invitation} />
        <p>
          <button type="button" className="button small" onClick={change.reset}>
            {users.invite_another}
          </button>
        </p>
      </>
    );
  }
  return (
    <SaveForm
      label={users.invite}
      change={change}
      submit={users.create_link}
      onSave={(form) =>
        change.run({
          email: textOf(form, 'email'),
          name: textOrNull(form, 'name'),
          access_level: textOf(form, 'access_level') as AccessLevel,
          location_uuids: form.getAll('location_uuids').map(String),
        })
      }
    >
      <FieldGrid>
        <TextInput label={settings.email} name="email" type="email" required autoComplete="off" />
        <TextInput label={settings.name} name="name" autoComplete="off" />
      </FieldGrid>
      <Choice label={users.level} name="access_level" options={levels} value="member" />
      {options.length > 0 && (
        <Checks
          label={users.locations_limit}
          name="location_uuids"
          options={options}
          value={[]}
          hint={users.locations_limit_hint}
        />
      )}
    </SaveForm>
  );
};
