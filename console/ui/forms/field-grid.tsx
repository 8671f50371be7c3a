import type { ReactNode } from 'react';
import styles from './field-grid.module.css';

/** Fields of a form beside each other, as many as have room. */
export const FieldGrid = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  <div className={`${styles.grid} ${className}`}>{children}</div>
);
