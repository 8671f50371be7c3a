import type { Case } from '@pharos/contract/cases.ts';
import { useMutation, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMayWrite } from '../me/me.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { useTitle } from '../shell/use-title.ts';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { personOf } from './person.ts';
import { casePages } from './queries.ts';
import '../today/today.css';
import './cases.css';

const route = getRouteApi('/house/cases');

export const CasesPage = () => {
  const { cases, shell } = useTexts();
  const { q } = route.useSearch();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(casePages(q));
  const found = data.pages.flatMap(({ items }) => items);
  useTitle(cases.title);
  return (
    <div className="page cases">
      <header className="spread">
        <h1>{cases.title}</h1>
        <OpenCase />
      </header>
      <Search q={q ?? ''} />
      {found.length === 0 ? (
        <div role="status" className="none">
          <p>{q ? cases.no_match(q) : cases.none}</p>
          {!q && <p className="soft">{cases.none_hint}</p>}
        </div>
      ) : (
        <ul className="lines">
          {found.map((one) => (
            <CaseLine key={one.uuid} one={one} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <p>
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {shell.more}
          </button>
        </p>
      )}
    </div>
  );
};

const CaseLine = ({ one }: { one: Case }) => {
  const { texts, formats } = useSpoken();
  const life = [one.date_of_birth, one.date_of_death].map((date) => (date ? formats.day(date) : '')).join(' – ');
  return (
    <li>
      <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }}>
        <span className="title">{personOf(one, texts)}</span>
        {life !== ' – ' && <span className="soft">{life.replace(/^ – | – $/, '')}</span>}
        <span className="soft figures number">{one.external_id}</span>
        {one.date_of_service && (
          <span className="soft service">
            {texts.cases.service} {formats.weekday(one.date_of_service)}
          </span>
        )}
      </Link>
    </li>
  );
};

/** After the last key, in milliseconds: a name is not asked for letter by letter. */
const PAUSE = 200;

const Search = ({ q }: { q: string }) => {
  const { cases } = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === q) return;
    const later = setTimeout(() => {
      void navigate({ to: '/cases', search: wanted === '' ? {} : { q: wanted }, replace: true });
    }, PAUSE);
    return () => clearTimeout(later);
  }, [typed, q, navigate]);
  return (
    <search>
      <input
        type="search"
        className="input"
        maxLength={200}
        aria-label={cases.search}
        placeholder={cases.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </search>
  );
};

const OpenCase = () => {
  const { cases } = useTexts();
  const navigate = useNavigate();
  const may_write = useMayWrite();
  const { mutate, isPending } = useMutation({
    mutationFn: () => pharos.cases.create({ body: {} }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$case_uuid', params: { case_uuid: data.uuid } });
    },
  });
  if (!may_write) return null;
  return (
    <button type="button" className="button first" disabled={isPending} onClick={() => mutate()}>
      {cases.open}
    </button>
  );
};
