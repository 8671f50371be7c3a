import type { Generation } from '@pharos/contract/generations.ts';
import { useQuery } from '@tanstack/react-query';
import { titleOf } from '../../naming/describe-value.ts';
import { useFormats, useTexts } from '../../texts/texts.tsx';
import { Ask } from './ask.tsx';
import styles from './insights.module.css';
import { generationsQuery } from './queries.ts';
import { Result } from './result.tsx';

/** Order of what is built in, most needed first; what else an organization looks for comes after it. */
const ORDER = [
  ...['first_call_sheet', 'promises', 'sensitivities', 'prices', 'claims', 'embalming', 'recording_notice'],
  ...['summary'],
];
const placeOf = ({ label }: Generation) => {
  const place = ORDER.indexOf(label);
  return place < 0 ? ORDER.length : place;
};

/** Insights of a call: what its templates found, each with the words that bear it out. */
export const Insights = ({ call_uuid, case_uuid }: { call_uuid: string; case_uuid: string }) => {
  const { generations } = useTexts();
  const formats = useFormats();
  const { data = [] } = useQuery(generationsQuery(call_uuid));
  const ordered = [...data].sort((a, b) => placeOf(a) - placeOf(b));
  const is_empty = ({ state, values }: Generation) => state === 'succeeded' && values.length === 0;
  const empty = ordered.filter(is_empty);
  return (
    <section className={styles.insights}>
      <h2 className="unseen">{generations.title}</h2>
      {data.length > 0 && ordered.every(({ uuid }) => uuid === null) ? (
        <p role="status" className="soft">
          {generations.reading}
        </p>
      ) : (
        ordered
          .filter((one) => !is_empty(one))
          .map((one) => <Result key={one.generation_template_uuid} generation={one} />)
      )}
      {empty.length > 0 && (
        <p className="soft">{generations.not_mentioned(formats.list(empty.map((one) => titleOf(one, generations))))}</p>
      )}
      <Ask call_uuid={call_uuid} case_uuid={case_uuid} />
    </section>
  );
};
