import { useMutation } from '@tanstack/react-query';
import { useMe, useReaches } from '../api/me.ts';
import { signOut } from '../api/session.ts';
import { OwnSessions } from '../sessions/own-sessions.tsx';
import { useTexts } from '../texts/texts.tsx';
import { Facts } from '../ui/facts.tsx';
import { Needs, Section } from '../ui/section.tsx';
import { PersonForm } from '../users/person-form.tsx';
import { ChangePassword } from './change-password.tsx';

/** Page of the reader's account: name, password, signing out. */
export const AccountPage = () => {
  const texts = useTexts();
  const { users, settings, app } = texts;
  const me = useMe();
  const may_change = useReaches('admin');
  const { mutate, isPending } = useMutation({ mutationFn: signOut });
  if (!me) return null;
  const { user, organization, access_level } = me;
  return (
    <Section name="account">
      <section aria-labelledby="you">
        <h2 id="you">{texts.me.you}</h2>
        <Facts
          facts={[
            ...(may_change
              ? []
              : ([
                  [settings.name, user.name],
                  [settings.email, user.email],
                ] as const)),
            [users.level, users.levels[access_level]],
            [texts.me.organization, organization.name],
          ]}
        />
        {may_change ? (
          <PersonForm user_uuid={user.uuid} label={texts.me.you} />
        ) : (
          <Needs level="admin" what={texts.me.name_needs} />
        )}
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{texts.me.password}</h2>
        <ChangePassword />
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{texts.sessions.yours}</h2>
        <p className="soft">{texts.sessions.yours_hint}</p>
        <OwnSessions />
      </section>
      <section aria-labelledby="leaving">
        <h2 id="leaving">{app.sign_out}</h2>
        <p className="soft">{texts.me.sign_out_hint}</p>
        <p>
          <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
            {app.sign_out}
          </button>
        </p>
      </section>
    </Section>
  );
};
