import type { GenerationValue } from '@pharos/contract/generations.ts';
import { useState } from 'react';
import { CODES } from '../../naming/describe-value.ts';
import { useTexts } from '../../texts/texts.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './insights.module.css';

type Props = { value: GenerationValue; label: string; save(value: unknown): void; leave(): void };

/** Field for the right value: a choice where only some are right, else a date, a number or a text. */
export const ChangeValue = ({ value: { name, value }, label, save, leave }: Props) => {
  const { generations, ui } = useTexts();
  const [text, setText] = useState(String(value));
  const codes = CODES[name];
  const is_number = typeof value === 'number';
  const given = text.trim();
  const right = given !== '' && (!is_number || Number.isFinite(Number(given)));
  const submit = () => right && save(is_number ? Number(given) : given);
  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        leave();
      }}
    >
      {codes ? (
        <select
          className="input"
          aria-label={label}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: whoever asks to change a value is in its field
          autoFocus
          onChange={(event) => setText(event.target.value)}
        >
          {codes.map((code) => (
            <option key={code} value={code}>
              {generations.codes[code as keyof typeof generations.codes]}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="input"
          aria-label={label}
          type={is_number ? 'number' : name.startsWith('date_of') ? 'date' : 'text'}
          step="any"
          value={text}
          // biome-ignore lint/a11y/noAutofocus: whoever asks to change a value is in its field
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <button type="submit" className="button small first" disabled={!right}>
        {generations.save}
      </button>
      <button type="button" className="button small" onClick={leave}>
        {ui.cancel}
      </button>
    </form>
  );
};
