import { DIRECTIONS } from '@pharos/contract/call-facts.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { type Asked, DAYS, WHO } from './asked.ts';
import styles from './filters.module.css';

type Props = { asked: Asked; ask: (next: Asked) => void };

/** Filters of a search, as a sentence whose words can be changed. */
export const Filters = ({ asked, ask }: Props) => {
  const { search } = useTexts();
  const { options } = useLocations();
  const { who, days, direction, location_uuid, order, ...rest } = asked;
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
      <Filter
        label={search.order}
        value={order ?? ''}
        options={[
          ['', search.best],
          ['newest', search.newest],
        ]}
        onChange={(value) => ask({ ...asked, order: value === 'newest' ? value : undefined })}
      />
      {(who || days || direction || location_uuid) && (
        <button type="button" className="button small" onClick={() => ask({ ...rest, order })}>
          {search.clear}
        </button>
      )}
    </p>
  );
};

type FilterProps = {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
};

const Filter = ({ label, value, options, onChange }: FilterProps) => (
  <label className={styles.filter} data-set={value !== '' || undefined}>
    <span className="soft">{label}</span>
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
