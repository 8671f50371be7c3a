import type { Me } from '@pharos/contract/me.ts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { signOut } from '../api/session.ts';
import { isolate } from '../texts/isolate.ts';
import { LANGUAGES, type Language, language, nameOf, useTexts } from '../texts/texts.tsx';
import { THEMES, type Theme, theme } from '../theme/theme.ts';
import styles from './account-menu.module.css';

/** Menu of the signed-in user: language, theme, and signing out. */
export const AccountMenu = ({ me }: { me: Me | null }) => {
  const { app, users } = useTexts();
  const spoken = useSyncExternalStore(language.subscribe, language.get);
  const paper = useSyncExternalStore(theme.subscribe, theme.get);
  return (
    <details className={styles.menu} ref={useClosing()}>
      <summary>
        <bdi className={styles.home}>{me?.organization.name ?? app.account}</bdi>
        {me && (
          <span className={`${styles.who} soft`}>
            {app.signed_in_as(isolate(me.user.name ?? me.user.email ?? users.levels[me.access_level]))}
          </span>
        )}
      </summary>
      <div className={styles.panel}>
        <div className="field">
          <label htmlFor="language">{app.language}</label>
          <select
            id="language"
            className="input"
            value={spoken}
            onChange={(event) => language.set(event.target.value as Language)}
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="paper">{app.appearance}</label>
          <select
            id="paper"
            className="input"
            value={paper}
            onChange={(event) => theme.set(event.target.value as Theme)}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {app[one]}
              </option>
            ))}
          </select>
        </div>
        {me && (
          <button type="button" className="button small" onClick={() => void signOut()}>
            {app.sign_out}
          </button>
        )}
      </div>
    </details>
  );
};

/** Closes the menu by Escape, with the focus back on its button, and when the focus moves elsewhere. */
const useClosing = () => {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !element.contains(target)) element.open = false;
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return;
      event.stopPropagation();
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    element.addEventListener('keydown', press);
    for (const name of ['pointerdown', 'focusin']) document.addEventListener(name, elsewhere);
    return () => {
      element.removeEventListener('keydown', press);
      for (const name of ['pointerdown', 'focusin']) document.removeEventListener(name, elsewhere);
    };
  }, []);
  return details;
};
