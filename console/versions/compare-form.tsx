import { useEffect, useRef } from 'react';
import { useFormats, useTexts } from '../texts/texts.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { FilterForm } from '../ui/forms/filter-form.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import styles from './compare-form.module.css';

type Props = {
  pair: { from: number; to: number } | null;
  newest: number;
  onShow(from: number, to: number): void;
};

/** Form for the two versions to compare; there can be hundreds, so they are typed rather than chosen. */
export const CompareForm = ({ pair, newest, onShow }: Props) => {
  const { versions } = useTexts();
  const formats = useFormats();
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef('');
  const shown = `${pair?.from} ${pair?.to}`;
  // With another pair the fields begin anew: whoever asked for it by keys stays at the form.
  useEffect(() => {
    if (asked.current === shown) form.current?.querySelector('button')?.focus();
  }, [shown]);
  return (
    <FilterForm
      key={shown}
      ref={form}
      className={styles.form}
      label={versions.compare}
      onShow={(fields) => {
        const [from, to] = [Number(textOf(fields, 'from')), Number(textOf(fields, 'to'))];
        asked.current = `${from} ${to}`;
        onShow(from, to);
      }}
    >
      <TextInput label={versions.from} name="from" value={String(pair?.from ?? '')} numeric />
      <TextInput label={versions.to} name="to" value={String(pair?.to ?? '')} numeric />
      <button type="submit" className="button">
        {versions.compare}
      </button>
      <p className="soft hint">{versions.range(formats.count(newest))}</p>
    </FilterForm>
  );
};
