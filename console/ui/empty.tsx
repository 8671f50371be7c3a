import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** In the place of a list that has nothing in it; a list that was asked for says so aloud. */
export const Empty = ({ aloud = false, children }: { aloud?: boolean; children: ReactNode }) => (
  <div className={styles.empty} role={aloud ? 'status' : undefined}>
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
);
