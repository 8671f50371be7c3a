import { Link, Outlet } from '@tanstack/react-router';
import { reaches, useMe } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { SECTIONS } from '../ui/sections.ts';
import styles from './settings-page.module.css';

/** The settings: their pages at the side, and the one that is open. */
export const SettingsPage = () => {
  const { settings } = useTexts();
  const me = useMe();
  return (
    <div className={styles.settings}>
      <nav aria-label={settings.title} className={`${styles.navigation} off-paper`}>
        <ul>
          {SECTIONS.filter(({ needs }) => me !== null && reaches(me, needs)).map(({ name, to }) => (
            <li key={name}>
              <Link to={to} activeOptions={{ includeSearch: false }}>
                {settings.sections[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  );
};
