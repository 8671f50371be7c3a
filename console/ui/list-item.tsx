import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../texts/texts.tsx';
import './forms/forms.css';

type Props = {
  title: ReactNode;
  facts?: ReactNode;
  /** What its button says it opens, such as “Change Theo”; without one there is nothing to open. */
  open_label?: string;
  /** On the button, where it does not say “Change”. */
  open_text?: string;
  /** What can be done in the line itself. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** A line of a list that opens in its own place. */
export const Entry = ({ title, facts, open_label, open_text, aside, children }: Props) => {
  const { forms, shell } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li className="entry">
      <div className="entry-head">
        <div className="entry-text">
          <p className="title">
            <bdi>{title}</bdi>
          </p>
          {facts && <div className="facts-line soft">{facts}</div>}
        </div>
        {aside}
        {open_label && (
          <button
            type="button"
            className="button small"
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? `${shell.close}: ${open_label}` : open_label}
            onClick={() => setOpen(!open)}
          >
            {open ? shell.close : (open_text ?? forms.change)}
          </button>
        )}
      </div>
      {open_label && (
        <div id={id} className="entry-body" hidden={!open}>
          {open && children}
        </div>
      )}
    </li>
  );
};
