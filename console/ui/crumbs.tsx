import type { ReactNode } from 'react';
import styles from './crumbs.module.css';

/** The way back up from a page, as links. */
export const Crumbs = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className={styles.crumbs}>
    {children}
  </nav>
);
