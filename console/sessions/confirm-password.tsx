import { useEffect, useRef } from 'react';
import { useMe } from '../api/me.ts';
import { passwordQuestion } from '../api/password-question.ts';
import { pharos } from '../api/pharos.ts';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import styles from './confirm-password.module.css';

/** Sheet that asks for the reader's password where a change needs it again; the change then goes on by itself. */
export const ConfirmPassword = () => {
  const question = useObservable(passwordQuestion, (open) => open);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question) dialog.current?.showModal();
  }, [question]);
  if (!question) return null;
  return (
    <dialog
      ref={dialog}
      className={`dialog ${styles.dialog}`}
      aria-labelledby="confirm-password"
      onClose={() => question.answer(false)}
    >
      <Sheet answer={question.answer} />
    </dialog>
  );
};

const Sheet = ({ answer }: { answer(confirmed: boolean): void }) => {
  const { sessions, ui } = useTexts();
  const me = useMe();
  const change = useChange((password: string) => pharos.sessions.confirm({ body: { password } }), {
    done: () => answer(true),
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.busy) change.run(String(new FormData(event.currentTarget).get('password')));
      }}
    >
      <h2 id="confirm-password">{sessions.confirm_title}</h2>
      <p>{sessions.confirm_hint}</p>
      {/* Password managers look for whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={me?.user.email ?? ''} readOnly hidden />
      <div className="field">
        <label htmlFor="confirmed-password">{sessions.password}</label>
        <input
          id="confirmed-password"
          name="password"
          type="password"
          className="input"
          autoComplete="current-password"
        />
      </div>
      <TroubleNotice trouble={change.trouble} />
      <div className="row">
        <button type="submit" className="button first" aria-disabled={change.busy}>
          {sessions.confirm}
        </button>
        <button type="button" className="button" onClick={() => answer(false)}>
          {ui.cancel}
        </button>
      </div>
    </form>
  );
};
