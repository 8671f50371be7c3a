import type { ReactNode } from 'react';
import styles from './question.module.css';

/** Question in a turn, with its answers. */
export const Question = ({ legend, children }: { legend: string; children: ReactNode }) => (
  <fieldset className={styles.question}>
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

type Props = {
  /** The key that does the same, where it works. */
  keyed?: string | number | null;
  pressed?: boolean;
  /** Plays something rather than to answer. */
  hears?: boolean;
  tabIndex?: number;
  onPress(): void;
  children: ReactNode;
};

/** One answer. */
export const Answer = ({ keyed = null, pressed, hears, tabIndex, onPress, children }: Props) => (
  <button
    type="button"
    className={`chip ${styles.answer} ${hears ? styles.hear : ''}`}
    aria-pressed={pressed}
    tabIndex={tabIndex}
    data-key={keyed === null ? undefined : String(keyed).toLowerCase()}
    onClick={onPress}
  >
    {keyed !== null && (
      <span className="key" aria-hidden="true">
        {keyed}
      </span>
    )}
    {keyed !== null && ' '}
    {children}
  </button>
);
