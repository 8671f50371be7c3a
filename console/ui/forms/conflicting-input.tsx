import { createContext, useContext, useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import styles from './conflicting-input.module.css';

/** Input of a form whose record somebody else has changed, by field. */
export const TypedInput = createContext<Record<string, string[]>>({});

/** All that stands in a form. Also what is empty or not ticked is an answer; a password is nowhere repeated. */
export const typedIn = (form: HTMLFormElement): Record<string, string[]> => {
  const data = new FormData(form);
  const names = Array.from(form.elements, (field) =>
    field.getAttribute('type') === 'password' ? null : field.getAttribute('name'),
  );
  return Object.fromEntries(
    names.filter((name) => name !== null).map((name) => [name, data.getAll(name).map((value) => String(value).trim())]),
  );
};

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.toSorted().join('\n') === other.toSorted().join('\n');

/** True if some input differs from the record. */
const differsFrom = (kept: readonly string[] | undefined, value: readonly string[]): kept is string[] =>
  kept !== undefined && !isSame(kept, value);

/** Value of a field as it is now or, on request, as it was typed before somebody else changed it. */
export const useTyped = (name: string, value: readonly string[]) => {
  const kept = useContext(TypedInput)[name];
  const [mine, setMine] = useState<string[] | null>(null);
  return {
    shown: mine ?? value,
    is_mine: mine !== null,
    typed: mine === null && differsFrom(kept, value) ? kept : null,
    take: () => setMine(kept ?? null),
  };
};

type Props = { label: string; typed: readonly string[] | null; take(): void };

/** Reader's input next to the current value, with a button to use it. */
export const TypedNotice = ({ label, typed, take }: Props) => {
  const { forms } = useTexts();
  if (!typed) return null;
  const text = typed.filter((one) => one !== '').join(', ');
  return (
    <p className={`${styles.typed} hint`}>
      <span>{text === '' ? forms.you_emptied : forms.you_wrote(text)}</span>{' '}
      <button type="button" className="button small" aria-label={forms.take_mine_of(label)} onClick={take}>
        {forms.take_mine}
      </button>
    </p>
  );
};
