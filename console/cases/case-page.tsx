import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { caseQuery } from '../api/cases.ts';
import { useMayWrite } from '../api/me.ts';
import { personOf } from '../naming/person.ts';
import { useLocations } from '../naming/use-locations.ts';
import { CaseHolds } from '../retention/case-holds.tsx';
import { HoldBadge } from '../retention/hold-badge.tsx';
import { useLocale } from '../texts/texts.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { useTitle } from '../ui/use-title.ts';
import { useVisited } from '../ui/visited.ts';
import { AddFiles } from './add-files.tsx';
import { ApprovedValues } from './approved-values.tsx';
import styles from './case-page.module.css';
import { DeleteCase } from './delete-case.tsx';
import { DeletedCalls } from './deleted-calls.tsx';
import { EditableField } from './editable-field.tsx';
import type { FieldKind } from './fact-editor.tsx';
import { NotSaved } from './not-saved.tsx';
import { oddDays } from './odd-days.ts';
import { Timeline } from './timeline.tsx';
import { useCaseEdit } from './use-case-edit.ts';

const route = getRouteApi('/app/cases/$case_uuid');

const FIELDS = [
  ['first_name', 'first_name', 'text'],
  ['last_name', 'last_name', 'text'],
  ['date_of_birth', 'born', 'date'],
  ['date_of_death', 'died', 'date'],
  ['date_of_service', 'service_on', 'date'],
  ['external_id', 'external_id', 'text'],
  ['location_uuid', 'location', 'choice'],
  ['summary', 'summary', 'long'],
] as const satisfies [keyof CaseWrite, string, FieldKind][];

export const CasePage = () => {
  const { case_uuid } = route.useParams();
  // Another case has its own changes, and what was not saved of them.
  return <OneCase key={case_uuid} case_uuid={case_uuid} />;
};

const OneCase = ({ case_uuid }: { case_uuid: string }) => {
  const { texts, formats } = useLocale();
  const { cases } = texts;
  const { data: reply } = useSuspenseQuery(caseQuery(case_uuid));
  const { case: one, calls } = reply.data;
  const may_write = useMayWrite();
  const edit = useCaseEdit(case_uuid);
  const { options, nameOf } = useLocations();
  // A home at one place has no locations to choose from.
  const shown = FIELDS.filter(([name]) => name !== 'location_uuid' || options.length > 0);
  const person = personOf(one, texts);
  useTitle(person);
  useVisited(`/cases/${case_uuid}`, person);
  const odd = oddDays({ ...one, ...edit.pending }, texts);
  const life = [one.date_of_birth, one.date_of_death].map((date) => (date ? formats.day(date) : '…'));
  const service = one.date_of_service && `${cases.service} ${formats.weekday(one.date_of_service)}`;
  const location = one.location_uuid && options.length > 0 && nameOf(one.location_uuid);
  const known = one.date_of_birth || one.date_of_death ? life.join(' – ') : '';
  const lead = [known, service, location].filter(Boolean).join(' · ');
  return (
    <Page className={styles.page}>
      <PageHeader
        title={person}
        lead={lead}
        crumbs={
          <Crumbs label={cases.title}>
            <Link to="/cases" className="off-paper">
              {cases.title}
            </Link>
          </Crumbs>
        }
      >
        <HoldBadge case_uuid={case_uuid} />
        <p className="soft off-paper">
          <Link to="/cases/$case_uuid/history" params={{ case_uuid }}>
            {texts.versions.open}
          </Link>
        </p>
      </PageHeader>
      <div className={styles.body}>
        <section aria-labelledby="calls">
          <h2 id="calls">{cases.calls}</h2>
          <Timeline calls={calls} />
          {may_write && <AddFiles case_uuid={case_uuid} />}
          <DeletedCalls case_uuid={case_uuid} />
        </section>
        <section aria-labelledby="about">
          <div className={styles.aboutHead}>
            <h2 id="about">{cases.about}</h2>
            <span role="status" className="soft hint">
              {Object.keys(edit.pending).length > 0 ? cases.saving : edit.done ? cases.saved : ''}
            </span>
          </div>
          <NotSaved unsaved={edit.unsaved} />
          <dl className={styles.about}>
            {shown.map(([name, text, kind]) => (
              <EditableField
                key={name}
                label={cases[text]}
                kind={kind}
                value={edit.pending[name] === undefined ? one[name] : edit.pending[name]}
                etag={reply.etag}
                options={options}
                may_write={may_write}
                note={odd[name]}
                onSave={(value, began) =>
                  edit.save(
                    { body: { [name]: value }, before: { [name]: began.value } },
                    name === 'location_uuid' && value ? nameOf(value) : value,
                    began.etag,
                  )
                }
              />
            ))}
          </dl>
          <ApprovedValues case_uuid={case_uuid} etag={reply.etag} may_write={may_write} edit={edit} />
          <CaseHolds case_uuid={case_uuid} />
          {may_write && (
            <div className={styles.deletion}>
              <DeleteCase case_uuid={case_uuid} person={person} />
            </div>
          )}
        </section>
      </div>
    </Page>
  );
};
