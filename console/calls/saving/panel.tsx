import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** Over the words: what has to be decided about them first, and the answers. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={`${styles.panel} card`} role="alert" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};
