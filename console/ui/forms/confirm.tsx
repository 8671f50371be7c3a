import { type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import styles from './confirm.module.css';
import { TroubleNotice } from './trouble-notice.tsx';
import type { Change } from './use-change.ts';

type Props = {
  label: ReactNode;
  /** The button by its full name, where several on the page say the same. */
  name?: string;
  question: string;
  yes: string;
  change: Pick<Change<never, unknown>, 'busy' | 'trouble' | 'reset'>;
  onYes(): void;
};

/** A button that asks once more, in its own place, before it does what is not easily undone. */
export const Confirm = ({ label, name, question, yes, change, onYes }: Props) => {
  const { ui } = useTexts();
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    change.reset();
    setAsking(false);
    setTimeout(() => button.current?.focus());
  };
  if (!asking) {
    return (
      <button
        ref={button}
        type="button"
        className={`button small ${styles.ask}`}
        aria-label={name}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <fieldset
      className={styles.question}
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <p>{question}</p>
      <TroubleNotice trouble={change.trouble} />
      <div className="row">
        <button type="button" className="button small danger" disabled={change.busy} onClick={onYes}>
          {yes}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the question stands where the button was that had the focus */}
        <button type="button" className="button small" autoFocus onClick={leave}>
          {ui.cancel}
        </button>
      </div>
    </fieldset>
  );
};
