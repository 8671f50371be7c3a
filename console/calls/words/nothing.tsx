import type { ReactNode } from 'react';
import styles from './nothing.module.css';

/** In the place of a call's words. */
export const Nothing = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className={styles.nothing}>
    <p>{text}</p>
    {children}
  </div>
);
