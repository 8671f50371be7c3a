import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Message in place of an empty list, read aloud where the list was asked for. */
export const Empty = ({ aloud = false, children }: { aloud?: boolean; children: ReactNode }) => (
  <div className={styles.empty} role={aloud ? 'status' : undefined}>
    {typeof children === 'string' ? <p>{children}</p> : children}
  </div>
);
