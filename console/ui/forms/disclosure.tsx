import { type ReactNode, useId, useState } from 'react';
import styles from './disclosure.module.css';

/** A button under which a form for something new opens. */
export const Disclosure = ({ label, children }: { label: string; children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={`${styles.disclosure} off-paper`}>
      <button
        type="button"
        className={open ? 'button' : 'button first'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} className={`${styles.panel} card`} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
};
