import type { DetailsHTMLAttributes } from 'react';
import styles from './folded.module.css';

type Props = DetailsHTMLAttributes<HTMLDetailsElement> & { summary: string };

/** Disclosure of what is rarely needed. */
export const Folded = ({ summary, className = '', children, ...details }: Props) => (
  <details className={`${styles.folded} ${className}`} {...details}>
    <summary>{summary}</summary>
    {children}
  </details>
);
