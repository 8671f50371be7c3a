import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The body of a page: its parts below each other, as wide as they are read well. */
export const Page = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  <div className={`${styles.page} ${className}`}>{children}</div>
);

type Props = {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  /** The way back up, above the title. */
  crumbs?: ReactNode;
  /** Main action, next to the title. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** The head of a page. */
export const PageHeader = ({ title, lead, crumbs, aside, children }: Props) => (
  <header className={styles.header}>
    <div className={styles.titles}>
      {crumbs}
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </div>
    {aside}
  </header>
);
