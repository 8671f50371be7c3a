import { CASE_DATES } from '@pharos/contract/cases.ts';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type CaseFilter, readCaseFilter } from '../api/cases.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import styles from './find-cases.module.css';

/** Milliseconds after the last key before a search, so that a name is not sent letter by letter. */
const PAUSE = 200;
const NAMES = ['q', 'location_uuid', 'date_field', 'date_from', 'date_to', 'deleted'] as const;

/** Finds cases as one types and chooses; the address keeps what is looked for. */
export const FindCases = () => {
  const { pathname, search, state } = useLocation();
  const [shown, setShown] = useState({ key: state.__TSR_key, search });
  // An address that this form did not write is another form: it is filled in from there.
  if (pathname === '/cases' && !state.typed && shown.key !== state.__TSR_key)
    setShown({ key: state.__TSR_key, search });
  return (
    <search>
      <Finder key={shown.key} filter={readCaseFilter(shown.search)} />
    </search>
  );
};

const Finder = ({ filter }: { filter: CaseFilter }) => {
  const { cases } = useTexts();
  const navigate = useNavigate();
  const { options } = useLocations();
  const form = useRef<HTMLFormElement>(null);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { q, deleted, ...chosen } = filter;
  useEffect(() => () => clearTimeout(later.current), []);

  const look = () => {
    clearTimeout(later.current);
    const written = new FormData(form.current as HTMLFormElement);
    const search = readCaseFilter(Object.fromEntries(NAMES.map((name) => [name, textOf(written, name)])));
    void navigate({ to: '/cases', search, state: { typed: true }, replace: true });
  };
  const change = ({ target }: FormEvent<HTMLFormElement>) => {
    clearTimeout(later.current);
    later.current = setTimeout(look, (target as HTMLInputElement).name === 'q' ? PAUSE : 0);
  };
  const dates = [['', cases.any_date] as const, ...CASE_DATES.map((name) => [name, cases.days[name]] as const)];
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={cases.find}
      onChange={change}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <input
        type="search"
        name="q"
        className={`input ${styles.field}`}
        maxLength={200}
        dir="auto"
        aria-label={cases.search}
        placeholder={cases.search}
        defaultValue={q}
      />
      {deleted && <input type="hidden" name="deleted" value={deleted} />}
      <details open={Object.keys(chosen).length > 0}>
        <summary>{cases.filter}</summary>
        <FieldGrid className={styles.fields}>
          <Choice label={cases.date} name="date_field" options={dates} value={filter.date_field} />
          <TextInput label={cases.from} name="date_from" type="date" value={filter.date_from} />
          <TextInput label={cases.to} name="date_to" type="date" value={filter.date_to} />
          {options.length > 0 && (
            <Choice
              key={options.length}
              label={cases.location}
              name="location_uuid"
              options={[['', cases.any_location], ...options]}
              value={filter.location_uuid}
            />
          )}
        </FieldGrid>
      </details>
    </form>
  );
};

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address was written by a form, which shows it already. */
    typed?: boolean;
  }
}
