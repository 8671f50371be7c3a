import { Link, useRouterState } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { Brand } from '../ui/brand.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CallsToName } from './calls-to-name.tsx';
import styles from './navigation.module.css';

/** Main navigation: a sidebar in a wide window, a bar at the top of a narrow one. */
export const Navigation = () => {
  const texts = useTexts();
  const { app } = texts;
  const me = useMe();
  // A call is part of a case, whatever its address.
  const within = useRouterState({ select: ({ location }) => location.pathname.startsWith('/calls/') });
  return (
    <header className={`${styles.navigation} off-paper`}>
      <Link to="/" className={styles.home} aria-label="Pharos">
        <Brand />
      </Link>
      <nav aria-label={app.navigation}>
        <Link to="/" activeOptions={{ exact: true }}>
          {app.today} <CallsToName />
        </Link>
        <Link to="/cases" {...(within && { 'aria-current': 'page' as const })}>
          {app.cases}
        </Link>
        <Link to="/search" aria-keyshortcuts="Control+K">
          {texts.search.title}
          <span className={`key ${styles.hint}`} aria-hidden="true">
            Ctrl K
          </span>
        </Link>
        <Link to="/settings">{texts.settings.title}</Link>
      </nav>
      <AccountMenu me={me} />
    </header>
  );
};
