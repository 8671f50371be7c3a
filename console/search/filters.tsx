import { DIRECTIONS } from '@pharos/contract/call-facts.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { type Asked, DAYS, setIn, WHO } from './asked.ts';
import styles from './filters.module.css';

type Props = { asked: Asked; ask: (next: Asked) => void };

/** Filters of a search, as a sentence whose words can be changed. Backspace takes one back. */
export const Filters = ({ asked, ask }: Props) => {
  const { search } = useTexts();
  const { options } = useLocations();
  const { who, days, direction, location_uuid, case_uuid, order, q, without } = asked;
  return (
    <p className={styles.sentence}>
      <Filter
        label={search.said_by}
        value={who ?? ''}
        options={[['', search.anyone], ...WHO.map((one) => [one, search.who[one]] as const)]}
        onChange={(value) => ask({ ...asked, who: value || undefined })}
      />
      <Filter
        label={search.within}
        value={String(days ?? '')}
        options={[['', search.any_time], ...DAYS.map((one) => [String(one), search.days[one]] as const)]}
        onChange={(value) => ask({ ...asked, days: value ? Number(value) : undefined })}
      />
      <Filter
        label={search.direction}
        shown={search.as}
        value={direction ?? ''}
        options={[['', search.any_direction], ...DIRECTIONS.map((one) => [one, search.directions[one]] as const)]}
        onChange={(value) => ask({ ...asked, direction: DIRECTIONS.find((one) => one === value) })}
      />
      {options.length > 0 && (
        <Filter
          label={search.at}
          value={location_uuid ?? ''}
          options={[['', search.any_location], ...options]}
          onChange={(value) => ask({ ...asked, location_uuid: value || undefined })}
        />
      )}
      {case_uuid && (
        <button
          type="button"
          className={styles.set}
          onClick={() => ask({ ...asked, case_uuid: undefined })}
          aria-label={`${search.clear}: ${search.this_case}`}
        >
          {search.this_case} <span aria-hidden="true">×</span>
        </button>
      )}
      {setIn(asked).length > 0 && (
        <button type="button" className="button small plain" onClick={() => ask({ q, order, without })}>
          {search.clear}
        </button>
      )}
      <span className={styles.order}>
        <Filter
          label={search.order}
          shown=""
          value={order ?? ''}
          options={[
            ['', search.best],
            ['newest', search.newest],
          ]}
          onChange={(value) => ask({ ...asked, order: value === 'newest' ? value : undefined })}
        />
      </span>
    </p>
  );
};

type FilterProps = {
  label: string;
  /** Word of the sentence before the value, where that is not the label. */
  shown?: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
};

const Filter = ({ label, shown = label, value, options, onChange }: FilterProps) => (
  <label className={styles.filter} data-set={value !== '' || undefined}>
    {shown !== '' && (
      <span className="soft" aria-hidden={shown !== label || undefined}>
        {shown}
      </span>
    )}
    {shown !== label && <span className="unseen">{label}</span>}
    <select
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Backspace' || value === '') return;
        event.preventDefault();
        onChange('');
      }}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
