import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { followWhileSeen } from '../api/changes.ts';
import { refreshByChanges } from '../api/refresh.ts';
import { ConfirmPassword } from '../sessions/confirm-password.tsx';
import { useTexts } from '../texts/texts.tsx';
import { Letterhead } from '../ui/print/print-document.tsx';
import { usePrinting } from '../ui/print/printing.ts';
import { HeldFiles } from './held-files.tsx';
import styles from './layout.module.css';
import { Navigation } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { PaletteHost } from './palette-host.tsx';

/** Frame around every page: where one can go, and the page itself. */
export const Layout = () => {
  const { app } = useTexts();
  const printing = usePrinting();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    // A reader who does not see the page is told of the new one by its being in focus.
    if (before.current !== undefined && before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  useEffect(() => {
    const ends = [refreshByChanges(), followWhileSeen()];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return (
    <div className={styles.layout}>
      <a className={`${styles.skip} off-paper`} href="#page">
        {app.skip}
      </a>
      <Navigation />
      <PaletteHost />
      <main id="page" ref={main} tabIndex={-1}>
        {printing && <Letterhead />}
        <OfflineNotice />
        <HeldFiles />
        <Outlet />
      </main>
      <ConfirmPassword />
    </div>
  );
};
