import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { personOf } from '../cases/person.ts';
import { caseAloneQuery } from '../cases/queries.ts';
import { troubleOf } from '../forms/trouble.ts';
import { TroubleNotice } from '../forms/trouble-notice.tsx';
import { useChange } from '../forms/use-change.ts';
import { useMayWrite } from '../me/me.ts';
import { Needs } from '../settings/section.tsx';
import { Loading } from '../shell/loading.tsx';
import { pharos } from '../shell/pharos.ts';
import { useTitle } from '../shell/use-title.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldChanges } from './field-changes.tsx';
import { HistoryBody } from './history-body.tsx';
import { pairOf } from './pair.ts';
import { caseDiff, caseVersions } from './queries.ts';
import '../today/today.css';
import '../cases/cases.css';
import './versions.css';

const route = getRouteApi('/house/cases/$case_uuid/history');

/** Every state that a case had. Its calls have histories of their own. */
export const CaseHistoryPage = () => {
  const texts = useTexts();
  const { history } = texts;
  const { case_uuid } = route.useParams();
  const navigate = route.useNavigate();
  const { data: reply } = useSuspenseQuery(caseAloneQuery(case_uuid));
  const list = useSuspenseInfiniteQuery(caseVersions(case_uuid));
  const newest = list.data.pages[0]?.items[0]?.version ?? 1;
  const pair = pairOf(route.useSearch(), newest);
  const may_write = useMayWrite();
  const restore = useChange(
    (version: number) => pharos.cases.restoreVersion({ case_uuid, version, if_match: reply.etag ?? undefined }),
    {
      stale: [['case', case_uuid], ['case versions', case_uuid], ['cases'], ['today']],
      done: () => void navigate({ search: {} }),
    },
  );
  const show = (from: number, to: number) =>
    navigate({ search: { from: String(from), to: String(to) }, resetScroll: false });
  const person = personOf(reply.data.case, texts);
  useTitle(`${history.title} · ${person}`);
  return (
    <div className="page history">
      <header>
        <nav aria-label={history.of_case} className="crumbs">
          <Link to="/cases/$case_uuid" params={{ case_uuid }}>
            {person}
          </Link>
        </nav>
        <h1>{history.title}</h1>
        <p className="lead">{history.lead}</p>
      </header>
      {!may_write && <Needs level="member" what={history.restore_needs} />}
      <HistoryBody
        list={list}
        pair={pair}
        newest={newest}
        onShow={show}
        restore={may_write ? restore : null}
        changes={pair && <CaseChanges case_uuid={case_uuid} from={pair.from} to={pair.to} />}
      />
    </div>
  );
};

const CaseChanges = ({ case_uuid, from, to }: { case_uuid: string; from: number; to: number }) => {
  const texts = useTexts();
  const { data, error, refetch } = useQuery(caseDiff(case_uuid, from, to));
  if (error) return <TroubleNotice trouble={troubleOf(error, texts)} again={refetch} />;
  if (!data) return <Loading />;
  if (data.fields.length === 0) return <p className="soft">{texts.history.same}</p>;
  return <FieldChanges changes={data.fields} />;
};
