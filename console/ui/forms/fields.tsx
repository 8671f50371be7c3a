import { useContext, useId } from 'react';
import { Checkbox, CheckboxGroup, FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { TypedNotice, useTyped } from './conflicting-input.tsx';
import styles from './fields.module.css';
import { Problems } from './save-form.tsx';

type TextProps = {
  label: string;
  name: string;
  value?: string | null;
  hint?: string;
  type?: 'text' | 'email' | 'password' | 'date' | 'search';
  numeric?: boolean;
  required?: boolean;
  long?: boolean;
  autoComplete?: string;
  onType?: (text: string) => void;
};

/** A field of a form, with its hint and what the server said of it. */
export const TextInput = (field: TextProps) => {
  const { label, name, value, hint, type, numeric, required, long, autoComplete, onType } = field;
  const wrong = useContext(Problems)[name];
  const { shown, is_mine, typed, take } = useTyped(name, [value ?? '']);
  return (
    <TextField
      key={String(is_mine)}
      className="field"
      name={name}
      type={type}
      defaultValue={shown[0] ?? ''}
      autoFocus={is_mine}
      isRequired={required}
      isInvalid={wrong !== undefined}
      autoComplete={autoComplete}
      onChange={onType}
      {...(numeric && { inputMode: 'numeric' as const })}
    >
      <Label className="label">{label}</Label>
      {long ? <TextArea className="input" rows={4} dir="auto" /> : <Input className="input" dir="auto" />}
      {hint && (
        <Text slot="description" className="soft hint">
          {hint}
        </Text>
      )}
      <FieldError className="wrong hint">{wrong?.join(' ')}</FieldError>
      <TypedNotice label={label} typed={typed} take={take} />
    </TextField>
  );
};

type ChoiceProps = {
  label: string;
  name: string;
  options: readonly (readonly [value: string, text: string])[];
  value?: string;
  hint?: string;
};

/** One of a few; the device's own list, which is at home on a phone too. */
export const Choice = ({ label, name, options, value, hint }: ChoiceProps) => {
  const id = useId();
  const wrong = useContext(Problems)[name];
  const { shown, is_mine, typed, take } = useTyped(name, [value ?? '']);
  const words = typed?.map((typed) => options.find(([one]) => one === typed)?.[1] ?? typed) ?? null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        key={String(is_mine)}
        id={id}
        name={name}
        className="input"
        defaultValue={shown[0]}
        ref={(select) => (is_mine ? select?.focus() : undefined)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={`${id}-more`}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
      <div id={`${id}-more`} className="hint">
        {hint && <span className="soft">{hint}</span>}
        {wrong && <span className="wrong">{wrong.join(' ')}</span>}
      </div>
      <TypedNotice label={label} typed={words} take={take} />
    </div>
  );
};

type ChecksProps = {
  label: string;
  name: string;
  options: readonly (readonly [value: string, text: string])[];
  value: readonly string[];
  hint?: string;
};

/** Any of a few. */
export const Checks = ({ label, name, options, value, hint }: ChecksProps) => {
  const wrong = useContext(Problems)[name];
  const { shown, is_mine, typed, take } = useTyped(name, value);
  const words = typed?.map((typed) => options.find(([one]) => one === typed)?.[1] ?? typed) ?? null;
  return (
    <CheckboxGroup
      key={String(is_mine)}
      className="field"
      name={name}
      defaultValue={[...shown]}
      isInvalid={wrong !== undefined}
    >
      <Label className="label">{label}</Label>
      <div className={styles.checks}>
        {options.map(([one, text]) => (
          <Checkbox key={one} value={one} className={styles.check}>
            <span className={styles.box} aria-hidden="true" />
            {text}
          </Checkbox>
        ))}
      </div>
      {hint && (
        <Text slot="description" className="soft hint">
          {hint}
        </Text>
      )}
      <FieldError className="wrong hint">{wrong?.join(' ')}</FieldError>
      <TypedNotice label={label} typed={words} take={take} />
    </CheckboxGroup>
  );
};
