import { createContext, type ReactNode, useContext, useId, useRef, useState } from 'react';
import styles from './disclosure.module.css';

const Close = createContext<(said: string) => void>(() => {});

/** Closes an opened form once it is done, and says so next to its button. */
export const useClose = () => useContext(Close);

type Props = {
  label: string;
  /** Seldom wanted, and not the first thing that the page offers. */
  quiet?: boolean;
  children: ReactNode;
};

/** Button under which a form for something new opens. */
export const Disclosure = ({ label, quiet = false, children }: Props) => {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const close = (said: string) => {
    setOpen(false);
    setSaid(said);
    button.current?.focus();
  };
  const id = useId();
  return (
    <div className={`${styles.disclosure} off-paper`}>
      <div className="row">
        <button
          ref={button}
          type="button"
          className={open || quiet ? 'button' : 'button first'}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
            setSaid('');
          }}
        >
          {label}
        </button>
        <span role="status" className="soft">
          {said}
        </span>
      </div>
      <div id={id} className={`${styles.panel} card`} hidden={!open}>
        <Close value={close}>{open && children}</Close>
      </div>
    </div>
  );
};
