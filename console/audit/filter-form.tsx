import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { nameOfUser, peopleQuery } from '../api/users.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { FilterForm } from '../ui/forms/filter-form.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { actionOptions } from './action-words.ts';
import styles from './filter-form.module.css';
import { type AuditFilter, OUTCOMES, readFilter } from './queries.ts';

/** Form for the filter of events, which is kept in the address. */
export const AuditFilterForm = ({ filter }: { filter: AuditFilter }) => {
  const texts = useTexts();
  const { audit } = texts;
  const navigate = useNavigate();
  const people = [...(useQuery(peopleQuery).data?.values() ?? [])];
  const show = (search: AuditFilter) => void navigate({ to: '/settings/audit', search });
  return (
    <FilterForm
      label={audit.filter}
      onShow={(form) => {
        const names = ['action', 'actor_uuid', 'outcome', 'from', 'to'];
        show(readFilter(Object.fromEntries(names.map((name) => [name, textOf(form, name)]))));
      }}
    >
      <FieldGrid className={styles.fields}>
        <Choice
          label={audit.action}
          name="action"
          options={[['', audit.any_action], ...actionOptions(texts, filter.action)]}
          value={filter.action ?? ''}
        />
        <Choice
          label={audit.person}
          name="actor_uuid"
          options={[['', audit.anybody], ...people.map((user) => [user.uuid, nameOfUser(user)] as const)]}
          value={filter.actor_uuid ?? ''}
        />
        <Choice
          label={audit.outcome}
          name="outcome"
          options={[['', audit.any_outcome], ...OUTCOMES.map((one) => [one, audit.outcomes[one]] as const)]}
          value={filter.outcome ?? ''}
        />
        <TextInput label={audit.from} name="from" type="date" value={filter.from} />
        <TextInput label={audit.to} name="to" type="date" value={filter.to} />
      </FieldGrid>
      <div className="row">
        <button type="submit" className="button">
          {audit.apply}
        </button>
        {Object.keys(filter).length > 0 && (
          <button type="button" className="button plain" onClick={() => show({})}>
            {audit.clear}
          </button>
        )}
      </div>
    </FilterForm>
  );
};
