import { type ReactNode, useId, useState } from 'react';
import './forms.css';

/** A button under which a form for something new opens. */
export const Add = ({ label, children }: { label: string; children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="adding">
      <button
        type="button"
        className={open ? 'button' : 'button first'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} className="card" hidden={!open}>
        {open && children}
      </div>
    </div>
  );
};
