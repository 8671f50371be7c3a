import { type ReactNode, useEffect, useRef, useState } from 'react';
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
  change: Pick<Change<never, unknown>, 'busy' | 'done' | 'trouble' | 'reset'>;
  onYes(): void;
};

/** Button that asks for confirmation in place before something that is hard to undo. */
export const Confirm = ({ label, name, question, yes, change, onYes }: Props) => {
  const { ui } = useTexts();
  const [asking, setAsking] = useState(false);
  // Several buttons may ask about one change: what came of it belongs to the one that was pressed.
  const [pressed, setPressed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAsking(false);
    setPressed(false);
    setTimeout(() => button.current?.focus());
  };
  const leave = () => {
    change.reset();
    close();
  };
  const is_done = pressed && change.done;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes once, when it is done
  useEffect(() => {
    if (is_done) close();
  }, [is_done]);
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
      <TroubleNotice trouble={pressed ? change.trouble : null} />
      <div className="row">
        <button
          type="button"
          className="button small danger"
          disabled={change.busy}
          onClick={() => {
            setPressed(true);
            onYes();
          }}
        >
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
