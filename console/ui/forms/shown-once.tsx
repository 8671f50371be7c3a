import { useId, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import styles from './shown-once.module.css';

/** A secret that the server shows this once, ready to be copied. */
export const ShownOnce = ({ label, value, hint }: { label: string; value: string; hint: string }) => {
  const { forms } = useTexts();
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setSaid(forms.copied);
    } catch {
      // Where the page came over plain HTTP, browsers keep the clipboard to themselves.
      setSaid(forms.copy_yourself);
    }
  };
  return (
    <div className={`${styles.secret} card off-paper`}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.value}>
        <input
          id={id}
          ref={field}
          className="input figures"
          readOnly
          value={value}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={() => void copy()}>
          {forms.copy}
        </button>
      </div>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <p role="status" className="soft hint">
        {said}
      </p>
    </div>
  );
};
