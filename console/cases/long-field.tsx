import { type HTMLAttributes, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { isComposing } from '../ui/is-composing.ts';
import styles from './long-field.module.css';

type Props = {
  field: HTMLAttributes<HTMLTextAreaElement>;
  input: RefObject<HTMLTextAreaElement | null>;
  /** Edited text; null if unchanged. */
  written(): string | null;
  onDone(text: string | null, back: boolean): void;
};

/** A field for many lines, with what can be done with them below it: one key is not to throw them away. */
export const LongField = ({ field, input, written, onDone }: Props) => {
  const { ui, cases } = useTexts();
  const [asking, setAsking] = useState(false);
  const save = useRef<HTMLButtonElement>(null);
  const ask = (asks: boolean) => {
    setAsking(asks);
    (asks ? save : input).current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && event.ctrlKey) onDone(written(), true);
    else if (event.key !== 'Escape') return;
    else if (event.target !== input.current) ask(false);
    else if (written() !== null) ask(true);
    else onDone(null, true);
    event.preventDefault();
  };
  return (
    <fieldset
      className={styles.field}
      aria-label={field['aria-label']}
      onKeyDown={onKeyDown}
      // A pressed button leaves the focus where it is: to lose it saves what is written.
      onMouseDown={(event) => event.target !== input.current && event.preventDefault()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onDone(written(), false)}
    >
      <textarea {...field} ref={input} maxLength={65_536} onFocus={() => setAsking(false)} />
      <p role="status" className={`${styles.question} hint`}>
        {asking && cases.save_ask}
      </p>
      <div className="row">
        <button ref={save} type="button" className="button small" onClick={() => onDone(written(), true)}>
          {ui.save}
        </button>
        <button type="button" className="button small" onClick={() => onDone(null, true)}>
          {cases.discard}
        </button>
      </div>
    </fieldset>
  );
};
