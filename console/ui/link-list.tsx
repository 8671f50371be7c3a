import type { ReactNode } from 'react';
import styles from './link-list.module.css';

/** A list whose lines lead to a page each: every `li` holds one link, which begins with a LinkTitle. */
export const LinkList = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul className={styles.list} aria-label={label}>
    {children}
  </ul>
);

/** Name of the record that a line links to; a dot before it says that it needs attention. */
export const LinkTitle = ({ needs = false, children }: { needs?: boolean; children: ReactNode }) => (
  <>
    {needs && <span className={styles.needs} aria-hidden="true" />}
    <span className={styles.title}>{children}</span>
  </>
);
