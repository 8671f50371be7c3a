import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useUntakenDrop } from '../recordings/use-file-drop.ts';
import { useTexts } from '../texts/texts.tsx';
import styles from './offline-notice.module.css';

/** Holds files that are dropped where no page takes them, which a browser would leave Pharos for, and says where they go. */
export const HeldFiles = () => {
  const { app, cases } = useTexts();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [held_at, setHeldAt] = useState<string | null>(null);
  useUntakenDrop(() => setHeldAt(path));
  useEffect(() => setHeldAt((at) => (at === path ? at : null)), [path]);
  return (
    <div role="status">
      {held_at !== null && (
        <p className={`${styles.notice} off-paper`}>
          {cases.drop_on_case}{' '}
          <Link to="/cases" onClick={() => setHeldAt(null)}>
            {app.cases}
          </Link>
        </p>
      )}
    </div>
  );
};
