import { useMutation } from '@tanstack/react-query';
import { useMe, useReaches } from '../api/me.ts';
import { signOut } from '../api/session.ts';
import { useTexts } from '../texts/texts.tsx';
import { Facts } from '../ui/facts.tsx';
import { Needs, Section } from '../ui/section.tsx';
import { PersonForm } from '../users/person-form.tsx';
import { ChangePassword } from './change-password.tsx';

/** Who the reader is here, and what is theirs alone: a password, and leaving. */
export const AccountPage = () => {
  const { settings, shell } = useTexts();
  const me = useMe();
  const may_change = useReaches('admin');
  const { mutate, isPending } = useMutation({ mutationFn: signOut });
  if (!me) return null;
  const { user, organization, access_level } = me;
  return (
    <Section name="account">
      <section aria-labelledby="you">
        <h2 id="you">{settings.you}</h2>
        <Facts
          facts={[
            ...(may_change
              ? []
              : ([
                  [settings.name, user.name],
                  [settings.email, user.email],
                ] as const)),
            [settings.level, settings.levels[access_level]],
            [settings.home, organization.name],
          ]}
        />
        {may_change ? (
          <PersonForm user_uuid={user.uuid} label={settings.you} />
        ) : (
          <Needs level="admin" what={settings.your_name_needs} />
        )}
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{settings.password}</h2>
        <ChangePassword />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">{shell.sign_out}</h2>
        <p className="soft">{settings.sign_out_hint}</p>
        <p>
          <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
            {shell.sign_out}
          </button>
        </p>
      </section>
    </Section>
  );
};
