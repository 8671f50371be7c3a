import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMayWrite } from '../me/me.ts';
import { CaseHolds } from '../retention/case-holds.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useSpoken } from '../texts/texts.tsx';
import { AddFiles } from './add-files.tsx';
import { EditableField, type FieldKind } from './editable-field.tsx';
import { personOf } from './person.ts';
import { caseQuery } from './queries.ts';
import { Timeline } from './timeline.tsx';
import { useCaseEdit } from './use-case-edit.ts';
import '../today/today.css';
import './cases.css';

const route = getRouteApi('/house/cases/$case_uuid');

const FIELDS: [name: keyof CaseWrite & EditableName, text: EditableText, kind: FieldKind][] = [
  ['first_name', 'first_name', 'text'],
  ['last_name', 'last_name', 'text'],
  ['date_of_birth', 'born', 'date'],
  ['date_of_death', 'died', 'date'],
  ['date_of_service', 'service_on', 'date'],
  ['external_id', 'external_id', 'text'],
  ['summary', 'summary', 'long'],
];
type EditableName =
  | 'first_name'
  | 'last_name'
  | 'date_of_birth'
  | 'date_of_death'
  | 'date_of_service'
  | 'external_id'
  | 'summary';
type EditableText = 'first_name' | 'last_name' | 'born' | 'died' | 'service_on' | 'external_id' | 'summary';

export const CasePage = () => {
  const { texts, formats } = useSpoken();
  const { cases } = texts;
  const { case_uuid } = route.useParams();
  const { data: reply } = useSuspenseQuery(caseQuery(case_uuid));
  const { case: one, calls } = reply.data;
  const may_write = useMayWrite();
  const { save, trouble } = useCaseEdit(case_uuid);
  const person = personOf(one, texts);
  useTitle(person);
  const life = [one.date_of_birth, one.date_of_death].map((date) => (date ? formats.day(date) : '…'));
  const service = one.date_of_service && `${cases.service} ${formats.weekday(one.date_of_service)}`;
  const lead = [one.date_of_birth || one.date_of_death ? life.join(' – ') : '', service].filter(Boolean).join(' · ');
  return (
    <div className="page case">
      <header>
        <nav aria-label={cases.title} className="crumbs">
          <Link to="/cases">{cases.title}</Link>
        </nav>
        <h1>{person}</h1>
        {lead && <p className="lead">{lead}</p>}
        <p className="soft">
          <Link to="/cases/$case_uuid/history" params={{ case_uuid }}>
            {texts.history.open}
          </Link>
        </p>
      </header>
      <div className="case-body">
        <section aria-labelledby="calls">
          <h2 id="calls">{cases.calls}</h2>
          <Timeline calls={calls} />
          {may_write && <AddFiles case_uuid={case_uuid} />}
        </section>
        <section aria-labelledby="about">
          <h2 id="about">{cases.about}</h2>
          <div role="alert">{trouble && <p className="card wrong-card">{trouble}</p>}</div>
          <dl className="about">
            {FIELDS.map(([name, text, kind]) => (
              <EditableField
                key={`${name} ${one[name]}`}
                label={cases[text]}
                kind={kind}
                value={one[name]}
                may_write={may_write}
                onSave={(value) => save({ [name]: value }, reply.etag)}
              />
            ))}
          </dl>
          <CaseHolds case_uuid={case_uuid} />
        </section>
      </div>
    </div>
  );
};
