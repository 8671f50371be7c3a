import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { Icon } from '../ui/icon.tsx';
import { isComposing } from '../ui/is-composing.ts';
import { MAX_CHARACTERS } from './asked.ts';
import styles from './search-field.module.css';

/** Milliseconds after the last key: short enough that results seem to follow it, long enough for keys pressed together. */
const PAUSE = 40;

type Props = {
  /** Query of the address. */
  q: string;
  /** True where this field wrote the address: what is being typed in it stays. */
  typed: boolean;
  /** Called with what is looked for, once typing pauses or by Enter. */
  onLook(q: string): void;
};

/** Field whose results follow what is typed. */
export const SearchField = ({ q, typed, onLook }: Props) => {
  const { search } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  // Another address shows what it asks for; the field itself stays, with its focus.
  useEffect(() => {
    if (field.current && !typed) field.current.value = q;
  }, [q, typed]);
  const look = () => {
    clearTimeout(later.current);
    onLook(field.current?.value.trim() ?? '');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        name="q"
        className={styles.field}
        maxLength={MAX_CHARACTERS}
        dir="auto"
        autoComplete="off"
        aria-label={search.field}
        aria-describedby={q === '' ? 'searches' : undefined}
        placeholder={search.field}
        defaultValue={q}
        onChange={({ nativeEvent }) => {
          clearTimeout(later.current);
          if (!isComposing(nativeEvent as unknown as KeyboardEvent)) later.current = setTimeout(look, PAUSE);
        }}
        onCompositionEnd={() => {
          later.current = setTimeout(look, PAUSE);
        }}
      />
      <button type="submit" className="button first">
        {search.find}
      </button>
    </form>
  );
};
