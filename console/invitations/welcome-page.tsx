import { PharosError } from '@pharos/client/error.ts';
import type { Invitation } from '@pharos/contract/invitations.ts';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { accept, renameHome } from '../api/session.ts';
import { useTexts } from '../texts/texts.tsx';
import { Entrance } from '../ui/entrance.tsx';
import { type Trouble, troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { tokenOf } from './token.ts';

export const WelcomePage = () => {
  const texts = useTexts();
  const { invitations, app, ui } = texts;
  const [token] = useState(() => tokenOf(location.hash));
  const [not_kept, setNotKept] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => (await pharos.invitations.read({ body: { token } })).data,
    retry: false,
    // An invitation that was accepted is asked for no more.
    enabled: !not_kept,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const spent = error instanceof PharosError && error.status_code < 429;
  const trouble = troubleOf(error, texts);
  const title = data ? invitations.title(data.organization_name) : spent ? invitations.spent : app.failed;
  useTitle(not_kept ? invitations.is_set : title);
  if (not_kept) return <NotKept />;
  if (isPending) {
    return (
      <Entrance>
        <div className="card">
          <LoadingPage />
        </div>
      </Entrance>
    );
  }
  return (
    <Entrance>
      {data ? (
        <Welcome token={token} invitation={data} title={title} onNotKept={() => setNotKept(true)} />
      ) : (
        <section className="card" role="alert">
          <h1>{spent ? invitations.spent : app.failed}</h1>
          <p>{spent ? invitations.spent_hint : trouble.message}</p>
          {!spent && (
            <button type="button" className="button first" onClick={() => void refetch()}>
              {ui.try_again}
            </button>
          )}
          {!spent && trouble.request_id && <p className="soft hint">{ui.request_id(trouble.request_id)}</p>}
        </section>
      )}
    </Entrance>
  );
};

/** Somebody whose password is set, and whose browser does not keep them signed in. */
const NotKept = () => {
  const { invitations, sessions } = useTexts();
  return (
    <Entrance>
      <section className="card" role="alert">
        <h1>{invitations.is_set}</h1>
        <p>{sessions.not_kept}</p>
      </section>
    </Entrance>
  );
};

type Props = { token: string; invitation: Invitation; title: string; onNotKept(): void };

const Welcome = ({ token, invitation, title, onNotKept }: Props) => {
  const texts = useTexts();
  const { invitations } = texts;
  // Whoever has no email yet is the first here, and their home has a name by default alone.
  const is_first = invitation.email === null;
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const labels = { name: invitations.name, email: invitations.email, password: invitations.password };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    setBusy(true);
    setTrouble(null);
    try {
      const password = String(form.get('password'));
      const body = { token, password, name: given('name'), email: given('email') };
      if (!(await accept(body))) return onNotKept();
      const home = given('home');
      const named =
        !home ||
        (await renameHome(home).then(
          () => true,
          () => false,
        ));
      router.history.replace(!named ? '/settings/organization' : is_first ? '/settings/speech' : '/');
    } catch (error) {
      setTrouble(troubleOf(error, texts, labels));
      setBusy(false);
    }
  };

  return (
    <form className="card" onSubmit={submit} noValidate>
      <h1>{title}</h1>
      <p>{invitations.intro}</p>
      {invitation.email ? (
        <p className="soft">{invitation.email}</p>
      ) : (
        <div className="field">
          <label htmlFor="email">{invitations.email}</label>
          <input id="email" name="email" type="email" className="input" autoComplete="username" />
        </div>
      )}
      {is_first && (
        <div className="field">
          <label htmlFor="home">{invitations.home}</label>
          <input id="home" name="home" className="input" autoComplete="organization" maxLength={255} />
        </div>
      )}
      <div className="field">
        <label htmlFor="name">{invitations.name}</label>
        <input
          id="name"
          name="name"
          className="input"
          autoComplete="name"
          defaultValue={is_first ? '' : (invitation.name ?? '')}
        />
      </div>
      <div className="field">
        <label htmlFor="password">{invitations.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          className="input"
          autoComplete="new-password"
          aria-describedby="password-hint"
        />
        <p id="password-hint" className="soft">
          {invitations.password_hint}
        </p>
      </div>
      <TroubleNotice trouble={trouble} />
      <button type="submit" className="button first" disabled={busy}>
        {invitations.enter}
      </button>
    </form>
  );
};
