import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { signIn } from '../api/session.ts';
import { useTexts } from '../texts/texts.tsx';
import { Brand } from '../ui/brand.tsx';
import { Entrance } from '../ui/entrance.tsx';
import { type Trouble, told, troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useTitle } from '../ui/use-title.ts';
import { safeRedirect } from './safe-redirect.ts';

const route = getRouteApi('/sign-in');

export const SignInPage = () => {
  const texts = useTexts();
  const { sessions } = texts;
  const router = useRouter();
  const { to, organization_uuid } = route.useSearch();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle(sessions.title);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password] = [String(form.get('email')).trim(), String(form.get('password'))];
    if (email === '' || password === '') return setTrouble(told(sessions.fill_in));
    setBusy(true);
    setTrouble(null);
    try {
      const kept = await signIn({ email, password, organization_uuid });
      if (kept) return router.history.push(safeRedirect(to, location.origin));
      setTrouble(told(sessions.not_kept));
    } catch (error) {
      setTrouble(troubleOf(error, texts, { email: sessions.email, password: sessions.password }));
    }
    setBusy(false);
  };

  return (
    <Entrance>
      <form className="card" onSubmit={submit} noValidate>
        <Brand />
        <h1>{sessions.title}</h1>
        <div className="field">
          <label htmlFor="email">{sessions.email}</label>
          <input id="email" name="email" type="email" className="input" autoComplete="username" />
        </div>
        <div className="field">
          <label htmlFor="password">{sessions.password}</label>
          <input id="password" name="password" type="password" className="input" autoComplete="current-password" />
        </div>
        <TroubleNotice trouble={trouble} />
        <button type="submit" className="button first" disabled={busy}>
          {sessions.sign_in}
        </button>
      </form>
    </Entrance>
  );
};
