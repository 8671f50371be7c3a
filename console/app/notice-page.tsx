import type { ReactNode } from 'react';
import styles from './notice-page.module.css';

/** Page that has only something to say, and the way on. */
export const NoticePage = ({ role, children }: { role?: 'alert'; children: ReactNode }) => (
  <section className={styles.notice} role={role}>
    {children}
  </section>
);
