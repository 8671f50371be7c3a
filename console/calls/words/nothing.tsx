import type { ReactNode } from 'react';
import styles from './nothing.module.css';

/** Message in place of a transcript. */
export const Nothing = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className={styles.nothing}>
    <p>{text}</p>
    {children}
  </div>
);
