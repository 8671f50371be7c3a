import type { ApprovedValue } from '@pharos/contract/generations.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';
import { describe } from '../naming/describe-value.ts';
import { useLocale } from '../texts/texts.tsx';
import { CallMoment } from '../ui/call-moment.tsx';
import styles from './approved-values.module.css';
import type { CaseEdit } from './use-case-edit.ts';

const approvedQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['approved values', case_uuid],
    queryFn: async ({ signal }) => (await pharos.generations.approved({ case_uuid, signal })).data,
  });

type Props = { case_uuid: string; etag: string | null; may_write: boolean; edit: CaseEdit };

/** Facts that people approved on the calls of a case, each with its place in a call, and fields that they would fill. */
export const ApprovedValues = ({ case_uuid, etag, may_write, edit }: Props) => {
  const { texts, formats } = useLocale();
  const { generations, cases } = texts;
  const { data } = useQuery(approvedQuery(case_uuid));
  if (!data || data.items.length === 0) return null;
  const labels = { first_name: cases.first_name, last_name: cases.last_name };
  const dates = { date_of_birth: cases.born, date_of_death: cases.died };
  const names = { ...labels, ...dates };
  const shown = (field: string, value: string) => (field in dates ? formats.day(value) : value);
  const open = data.fields.flatMap(({ field, current, proposals }) =>
    proposals.filter(({ value }) => value !== current).map(({ value }) => ({ field, current, value })),
  );
  return (
    <section className={styles.approved} aria-labelledby="approved">
      <h2 id="approved">{generations.from_calls}</h2>
      {may_write && open.length > 0 && (
        <ul className={styles.proposals}>
          {open.map(({ field, current, value }) => (
            <li key={`${field} ${value}`}>
              <p>
                <span className="soft">{names[field]}</span> <b>{shown(field, value)}</b>
                {current !== null && <span className="soft hint"> {generations.case_has(shown(field, current))}</span>}
              </p>
              <button
                type="button"
                className="button small"
                aria-label={generations.use_one(names[field], shown(field, value))}
                onClick={() => edit.save({ body: { [field]: value }, before: { [field]: current } }, value, etag)}
              >
                {generations.use}
              </button>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        {data.items.map((item) => (
          <Fact key={item.generation_value_uuid} item={item} />
        ))}
      </dl>
    </section>
  );
};

const Fact = ({ item }: { item: ApprovedValue }) => {
  const { texts, formats } = useLocale();
  const { generations } = texts;
  const { name, text } = describe({ label: item.name }, { ...item, decision: null }, generations, formats);
  const at_ms = item.evidence[0]?.start_ms;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {text}
        {at_ms !== undefined && (
          <CallMoment call_uuid={item.call_uuid} at_ms={at_ms}>
            <span className="unseen">{generations.in_call}</span>{' '}
          </CallMoment>
        )}
      </dd>
    </div>
  );
};
