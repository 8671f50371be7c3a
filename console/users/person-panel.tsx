import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { User } from '@pharos/contract/users.ts';
import { useQuery } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';
import { userQuery } from '../api/users.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { Choice } from '../ui/forms/fields.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { InvitationNotice } from './invitation-notice.tsx';
import { useLevels } from './levels.ts';
import { PersonForm } from './person-form.tsx';

type Props = { user: User; name: string };

/** Panel with all that an admin can change about a person. */
export const PersonPanel = ({ user, name }: Props) => {
  const { settings } = useTexts();
  if (user.deactivated_at) return <Reactivate user={user} name={name} />;
  return (
    <>
      <PersonForm user_uuid={user.uuid} label={settings.edit_one(name)} />
      <Level user={user} name={name} />
      <div className="row">
        <NewLink user={user} name={name} />
        <Deactivate user={user} name={name} />
      </div>
    </>
  );
};

const Level = ({ user, name }: Props) => {
  const { users } = useTexts();
  const levels = useLevels();
  const change = useChange(
    (access_level: AccessLevel) => pharos.users.setAccessLevel({ body: { user_uuid: user.uuid, access_level } }),
    { kind: 'user' },
  );
  return (
    <SaveForm
      label={users.level_of(name)}
      change={change}
      version={user.access_level}
      submit={users.change_level}
      onSave={(form) => change.run(textOf(form, 'access_level') as AccessLevel)}
    >
      <Choice label={users.level} name="access_level" options={levels} value={user.access_level} />
    </SaveForm>
  );
};

const NewLink = ({ user, name }: Props) => {
  const { users } = useTexts();
  const change = useChange(async () => (await pharos.users.invite({ user_uuid: user.uuid })).data);
  if (change.data) return <InvitationNotice name={name} invitation={change.data} />;
  return (
    <Confirm
      label={users.new_link}
      question={users.new_link_ask(name)}
      yes={users.create_link}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};

const Deactivate = ({ user, name }: Props) => {
  const { users } = useTexts();
  const seen = useQuery(userQuery(user.uuid)).data;
  const change = useChange(() => pharos.users.remove({ user_uuid: user.uuid, if_match: seen?.etag ?? undefined }), {
    kind: 'user',
  });
  return (
    <Confirm
      label={users.deactivate}
      question={users.deactivate_ask(name)}
      yes={users.deactivate}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};

const Reactivate = ({ user, name }: Props) => {
  const { users } = useTexts();
  const change = useChange(() => pharos.users.restore({ user_uuid: user.uuid }), { kind: 'user' });
  return (
    <>
      <p>{users.deactivated_hint(name)}</p>
      <TroubleNotice trouble={change.trouble} />
      <p>
        <button type="button" className="button" disabled={change.busy} onClick={() => change.run(undefined)}>
          {users.reactivate}
        </button>
      </p>
    </>
  );
};
