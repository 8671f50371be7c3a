import type { ReactNode } from 'react';
import styles from './radio-list.module.css';

type Props = {
  label: string;
  name: string;
  options: readonly (readonly [value: string, text: ReactNode])[];
  chosen: string | null;
  onChoose(value: string): void;
};

/** One of a few, each on a line of its own. */
export const RadioList = ({ label, name, options, chosen, onChoose }: Props) => (
  <fieldset className={styles.list}>
    <legend>{label}</legend>
    {options.map(([value, text]) => (
      <label key={value} className={styles.choice}>
        <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
        {text}
      </label>
    ))}
  </fieldset>
);
