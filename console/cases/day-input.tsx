import { useId, useState } from 'react';
import { useLocale } from '../texts/texts.tsx';
import styles from './new-case.module.css';
import { readDay } from './read-day.ts';

type Props = { label: string; past: boolean; onDay(day: string): void };

/** Field for a day that takes words; what was understood stands at its right. */
export const DayInput = ({ label, past, onDay }: Props) => {
  const { texts, formats } = useLocale();
  const id = useId();
  const [typed, setTyped] = useState('');
  const read = (text: string) =>
    readDay(text, { locale: formats.locale, today: new Date().toLocaleDateString('sv'), past });
  const day = read(typed);
  return (
    <label className="field">
      <span className="label">{label}</span>
      <span className={styles.day}>
        <input
          className="input"
          placeholder={texts.cases.day_hint[past ? 'past' : 'ahead']}
          aria-describedby={id}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            onDay(read(value) ?? '');
          }}
        />
        <span id={id} className={`${styles.understood} soft`} role="status">
          {day ? formats.weekday(day) : typed.trim() && texts.cases.no_day}
        </span>
      </span>
    </label>
  );
};
