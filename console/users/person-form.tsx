import type { User, UserPatch } from '@pharos/contract/users.ts';
import { pharos } from '../api/pharos.ts';
import { userQuery } from '../api/users.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Checks, TextInput } from '../ui/forms/fields.tsx';
import { textOf, textOrNull } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ReadFirst } from '../ui/read-first.tsx';

/** Queries to refresh when a team member has changed. */
/** Form for a person's name, e-mail address and locations, saved against the version that was seen. */
export const PersonForm = ({ user_uuid, label }: { user_uuid: string; label: string }) => (
  <ReadFirst query={userQuery(user_uuid)}>
    {({ data, etag }) => <Filled user={data} etag={etag} label={label} />}
  </ReadFirst>
);

const Filled = ({ user, etag, label }: { user: User; etag: string | null; label: string }) => {
  const { users, settings } = useTexts();
  const { locations, options } = useLocations();
  const is_limitable = ['viewer', 'member'].includes(user.access_level) && locations.length > 0;
  const change = useChange(
    (body: UserPatch) => pharos.users.patch({ user_uuid: user.uuid, body, if_match: etag ?? undefined }),
    { kind: 'user' },
  );
  return (
    <SaveForm
      label={label}
      change={change}
      version={user.updated_at}
      onSave={(form) =>
        change.run({
          name: textOrNull(form, 'name'),
          ...(textOf(form, 'email') !== (user.email ?? '') && { email: textOf(form, 'email') }),
          ...(is_limitable && { location_uuids: form.getAll('location_uuids').map(String) }),
        })
      }
    >
      <FieldGrid>
        <TextInput label={settings.name} name="name" value={user.name} autoComplete="off" />
        <TextInput label={settings.email} name="email" type="email" value={user.email} autoComplete="off" />
      </FieldGrid>
      {is_limitable && (
        <Checks
          label={users.locations_limit}
          name="location_uuids"
          options={options}
          value={user.location_uuids}
          hint={users.locations_limit_hint}
        />
      )}
    </SaveForm>
  );
};
