import type { Case } from '@pharos/contract/cases.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { type CaseFilter, casePages } from '../api/cases.ts';
import { useMayWrite } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { LinkList, LinkTitle } from '../ui/link-list.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { useTitle } from '../ui/use-title.ts';
import styles from './cases-page.module.css';
import { FindCases } from './find-cases.tsx';
import { NewCase } from './new-case.tsx';
import { RestoreButton } from './restore-button.tsx';

const route = getRouteApi('/app/cases');

export const CasesPage = () => {
  const { cases } = useTexts();
  const filter = route.useSearch();
  const title = filter.deleted ? cases.deleted : cases.title;
  const [restored, setRestored] = useState<Case | null>(null);
  useTitle(title);
  return (
    <Page className={styles.page}>
      <PageHeader title={title} aside={!filter.deleted && <CreateCase />} />
      {filter.deleted && (
        <p className={`${styles.elsewhere} soft`}>
          {cases.deleted_hint} <Link to="/cases">{cases.show_all}</Link>
        </p>
      )}
      <FindCases />
      <p role="status">{restored && filter.deleted && <Restored one={restored} />}</p>
      <SearchResults of={filter}>{(asked) => <FoundCases filter={asked} onRestored={setRestored} />}</SearchResults>
      {!filter.deleted && (
        <p className={styles.elsewhere}>
          <Link to="/cases" search={{ deleted: '1' }} className="soft">
            {cases.deleted}
          </Link>
        </p>
      )}
    </Page>
  );
};

const Restored = ({ one }: { one: Case }) => {
  const texts = useTexts();
  return (
    <>
      {texts.cases.restored(personOf(one, texts))}{' '}
      <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }}>
        {texts.cases.open}
      </Link>
    </>
  );
};

type FoundProps = { filter: CaseFilter; onRestored(one: Case): void };

const FoundCases = ({ filter, onRestored }: FoundProps) => {
  const { cases } = useTexts();
  const list = useSuspenseInfiniteQuery(casePages(filter));
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) return <NoCases filter={filter} />;
  return (
    <>
      <LinkList label={filter.deleted ? cases.deleted : cases.title}>
        {found.map((one) =>
          filter.deleted ? (
            <DeletedCase key={one.uuid} one={one} onRestored={() => onRestored(one)} />
          ) : (
            <CaseLine key={one.uuid} one={one} />
          ),
        )}
      </LinkList>
      <ShowMore of={list} />
    </>
  );
};

/** Says whether there is nothing yet, or nothing of what is looked for. */
const NoCases = ({ filter: { q, deleted, ...chosen } }: { filter: CaseFilter }) => {
  const { cases } = useTexts();
  if (deleted) return <Empty>{q || Object.keys(chosen).length > 0 ? cases.no_matches : cases.no_deleted}</Empty>;
  if (Object.keys(chosen).length > 0) {
    return (
      <Empty aloud>
        <p>{cases.no_matches}</p>
        <Link to="/cases" className="button">
          {cases.show_all}
        </Link>
      </Empty>
    );
  }
  return (
    <Empty aloud>
      <p>{q ? cases.no_match(q) : cases.none}</p>
      {!q && <p className="soft">{cases.none_hint}</p>}
    </Empty>
  );
};

const CaseLine = ({ one }: { one: Case }) => {
  const { texts, formats } = useLocale();
  const life = [one.date_of_birth, one.date_of_death].map((date) => (date ? formats.day(date) : '')).join(' – ');
  return (
    <li>
      <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }}>
        <LinkTitle>{personOf(one, texts)}</LinkTitle>
        {life !== ' – ' && <span className="soft">{life.replace(/^ – | – $/, '')}</span>}
        <span className={`${styles.number} soft figures`}>{one.external_id}</span>
        {one.date_of_service && (
          <span className={`${styles.service} soft`}>
            {texts.cases.service} {formats.weekday(one.date_of_service)}
          </span>
        )}
      </Link>
    </li>
  );
};

const DeletedCase = ({ one, onRestored }: { one: Case; onRestored(): void }) => {
  const { texts, formats } = useLocale();
  const may_write = useMayWrite();
  const person = personOf(one, texts);
  return (
    <li className={styles.deleted}>
      <LinkTitle>{person}</LinkTitle>
      <span className="soft figures">{one.external_id}</span>
      <span className="soft">{texts.cases.deleted_at(formats.moment(one.deleted_at as string))}</span>
      {may_write && (
        <RestoreButton what={person} ask={() => pharos.cases.restore({ case_uuid: one.uuid })} onDone={onRestored} />
      )}
    </li>
  );
};

const CreateCase = () => {
  const { cases } = useTexts();
  const may_write = useMayWrite();
  const navigate = useNavigate();
  // The address says it, so that every page can ask for a new case.
  const open = useRouterState({ select: ({ location }) => location.hash === 'new' });
  if (!may_write) return null;
  return (
    <>
      <Link to="/cases" search={(filter) => filter} hash="new" replace className="button first">
        {cases.create}
      </Link>
      {open && (
        <NewCase onClose={() => void navigate({ to: '/cases', search: (filter) => filter, hash: '', replace: true })} />
      )}
    </>
  );
};
