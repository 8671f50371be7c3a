import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { personOf } from '../naming/person.ts';
import { useTexts } from '../texts/texts.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { FilterForm } from '../ui/forms/filter-form.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { RadioList } from '../ui/forms/radio-list.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { HoldForm } from './hold-form.tsx';

/** Maximum cases to choose from; more words find fewer. */
const OFFERED = 8;

/** First which case, by its name or number, then why. */
export const PlaceHold = () => {
  const texts = useTexts();
  const { cases, retention } = texts;
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['cases', 'to hold', q],
    queryFn: async ({ signal }) => (await pharos.cases.list({ q, limit: OFFERED, signal })).data.items,
    enabled: q !== '',
  });
  return (
    <>
      <FilterForm
        label={retention.which_case}
        onShow={(form) => {
          setChosen(null);
          setQ(textOf(form, 'q'));
        }}
      >
        <TextInput label={cases.search} name="q" type="search" />
        <button type="submit" className="button">
          {retention.find}
        </button>
      </FilterForm>
      <TroubleNotice trouble={error && troubleOf(error, texts)} />
      <div role="status">{data?.length === 0 && <p className="soft">{cases.no_match(q)}</p>}</div>
      {data && data.length > 0 && (
        <RadioList
          label={retention.which_case}
          name="case_to_hold"
          chosen={chosen}
          onChoose={setChosen}
          options={data.map((one) => [
            one.uuid,
            <>
              {personOf(one, texts)} <span className="soft figures">{one.external_id}</span>
            </>,
          ])}
        />
      )}
      {chosen && <HoldForm key={chosen} case_uuid={chosen} />}
    </>
  );
};
